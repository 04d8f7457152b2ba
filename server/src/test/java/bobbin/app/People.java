package bobbin.app;

import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.Credentials;
import bobbin.account.PasswordSettings;
import bobbin.account.SignUp;
import bobbin.base.Id;
import bobbin.base.Setting;

/** People for tests of apps, with passwords that are cheap to check. */
final class People {
    static final String PASSWORD = "correct horse";

    final Accounts accounts;
    final Credentials credentials;

    People(Fixture fixture) {
        AccountSettings settings = AccountSettings.from(Setting::standard);
        Argon2 argon2 = new Argon2(new PasswordSettings(64, 1, 1, 2, 100));
        accounts = new Accounts(fixture.database, fixture.ids, argon2, settings);
        credentials = new Credentials(fixture.database, argon2, settings, new AccountEvents() {});
    }

    Id join(String username) {
        return accounts.create(SignUp.of(username, PASSWORD)).id();
    }
}
