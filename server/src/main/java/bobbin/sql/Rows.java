package bobbin.sql;

import bobbin.base.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads columns as what they mean. A column that may be empty is read by one of the {@code optional} methods. */
public final class Rows {
    private Rows() {}

    public static Id id(ResultSet row, String column) throws SQLException {
        return new Id(row.getLong(column));
    }

    public static Optional<Id> optionalId(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Id(value));
    }

    /** Kept as milliseconds since 1970. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }

    /** Kept as milliseconds. */
    public static Duration duration(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }

    /** Kept as text, such as {@code 2026-01-31}. */
    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return LocalDate.parse(row.getString(column));
    }

    public static Optional<LocalDate> optionalDate(ResultSet row, String column) throws SQLException {
        return optionalText(row, column).map(LocalDate::parse);
    }

    /** Kept by name. */
    public static <E extends Enum<E>> E one(Class<E> type, ResultSet row, String column) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    public static <E extends Enum<E>> Optional<E> optionalOne(Class<E> type, ResultSet row, String column)
            throws SQLException {
        return optionalText(row, column).map(name -> Enum.valueOf(type, name));
    }

    public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static OptionalInt optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
