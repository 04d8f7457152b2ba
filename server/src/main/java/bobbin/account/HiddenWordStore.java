package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/** The table {@code hidden_word}. */
final class HiddenWordStore {

    void insert(Tx tx, Id account, HiddenWord word) {
        tx.at(account)
                .update("""
                insert into hidden_word (slot, account_id, word_key, word, hidden_at)
                values (:slot, :account, :key, :word, :now) on conflict do nothing
                """)
                .bind("account", account)
                .bind("key", word.key())
                .bind("word", word.text())
                .bind("now", tx.now())
                .execute();
    }

    void delete(Tx tx, Id account, HiddenWord word) {
        tx.at(account)
                .update("delete from hidden_word where slot = :slot and account_id = :account and word_key = :key")
                .bind("account", account)
                .bind("key", word.key())
                .execute();
    }

    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .update("delete from hidden_word where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    List<HiddenWord> of(Tx tx, Id account) {
        return tx.at(account)
                .query("select word from hidden_word where slot = :slot and account_id = :account order by word_key")
                .bind("account", account)
                .map((row, _) -> new HiddenWord(row.getString("word")))
                .list();
    }

    long count(Tx tx, Id account) {
        return tx.at(account)
                .query("select count(*) from hidden_word where slot = :slot and account_id = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .one();
    }
}
