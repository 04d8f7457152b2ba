package bobbin.account;

import bobbin.Fixture;
import bobbin.base.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** People for tests, and what makes them; with passwords that are cheap to check. */
final class Cast {
    static final String PASSWORD = "correct horse";
    static final String ADDRESS = "192.0.2.1";

    final AccountSettings settings;
    final Argon2 argon2 = new Argon2(new PasswordSettings(64, 1, 1, 2, 100));
    final Accounts accounts;

    Cast(Fixture fixture) {
        this(fixture, AccountSettings.from(Setting::standard));
    }

    Cast(Fixture fixture, AccountSettings settings) {
        this.settings = settings;
        this.accounts = new Accounts(fixture.database, fixture.ids, argon2, settings);
    }

    /** The standard settings but for these. */
    static AccountSettings settings(Map<Setting<?>, Object> others) {
        return AccountSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.type().cast(others.getOrDefault(setting, setting.standard()));
            }
        });
    }

    /** Somebody who joined with an address like {@code ann@example.org}. */
    Account join(String username) {
        return accounts.signUp(wish(username), ADDRESS);
    }

    static SignUp wish(String username) {
        return new SignUp(
                new Username(username),
                Optional.of(new Email(username + "@example.org")),
                new Password(PASSWORD),
                Profile.EMPTY,
                Details.NONE);
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
