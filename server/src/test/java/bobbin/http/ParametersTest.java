package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void readsBothKindsOfBlanksAndRawSigns() {
        var parameters = Parameters.parse("q=a+b%20c&f=x%2Cy,{z}&t=Gr%C3%BC%C3%9Fe ü&p=1%2B1&e=a=b");

        assertThat(parameters.get("q")).contains("a b c");
        assertThat(parameters.get("f")).contains("x,y,{z}");
        assertThat(parameters.get("t")).contains("Grüße ü");
        assertThat(parameters.get("p")).contains("1+1");
        assertThat(parameters.get("e")).contains("a=b");
    }

    @Test
    void leavesOutWhatIsBrokenIfAsked() {
        var parameters = Parameters.parseLegible("a=100%&b=%FF&c=%41&%zz&d=4");

        assertThat(parameters.names()).containsExactly("c", "d");
        assertThat(parameters.get("c")).contains("A");
    }

    @Test
    void takesTheLastValueThatIsNotEmpty() {
        var parameters = Parameters.parse("a=1&a=2&a=&b=&c&&=x&d=4");

        assertThat(parameters.get("a")).contains("2");
        assertThat(parameters.all("a")).containsExactly("1", "2");
        assertThat(parameters.get("b")).isEmpty();
        assertThat(parameters.all("c")).isEmpty();
        assertThat(parameters.names()).containsExactly("a", "", "d");
    }

    @Test
    void gathersListsUnderOneName() {
        var parameters = Parameters.parse("a[]=1&a%5B%5D=2&a[0]=3&a[12]=4&a[x]=5&a[1][b]=6&[]=7");

        assertThat(parameters.all("a")).containsExactly("1", "2", "3", "4");
        assertThat(parameters.get("a[x]")).contains("5");
        assertThat(parameters.get("a[1][b]")).contains("6");
        assertThat(parameters.get("[]")).contains("7");
    }

    @Test
    void refusesBrokenPercentEncoding() {
        for (String broken : new String[] {"a=%", "a=%4", "a=%zz", "%f=1", "a=%ff", "a=%C3"}) {
            assertThatThrownBy(() -> Parameters.parse(broken))
                    .as(broken)
                    .isInstanceOfSatisfying(
                            Malformed.class, e -> assertThat(e.kind()).isEqualTo(Malformed.Kind.FORM));
        }
    }

    @Test
    void neverShowsValues() {
        assertThat(Parameters.of(Map.of("access_token", "secret")).toString()).isEqualTo("[access_token]");
    }
}
