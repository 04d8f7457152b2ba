package bobbin.lab;

import bobbin.account.Accounts;
import bobbin.account.Details;
import bobbin.account.Profile;
import bobbin.account.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Enough people for a profile to be found and to have demographics. They have no passwords, so that they cost next to nothing; scripts act
 * as them all the same. Everybody is always made the same, so that tests can rely on it.
 */
final class Crowd {
    /** How many there are. */
    static final int SIZE = 120;

    private static final List<String> FIRST =
            List.of("Ada", "Ben", "Chloe", "Dev", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kaori", "Luca");
    private static final List<String> LAST =
            List.of("Abel", "Berg", "Costa", "Diaz", "Ek", "Fischer", "Gomez", "Hall", "Ito", "Jansen");
    private static final List<List<String>> HOMES = List.of(
            List.of("US", "New York"),
            List.of("US", "San Francisco"),
            List.of("US", "Chicago"),
            List.of("GB", "London"),
            List.of("DE", "Berlin"),
            List.of("FR", "Paris"),
            List.of("BR", "Rio de Janeiro"),
            List.of("IN", "Mumbai"),
            List.of("JP", "Tokyo"));
    private static final List<String> GENDERS = List.of("F", "M", "F", "M", "U");
    /** How many act at a time: as many as any pool of connections has to spare. */
    private static final int AT_ONCE = 8;

    private static final int OLDEST = 1950;
    private static final int YEARS = 58;
    private static final int YEARS_BETWEEN = 7;

    private final List<String> usernames = new ArrayList<>();

    /** Lets them all join. */
    static Crowd join(Accounts accounts) {
        Crowd crowd = new Crowd();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            numbers.add(i);
            crowd.usernames.add((first(i) + "." + last(i)).toLowerCase(Locale.ROOT));
        }
        together(
                numbers,
                i -> accounts.enrol(
                        new Username(crowd.usernames.get(i)), new Profile(first(i) + " " + last(i), ""), details(i)));
        return crowd;
    }

    String username(int number) {
        return usernames.get(number);
    }

    List<String> some(int from, int to) {
        return usernames.subList(from, to);
    }

    /** Does something with each, several at a time: their writes share commits. */
    static <T> void together(List<T> all, Consumer<T> deed) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(each -> running.add(threads.submit(() -> deed.accept(each))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String first(int number) {
        return FIRST.get(number % FIRST.size());
    }

    private static String last(int number) {
        return LAST.get(number / FIRST.size());
    }

    private static Details details(int number) {
        List<String> home = HOMES.get(number % HOMES.size());
        String birthday = (OLDEST + number * YEARS_BETWEEN % YEARS) + "-06-15";
        return Details.read(birthday, GENDERS.get(number % GENDERS.size()), home.getFirst(), home.getLast(), "", "");
    }
}
