package bobbin;

import bobbin.http.HttpSettings;

/** Where the management port is if nobody says so: one above the main port, or any that is free if that is so for the main port. */
final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    static Presumed<Integer> management(ChosenSettings said) {
        int main = said.get(HttpSettings.PORT);
        return new Presumed<>(HttpSettings.MANAGEMENT_PORT, main == 0 || main == HIGHEST ? 0 : main + 1);
    }
}
