package bobbin.sql;

import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;

/** A record with a component of every type that a statement can bind. Public, because {@code bindMethods} asks for that. */
public record Thing(
        Id owner,
        Id id,
        String text,
        double number,
        Instant madeAt,
        Duration length,
        LocalDate day,
        Colour colour,
        Optional<Id> other,
        Optional<Instant> deletedAt,
        Optional<String> note,
        Optional<LocalDate> until,
        Optional<Colour> tint,
        OptionalInt few,
        OptionalLong many) {

    public enum Colour {
        RED,
        GREEN
    }

    static final RowMapper<Thing> MAPPER = (row, _) -> new Thing(
            Rows.id(row, "owner"),
            Rows.id(row, "id"),
            row.getString("text"),
            row.getDouble("number"),
            Rows.instant(row, "made_at"),
            Rows.duration(row, "length"),
            Rows.date(row, "day"),
            Rows.one(Colour.class, row, "colour"),
            Rows.optionalId(row, "other"),
            Rows.optionalInstant(row, "deleted_at"),
            Rows.optionalText(row, "note"),
            Rows.optionalDate(row, "until"),
            Rows.optionalOne(Colour.class, row, "tint"),
            Rows.optionalInt(row, "few"),
            Rows.optionalLong(row, "many"));

    Thing withoutOptionals() {
        return new Thing(
                owner,
                id,
                text,
                number,
                madeAt,
                length,
                day,
                colour,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty());
    }
}
