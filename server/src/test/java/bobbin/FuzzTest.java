package bobbin;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a fuzzer begins with does no harm, and costs no more than it may. */
class FuzzTest {
    @TestFactory
    Stream<DynamicTest> takesItsSeeds() {
        return Fuzzing.targets()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Fuzz target = FuzzEntry.target(name);
                    target.seeds().forEach(seed -> FuzzEntry.feed(target, seed));
                }));
    }
}
