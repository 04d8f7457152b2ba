package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Problem;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error that any list of problems knows obeys the rules that hold for all of them (06 §1, §2). */
class ProblemsTest {
    /** What callers of the API get; other lists are words for pages. */
    private static final Set<String> OF_THE_API =
            Set.of("GraphProblems", "OauthProblems", "PostProblems", "LimitProblems");

    private record Listed(String name, Problem problem) {}

    /** 06 §1: {@code is_transient} goes with some codes, and with sub-coded platform errors other than those of tokens. */
    @Test
    void sayWhetherTheyPassWhereClientsLookForIt() {
        assertThat(problems())
                .allSatisfy(each -> assertThat(each.problem().saysWhetherItPasses())
                        .as(each.name())
                        .isEqualTo(
                                Set.of(1, 2, 4, 17, 613).contains(each.problem().code())
                                        || isSubcoded(each.problem())));
        assertThat(problems().filter(each -> each.problem().passing()))
                .allSatisfy(each -> assertThat(each.problem().saysWhetherItPasses())
                        .as(each.name())
                        .isTrue());
    }

    /** 06 §1: {@code error_user_title} and {@code error_user_msg} go with sub-coded platform errors, and always together. */
    @Test
    void haveWordsForPeopleWhereTheyHaveASubcode() {
        assertThat(problems()).allSatisfy(each -> {
            assertThat(each.problem().userTitle().isPresent())
                    .as(each.name())
                    .isEqualTo(each.problem().userMessage().isPresent());
            if (isSubcoded(each.problem())) {
                assertThat(each.problem().userTitle()).as(each.name()).isPresent();
            }
        });
    }

    /** 06 §2: a widely used client reads the body of no other status. */
    @Test
    void useOnlyStatusesWhoseBodiesAreRead() {
        assertThat(problems()
                        .filter(each -> OF_THE_API.contains(
                                each.name().substring(0, each.name().indexOf('.')))))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(List.of(400, 401, 403, 404, 500))
                        .as(each.name())
                        .contains(each.problem().status(), each.problem().liveStatus()));
    }

    private static boolean isSubcoded(Problem problem) {
        return problem.type() == Problem.Type.OAUTH && problem.subcode().isPresent() && problem.code() != 190;
    }

    private static Stream<Listed> problems() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("bobbin").stream()
                        .filter(type -> type.getSimpleName().endsWith("Problems"))
                        .map(JavaClass::getFields)
                        .flatMap(Set::stream)
                        .filter(field -> field.getRawType().isEquivalentTo(Problem.class))
                        .map(ProblemsTest::listed);
    }

    private static Listed listed(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return new Listed(field.getOwner().getSimpleName() + "." + field.getName(), (Problem) reflected.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
