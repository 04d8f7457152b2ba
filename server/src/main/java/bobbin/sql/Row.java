package bobbin.sql;

import bobbin.base.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The columns of one row, read one after the other in the order of the {@code select}. For rows that are read with most calls: drivers
 * look names up anew in each result, which costs more than the values.
 */
public final class Row {
    private final ResultSet row;
    private int column;

    private Row(ResultSet row) {
        this.row = row;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** What the stores map rows with. */
    public static <T> RowMapper<T> inOrder(Reader<T> reader) {
        return (row, _) -> reader.read(new Row(row));
    }

    public Id id() throws SQLException {
        return new Id(row.getLong(++column));
    }

    public Optional<Id> optionalId() throws SQLException {
        long value = row.getLong(++column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Id(value));
    }

    /** Kept as milliseconds since 1970. */
    public Instant instant() throws SQLException {
        return Instant.ofEpochMilli(row.getLong(++column));
    }

    public Optional<Instant> optionalInstant() throws SQLException {
        long value = row.getLong(++column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }

    public long whole() throws SQLException {
        return row.getLong(++column);
    }

    /** Kept as a floating-point number of 64 bits. */
    public double number() throws SQLException {
        return row.getDouble(++column);
    }

    public String text() throws SQLException {
        return row.getString(++column);
    }

    public Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(row.getString(++column));
    }

    /** Kept as text, such as {@code 2026-01-31}. */
    public Optional<LocalDate> optionalDate() throws SQLException {
        return optionalText().map(LocalDate::parse);
    }

    /** Kept by name. */
    public <E extends Enum<E>> E one(Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(++column));
    }
}
