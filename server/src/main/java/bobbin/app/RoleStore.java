package bobbin.app;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/**
 * The tables {@code app_role} and {@code account_role}: the same facts, once with the app and once with the person. Every change is
 * made to both.
 */
final class RoleStore {
    private static final RowMapper<HeldRole> HELD = (row, _) -> new HeldRole(
            Rows.id(row, "app_id"),
            Rows.id(row, "account_id"),
            Rows.one(Role.class, row, "role"),
            Rows.instant(row, "invited_at"),
            Rows.optionalInstant(row, "accepted_at"));

    /** False if the person has or was offered this role already. */
    boolean invite(Tx tx, Id app, Id account, Role role) {
        String sql = """
                insert into %s (slot, app_id, account_id, role, invited_at) values (:slot, :app, :account, :role, :now)
                on conflict do nothing
                """;
        return run(both(tx, app, account, role, sql).map(change -> change.bind("now", tx.now())));
    }

    /** False if there is no open invitation. */
    boolean accept(Tx tx, Id app, Id account, Role role) {
        String sql = """
                update %s set accepted_at = :now
                where slot = :slot and app_id = :app and account_id = :account and role = :role and accepted_at is null
                """;
        return run(both(tx, app, account, role, sql).map(change -> change.bind("now", tx.now())));
    }

    /** False if there is no open invitation. */
    boolean decline(Tx tx, Id app, Id account, Role role) {
        String sql = """
                delete from %s
                where slot = :slot and app_id = :app and account_id = :account and role = :role and accepted_at is null
                """;
        return run(both(tx, app, account, role, sql));
    }

    /** False if the person neither has nor was offered this role. */
    boolean remove(Tx tx, Id app, Id account, Role role) {
        String sql = """
                delete from %s where slot = :slot and app_id = :app and account_id = :account and role = :role
                """;
        return run(both(tx, app, account, role, sql));
    }

    /** All roles and invitations of an app, oldest first. */
    List<HeldRole> ofApp(Tx tx, Id app) {
        return tx.at(app).query("""
                select app_id, account_id, role, invited_at, accepted_at from app_role
                where slot = :slot and app_id = :app order by invited_at, account_id, role
                """).bind("app", app).map(HELD).list();
    }

    /** All roles and invitations of a person, oldest first. */
    List<HeldRole> ofAccount(Tx tx, Id account) {
        return tx.at(account).query("""
                select app_id, account_id, role, invited_at, accepted_at from account_role
                where slot = :slot and account_id = :account order by invited_at, app_id, role
                """).bind("account", account).map(HELD).list();
    }

    /** The roles that a person has accepted, read where the person lives. */
    Set<Role> accepted(Tx tx, Id app, Id account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        tx.at(account)
                .query("""
                select role from account_role
                where slot = :slot and account_id = :account and app_id = :app and accepted_at is not null
                """)
                .bind("account", account)
                .bind("app", app)
                .map((row, _) -> Rows.one(Role.class, row, "role"))
                .forEach(roles::add);
        return roles;
    }

    /** How many people have or were offered each role of an app. */
    Map<Role, Integer> taken(Tx tx, Id app) {
        Map<Role, Integer> taken = new EnumMap<>(Role.class);
        ofApp(tx, app).forEach(held -> taken.merge(held.role(), 1, Integer::sum));
        return taken;
    }

    private static Stream<Update> both(Tx tx, Id app, Id account, Role role, String sql) {
        return Stream.of(
                        tx.at(app).update(sql.formatted("app_role")),
                        tx.at(account).update(sql.formatted("account_role")))
                .map(change -> change.bind("app", app).bind("account", account).bind("role", role));
    }

    private static boolean run(Stream<Update> changes) {
        return changes.allMatch(change -> change.execute() == 1);
    }
}
