package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.graph.Machine.refused;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an answer shows of an object. */
class FieldsTest {
    private final Machine machine = new Machine();
    private final GraphClient client = machine.client;

    @Test
    void showsOnlyTheIdUnlessAsked() {
        Id id = machine.notes.all.getFirst().id();

        assertThat(client.get("/" + id).text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(client.get("/me").text()).isEqualTo("{\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
        assertThat(client.get("/" + GraphClient.SCOPED_ID).text())
                .isEqualTo(client.get("/me").text());
    }

    @Test
    void keepsTheOrderOfTheRequestAndPutsTheIdLast() {
        Id id = machine.notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "timestamp,text,text,gif_url").text())
                .isEqualTo("{\"timestamp\":\"2026-01-01T12:00:01+0000\",\"text\":\"one\",\"id\":\"" + id + "\"}");
    }

    @Test
    void showsOtherNodesAsIdsOrWithWhatIsSelected() {
        Id first = machine.notes.all.getFirst().id();
        Id second = machine.notes.all.get(1).id();

        assertThat(client.get("/" + second, "fields", "parent").text())
                .isEqualTo("{\"parent\":{\"id\":\"" + first + "\"},\"id\":\"" + second + "\"}");
        assertThat(client.get("/" + second, "fields", "parent{text,length},owner{username}")
                        .text())
                .isEqualTo("{\"parent\":{\"text\":\"one\",\"length\":3,\"id\":\"" + first
                        + "\"},\"owner\":{\"username\":\"ann\",\"id\":\"" + GraphClient.SCOPED_ID + "\"},\"id\":\""
                        + second + "\"}");
        assertThat(client.get("/" + second, "fields", "parent{colour}").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (colour)");
    }

    @Test
    void selectsInsideObjects() {
        Id id = machine.notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "id,box{b,c}").text())
                .isEqualTo("{\"id\":\"" + id + "\",\"box\":{\"b\":0.5}}");
    }

    @Test
    void readsAFieldOfAWholePageAtOnce() {
        var page = client.get("/me/threads", "fields", "length");

        assertThat(page.at("/data/0/length")).isEqualTo("5");
        assertThat(page.at("/data/2/length")).isEqualTo("3");
        assertThat(machine.notes.queries).isEqualTo(1);
    }

    @Test
    void leavesOutWhatThePermissionsDoNotShow() {
        Id id = machine.notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "secret").at("/secret")).isEqualTo("hush");
        assertThat(machine.client(Set.of(BASIC), Fidelity.META)
                        .get("/" + id, "fields", "secret")
                        .text())
                .isEqualTo("{\"id\":\"" + id + "\"}");
    }

    @Test
    void tellsAnUnknownNameFromOneOfAnotherObject() {
        Id id = machine.notes.all.getFirst().id();

        refused(client.get("/" + id, "fields", "id,foo"), 500, 100, "Tried accessing nonexisting field (foo)");
        refused(
                machine.client(EnumSet.allOf(Scope.class), Fidelity.FRIENDLY).get("/" + id, "fields", "username"),
                400,
                100,
                "Tried accessing nonexisting field (username)");
        refused(client.get("/me/threads", "fields", "id,foo"), 400, 100, "Tried accessing nonexisting field (foo)");
        assertThat(client.get("/me/threads", "fields", "id,username,parent").status())
                .isEqualTo(200);
    }

    @Test
    void wrapsOneObjectInAList() {
        assertThat(client.get("/me/limits").text()).isEqualTo("{\"data\":[{\"usage\":3}]}");
        assertThat(client.get("/lookup", "q", "tea").text()).isEqualTo("{\"word\":\"tea\"}");
        refused(client.get("/lookup"), 400, 100, "The parameter q is required");
    }
}
