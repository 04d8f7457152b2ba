package bobbin;

import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.HiddenWords;
import bobbin.account.Pictures;
import bobbin.account.RelationEvents;
import bobbin.account.Relations;

/** People, and what is between them. */
final class People {
    final Argon2 argon2;
    final Accounts accounts;
    final Relations relations;
    final HiddenWords hiddenWords;
    final Pictures pictures;

    People(Tools tools, Settings settings, RelationEvents events) {
        argon2 = new Argon2(settings.passwords());
        accounts = new Accounts(tools.database, tools.ids, argon2, settings.accounts());
        relations = new Relations(tools.database, tools.ids, events);
        hiddenWords = new HiddenWords(tools.database);
        pictures = new Pictures(tools.database, tools.images);
    }
}
