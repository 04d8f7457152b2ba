package bobbin.feed;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables {@code vote_given}, {@code vote_received} and {@code tally}: a vote is two rows, and one more in a sum. */
final class VoteStore {

    private record Vote(Id account, Id post, int choice) {}

    /** Keeps a vote; false if there is one already. */
    boolean insert(Tx tx, Id account, Id author, Id post, int choice) {
        boolean first = tx.at(account)
                        .update("""
                        insert into vote_given (slot, account_id, post_id, choice, voted_at)
                        values (:slot, :account, :post, :choice, :now) on conflict (slot, account_id, post_id) do nothing
                        """)
                        .bind("account", account)
                        .bind("post", post)
                        .bind("choice", choice)
                        .bind("now", tx.now())
                        .execute()
                == 1;
        if (first) {
            tx.at(post)
                    .update("""
                    insert into vote_received (slot, post_id, account_id, author_id, choice, voted_at)
                    values (:slot, :post, :account, :author, :choice, :now)
                    on conflict (slot, post_id, account_id) do nothing
                    """)
                    .bind("author", author)
                    .bind("post", post)
                    .bind("account", account)
                    .bind("choice", choice)
                    .bind("now", tx.now())
                    .execute();
            count(tx, post, choice);
        }
        return first;
    }

    /** The sums of these posts, by option; posts without votes are left out. */
    Map<Id, List<Long>> tallies(Tx tx, Collection<Id> posts) {
        Map<Id, List<Long>> tallies = new HashMap<>();
        if (!posts.isEmpty()) {
            tx.query("""
                    select post_id, choice, votes
                    from tally join (values <asked>) as asked on slot = asked.column1 and post_id = asked.column2
                    """)
                    .bindMethodsList("asked", Set.copyOf(posts), List.of("slot", "value"))
                    .map((row, _) -> new Sum(id(row, "post_id"), row.getInt("choice"), row.getLong("votes")))
                    .forEach(sum -> sum.addTo(tallies));
        }
        return tallies;
    }

    /** How somebody voted, by post. */
    Map<Id, Integer> choices(Tx tx, Id account, Collection<Id> posts) {
        Map<Id, Integer> choices = new HashMap<>();
        tx.at(account)
                .query("""
                select post_id, choice from vote_given
                where slot = :slot and account_id = :account and post_id in (<posts>)
                """)
                .bind("account", account)
                .bindList("posts", List.copyOf(posts))
                .map((row, _) -> Map.entry(id(row, "post_id"), row.getInt("choice")))
                .forEach(each -> choices.put(each.getKey(), each.getValue()));
        return choices;
    }

    private record Sum(Id post, int choice, long votes) {
        void addTo(Map<Id, List<Long>> tallies) {
            List<Long> tally = tallies.computeIfAbsent(post, _ -> new ArrayList<>());
            tally.addAll(Collections.nCopies(Math.max(0, choice + 1 - tally.size()), 0L));
            tally.set(choice, votes);
        }
    }

    /** Who voted. */
    List<Id> voters(Tx tx, Id post) {
        return received(tx, post).stream().map(Vote::account).toList();
    }

    void deleteBy(Tx tx, Id account) {
        tx.at(account)
                .query("select post_id, choice from vote_given where slot = :slot and account_id = :account")
                .bind("account", account)
                .map((row, _) -> new Vote(account, id(row, "post_id"), row.getInt("choice")))
                .list()
                .forEach(vote -> delete(tx, vote));
    }

    void deleteOf(Tx tx, Id post) {
        received(tx, post).forEach(vote -> delete(tx, vote));
        tx.at(post)
                .update("delete from tally where slot = :slot and post_id = :post")
                .bind("post", post)
                .execute();
    }

    /** Deletes every vote in polls of an author. */
    void deleteTo(Tx tx, Id author) {
        tx.at(author)
                .query("select distinct post_id from vote_received where slot = :slot and author_id = :author")
                .bind("author", author)
                .map((row, _) -> id(row, "post_id"))
                .list()
                .forEach(post -> deleteOf(tx, post));
    }

    private static List<Vote> received(Tx tx, Id post) {
        return tx.at(post)
                .query("select account_id, choice from vote_received where slot = :slot and post_id = :post")
                .bind("post", post)
                .map((row, _) -> new Vote(id(row, "account_id"), post, row.getInt("choice")))
                .list();
    }

    private static void count(Tx tx, Id post, int choice) {
        tx.at(post).update("""
                insert into tally (slot, post_id, choice, votes) values (:slot, :post, :choice, 1)
                on conflict (slot, post_id, choice) do update set votes = tally.votes + 1
                """).bind("post", post).bind("choice", choice).execute();
    }

    private static void delete(Tx tx, Vote vote) {
        tx.at(vote.account())
                .update("delete from vote_given where slot = :slot and account_id = :account and post_id = :post")
                .bind("account", vote.account())
                .bind("post", vote.post())
                .execute();
        tx.at(vote.post())
                .update("delete from vote_received where slot = :slot and post_id = :post and account_id = :account")
                .bind("post", vote.post())
                .bind("account", vote.account())
                .execute();
        tx.at(vote.post())
                .update(
                        "update tally set votes = votes - 1 where slot = :slot and post_id = :post and choice = :choice")
                .bind("post", vote.post())
                .bind("choice", vote.choice())
                .execute();
    }
}
