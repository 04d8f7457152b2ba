package bobbin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md, so that neither the page nor the code can drift away from the other. */
class ArchitectureTest {
    private static final Set<String> TOOLS =
            Set.of("sql", "work", "http", "json", "graph", "web", "fetch", "image", "video", "script");

    /** May use everything and be used by nobody; their arrows would only clutter the drawing. */
    private static final Set<String> WIRING = Set.of("main", "lab");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("bobbin");

    @Test
    void theDrawingsAreTrue() throws IOException {
        Set<String> drawn = Files.readString(Path.of("ARCHITECTURE.md"))
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(" --> "))
                .collect(toCollection(TreeSet::new));

        assertThat(arrows())
                .as("arrows in the code against arrows in ARCHITECTURE.md")
                .isEqualTo(drawn);
    }

    @Test
    void onlyGraphsFieldsPagesAndEndpointsSpeakTheProtocol() {
        noClasses()
                .that(are("features", type -> isFeature(part(type))))
                .and(are("neither *Graph nor *Fields nor *Pages nor *Endpoint", type -> !speaks(outermost(type))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("bobbin.graph..", "bobbin.http..", "bobbin.web.."))
                .because("rules and verbs must not know how a call reached them")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void onlyHttpKnowsHelidon() {
        knownOnlyBy("http", "io.helidon..");
    }

    @Test
    void onlyJsonKnowsJackson() {
        knownOnlyBy("json", "tools.jackson..", "com.fasterxml..");
    }

    @Test
    void onlyFetchKnowsHowToAskOtherServers() {
        knownOnlyBy("fetch", "org.apache.hc..", "java.net.http..");
    }

    @Test
    void onlyImageKnowsHowToReadImages() {
        knownOnlyBy("image", "javax.imageio..", "com.twelvemonkeys..");
    }

    @Test
    void onlyVideoKnowsTheDecoder() {
        knownOnlyBy("video", "org.jcodec..");
    }

    @Test
    void onlyMediaKnowsObjectStores() {
        knownOnlyBy("media", "software.amazon..");
    }

    @Test
    void onlySqlKnowsHowToReachADatabase() {
        knownOnlyBy("sql", "javax.sql..", "org.flywaydb..", "com.zaxxer..", "org.sqlite..", "org.postgresql..");
    }

    @Test
    void onlyStoresReadRows() {
        noClasses()
                .that(are("outside sql and no *Store", type -> !part(type).equals("sql") && !isStore(outermost(type))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi.."))
                .because("SQL lives in stores and nowhere else")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void storesArePrivateToTheirFeature() {
        classes()
                .that(are("stores", ArchitectureTest::isStore))
                .should()
                .notBePublic()
                .because("no feature reads another feature's tables")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .that(are("outside the root package", type -> !part(type).equals("main")))
                .should()
                .callCodeUnitWhere(asksForTheTime())
                .because("the time belongs to the transaction, and the clock comes from outside")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that(areStatic())
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(canChange())
                .because("state has an owner, and two servers in one process must not meet")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void showsConstructorsThatAskForMuch() {
        CODE.stream()
                .filter(type -> !part(type).equals("main") && !type.isRecord())
                .flatMap(type -> type.getConstructors().stream())
                .filter(made -> made.getRawParameterTypes().size() > 5)
                .forEach(made -> System.out.println("a place to look: " + made.getFullName()));
    }

    private static Set<String> arrows() {
        return CODE.stream()
                .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> isOurs(arrow.getOriginClass()) && isOurs(arrow.getTargetClass()))
                .filter(ArchitectureTest::isWorthDrawing)
                .map(arrow -> part(arrow.getOriginClass()) + " --> " + part(arrow.getTargetClass()))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isWorthDrawing(Dependency arrow) {
        String from = part(arrow.getOriginClass());
        String to = part(arrow.getTargetClass());
        return !from.equals(to)
                && !to.equals("base")
                && !WIRING.contains(from)
                && !(isFeature(from) && TOOLS.contains(to));
    }

    /** Templates are generated code: the pages that they show already name what they show. */
    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("bobbin")
                && !type.getPackageName().startsWith("bobbin.templates");
    }

    private static String part(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", -1);
        return names.length == 1 ? "main" : names[1];
    }

    private static boolean isFeature(String part) {
        return !part.equals("base") && !part.equals("templates") && !TOOLS.contains(part) && !WIRING.contains(part);
    }

    private static boolean speaks(JavaClass type) {
        return Stream.of("Graph", "Fields", "Pages", "Endpoint").anyMatch(type.getSimpleName()::endsWith);
    }

    private static boolean isStore(JavaClass type) {
        return type.isTopLevelClass() && type.getSimpleName().endsWith("Store");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static void knownOnlyBy(String part, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage("bobbin." + part + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .because("a library has one place, where it can be exchanged")
                .check(CODE);
    }

    private static DescribedPredicate<JavaCall<?>> asksForTheTime() {
        return describe("ask the machine for the time", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getPackageName();
            boolean asksNothing = target.getRawParameterTypes().isEmpty();
            return switch (target.getName()) {
                case "now" -> owner.equals("java.time") && asksNothing;
                case "system", "systemUTC", "systemDefaultZone" -> owner.equals("java.time");
                case "currentTimeMillis" -> owner.equals("java.lang");
                case "<init>" -> target.getOwner().isEquivalentTo(Date.class) && asksNothing;
                default -> false;
            };
        });
    }

    private static DescribedPredicate<JavaField> areStatic() {
        return describe("are static", field -> field.getModifiers().contains(JavaModifier.STATIC));
    }

    /** Types that say by their name that they change; an interface such as {@code List} may hold a constant. */
    private static DescribedPredicate<JavaClass> canChange() {
        DescribedPredicate<JavaClass> collections = describe(
                "collections",
                type -> !type.isInterface()
                        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)));
        DescribedPredicate<JavaClass> others = describe(
                "others",
                type -> type.isAssignableTo(ExecutorService.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.isAssignableTo(Appendable.class));
        return collections
                .or(others)
                .or(resideInAPackage("java.util.concurrent.."))
                .as("a type that can change");
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
        return describe("are " + what, test);
    }
}
