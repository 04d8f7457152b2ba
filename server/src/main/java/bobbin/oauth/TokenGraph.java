package bobbin.oauth;

import bobbin.app.SecretProof;
import bobbin.base.Id;
import bobbin.graph.Doorkeeper;
import bobbin.graph.Params;
import bobbin.graph.Viewer;
import java.util.Optional;

/** Turns tokens into callers. */
public final class TokenGraph implements Doorkeeper {
    private final Admission admission;

    public TokenGraph(Admission admission) {
        this.admission = admission;
    }

    @Override
    public Viewer admit(String token, Params params) {
        Admitted admitted = admission.admit(token, proof(params));
        Optional<Id> account =
                admitted.standing().map(standing -> standing.token().account());
        Optional<String> scopedId =
                admitted.standing().flatMap(Standing::grant).map(grant -> Long.toString(grant.scopedId()));
        return new Viewer(admitted.app().id(), account, scopedId, admitted.scopes());
    }

    static SecretProof proof(Params params) {
        return new SecretProof(params.text("appsecret_proof"), params.text("appsecret_time"));
    }
}
