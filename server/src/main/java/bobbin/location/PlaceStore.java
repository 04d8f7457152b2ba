package bobbin.location;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Row;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code place} and {@code place_word}, which belong to nobody. */
final class PlaceStore {
    private static final String COLUMNS = "place_key, name, address, city, country, postal_code, latitude, longitude";

    private static final RowMapper<Place> PLACE = Row.inOrder(row -> new Place(
            row.text(),
            row.text(),
            row.optionalText(),
            row.optionalText(),
            row.optionalText(),
            row.optionalText(),
            new Point(row.number(), row.number())));

    /** The cosine of the angle between a place and a point, seen from the middle of the earth: 1 if they are the same. */
    private static final String NEARNESS = """
            (sin(radians(latitude)) * :sine
                + cos(radians(latitude)) * :cosine * cos(radians(longitude - :longitude)))
            """;

    private static final String NEAR = """
            select id from place
            where latitude between :south and :north
                and (longitude between :west and :east
                    or longitude between :west - 360 and :east - 360
                    or longitude between :west + 360 and :east + 360)
                and %1$s >= :least
            order by %1$s desc, id
            limit :most
            """.formatted(NEARNESS);

    /** Beyond that many it does not matter how common a word is. */
    private static final int MANY = 1000;

    List<Place> all(Tx tx, Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.query("select " + COLUMNS + " from place where id in (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map(PLACE)
                        .list();
    }

    Map<Id, Place> byId(Tx tx, Collection<Id> ids) {
        return all(tx, ids).stream().collect(toMap(Place::id, Function.identity()));
    }

    /** In the order of their ids, which means nothing. */
    List<Place> page(Tx tx, Window window) {
        return tx.query("""
                select %s from place where id > :above and id < :below order by id %s limit :fetch
                """.formatted(COLUMNS, window.order()))
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map(PLACE)
                .list();
    }

    /** What lies in a circle, nearest first. */
    List<Id> near(Tx tx, Circle circle, int most) {
        return from(tx.query(NEAR), circle.centre())
                .bind("south", circle.south())
                .bind("north", circle.north())
                .bind("west", circle.west())
                .bind("east", circle.east())
                .bind("least", circle.leastNearness())
                .bind("most", most)
                .map((row, _) -> Rows.id(row, "id"))
                .list();
    }

    /** What has all of these words, most telling first. */
    List<Id> having(Tx tx, List<Term> terms, int most) {
        String sql = "select place_id from %s %s order by %s desc, place_id limit :most"
                .formatted(found(terms), withAll(terms), score(terms));
        return ids(tx.query(sql), rarestFirst(tx, terms), most);
    }

    /** The same, and what tells as much by how near it is. */
    List<Id> having(Tx tx, List<Term> terms, Point near, int most) {
        String sql =
                "select place_id from %s join place on place.id = found.place_id %s order by %s desc, %s desc, place_id limit :most"
                        .formatted(found(terms), withAll(terms), score(terms), NEARNESS);
        return ids(from(tx.query(sql), near), rarestFirst(tx, terms), most);
    }

    /** Adds places, and changes those that are there. */
    void put(Tx tx, Collection<Place> places) {
        PreparedBatch batch = tx.batch("""
                insert into place (id, %s)
                values (:id, :key, :name, :address, :city, :country, :postalCode, :latitude, :longitude)
                on conflict (id) do update set name = excluded.name, address = excluded.address, city = excluded.city,
                    country = excluded.country, postal_code = excluded.postal_code, latitude = excluded.latitude,
                    longitude = excluded.longitude
                """.formatted(COLUMNS));
        places.forEach(place -> batch.bind("id", place.id())
                .bind("key", place.key())
                .bind("name", place.name())
                .bind("address", place.address())
                .bind("city", place.city())
                .bind("country", place.country())
                .bind("postalCode", place.postalCode())
                .bind("latitude", place.point().latitude())
                .bind("longitude", place.point().longitude())
                .add());
        batch.execute();
    }

    void putWords(Tx tx, Collection<Place> places) {
        PreparedBatch old = tx.batch("delete from place_word where place_id = :place");
        PreparedBatch now = tx.batch("insert into place_word (word, place_id, weight) values (:word, :place, :weight)");
        for (Place place : places) {
            old.bind("place", place.id()).add();
            Words.of(place)
                    .forEach((word, weight) -> now.bind("word", word)
                            .bind("place", place.id())
                            .bind("weight", weight)
                            .add());
        }
        old.execute();
        now.execute();
    }

    /** The places with the first word, and what each of the words tells about them. */
    private static String found(List<Term> terms) {
        String others =
                IntStream.range(1, terms.size()).mapToObj(PlaceStore::told).collect(joining());
        return """
                (select each0.place_id as place_id, %s as told0 %s from place_word each0
                    where each0.word between :low0 and :high0 group by each0.place_id) found
                """.formatted(telling(0), others);
    }

    private static String told(int n) {
        return """
                , (select %1$s from place_word each%2$d
                    where each%2$d.place_id = each0.place_id and each%2$d.word between :low%2$d and :high%2$d) as told%2$d
                """.formatted(telling(n), n);
    }

    /** How much the best word of a place tells; one that was only begun tells half. */
    private static String telling(int n) {
        return "max(case when each%1$d.word = :low%1$d then each%1$d.weight else each%1$d.weight / 2 end)".formatted(n);
    }

    private static String withAll(List<Term> terms) {
        return "where "
                + IntStream.range(0, terms.size())
                        .mapToObj(n -> "told" + n + " is not null")
                        .collect(joining(" and "));
    }

    private static String score(List<Term> terms) {
        return IntStream.range(0, terms.size()).mapToObj(n -> "told" + n).collect(joining(" + "));
    }

    /** The rarest leads, so that as few places as possible are looked at. */
    private static List<Term> rarestFirst(Tx tx, List<Term> terms) {
        if (terms.size() < 2) {
            return terms;
        }
        Map<Term, Integer> frequencies = new HashMap<>();
        terms.forEach(term -> frequencies.put(term, frequency(tx, term)));
        List<Term> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(frequencies::get));
        return sorted;
    }

    private static int frequency(Tx tx, Term term) {
        return tx.query("""
                select count(*) from
                    (select 1 from place_word where word between :low and :high limit %d) few
                """.formatted(MANY))
                .bind("low", term.low())
                .bind("high", term.high())
                .mapTo(Integer.class)
                .one();
    }

    private static List<Id> ids(Query query, List<Term> terms, int most) {
        for (int n = 0; n < terms.size(); n++) {
            query.bind("low" + n, terms.get(n).low())
                    .bind("high" + n, terms.get(n).high());
        }
        return query.bind("most", most)
                .map((row, _) -> Rows.id(row, "place_id"))
                .list();
    }

    private static <S extends SqlStatement<S>> S from(S statement, Point point) {
        double latitude = Math.toRadians(point.latitude());
        return statement
                .bind("sine", Math.sin(latitude))
                .bind("cosine", Math.cos(latitude))
                .bind("longitude", point.longitude());
    }
}
