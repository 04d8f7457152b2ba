package bobbin.app;

import bobbin.base.Id;

/** Who wants something done with an app. */
public sealed interface Actor {
    /** Whoever runs the server: may do everything. */
    Actor OPERATOR = new Operator();

    /** A signed-in person: may do what the person's roles on the app allow. */
    static Actor person(Id account) {
        return new Person(account);
    }

    record Operator() implements Actor {}

    record Person(Id account) implements Actor {}
}
