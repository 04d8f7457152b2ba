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
            Set.of("GraphProblems", "OauthProblems", "PostProblems", "LimitProblems", "EmbedProblems");

    private static final List<Listed> PROBLEMS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("bobbin").stream()
                    .filter(type -> type.getSimpleName().endsWith("Problems"))
                    .map(JavaClass::getFields)
                    .flatMap(Set::stream)
                    .filter(field -> field.getRawType().isEquivalentTo(Problem.class))
                    .map(ProblemsTest::listed)
                    .toList();

    private record Listed(String list, String name, Problem problem) {
        boolean isSubcoded() {
            return problem.type() == Problem.Type.OAUTH && problem.subcode().isPresent() && problem.code() != 190;
        }

        @Override
        public String toString() {
            return list + "." + name;
        }
    }

    /** 06 §1: {@code is_transient} goes with some codes, and with sub-coded platform errors other than those of tokens. */
    @Test
    void sayWhetherTheyPassWhereClientsLookForIt() {
        assertThat(PROBLEMS)
                .allSatisfy(each -> assertThat(each.problem().saysWhetherItPasses())
                        .isEqualTo(
                                Set.of(1, 2, 4, 17, 613).contains(each.problem().code()) || each.isSubcoded()));
        assertThat(ofTheApi().filter(each -> each.problem().passing()))
                .allSatisfy(
                        each -> assertThat(each.problem().saysWhetherItPasses()).isTrue());
    }

    /** 06 §1: {@code error_user_title} and {@code error_user_msg} go with sub-coded platform errors, and always together. */
    @Test
    void haveWordsForPeopleWhereTheyHaveASubcode() {
        assertThat(PROBLEMS).allSatisfy(each -> {
            boolean titled = each.problem().userTitle().isPresent();
            assertThat(titled).isEqualTo(each.problem().userMessage().isPresent());
            assertThat(titled || !each.isSubcoded()).isTrue();
        });
    }

    /** 06 §2: a widely used client reads the body of no other status. */
    @Test
    void useOnlyStatusesWhoseBodiesAreRead() {
        assertThat(ofTheApi())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(List.of(400, 401, 403, 404, 500))
                        .contains(each.problem().status(), each.problem().liveStatus()));
    }

    private static Stream<Listed> ofTheApi() {
        return PROBLEMS.stream().filter(each -> OF_THE_API.contains(each.list()));
    }

    private static Listed listed(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return new Listed(field.getOwner().getSimpleName(), field.getName(), (Problem) reflected.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
