package bobbin;

/** Where the program begins. */
public final class Main {
    private Main() {}

    static void main() {
        System.out.println("Usage: bobbin COMMAND");
    }
}
