package bobbin.account;

import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.http.PublicUrls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /me} and {@code GET /{user}}: the person on whose behalf an app calls, as that app may know them (09 §9.1). */
public final class AccountGraph implements GraphPart {
    private final Accounts accounts;
    private final SearchHistory searched;
    private final PublicUrls urls;

    public AccountGraph(Accounts accounts, SearchHistory searched, PublicUrls urls) {
        this.accounts = accounts;
        this.searched = searched;
        this.urls = urls;
    }

    @Override
    public void declare(Edges edges) {
        Fields<Account> fields = Fields.<Account>of((call, _) -> call.viewer().scopedId())
                .and("username", Account::username)
                .and("name", Account::shownName)
                .and("threads_profile_picture_url", this::picture)
                .and("threads_biography", account -> account.profile().biography())
                .and("is_verified", Account::isVerified)
                .and("recently_searched_keywords", Scope.KEYWORD_SEARCH, (_, account) -> searched(account))
                .and("is_eligible_for_geo_gating", Account::isGeoEligible);
        edges.on(Id.Kind.ACCOUNT).get(needs(Scope.BASIC), fields, this::account);
    }

    private Account account(Call call) {
        return accounts.find(call.self()).orElseThrow(call::missing);
    }

    private List<Map<String, Object>> searched(Account account) {
        return searched.of(account.id()).stream().map(AccountGraph::shown).toList();
    }

    /** The only time of the API that is in milliseconds (01 §7). */
    private static Map<String, Object> shown(SearchHistory.Entry entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("query", entry.query());
        shown.put("timestamp", entry.at().toEpochMilli());
        return shown;
    }

    private String picture(Call call, Account account) {
        return urls.media(call.request()) + Pictures.path(account);
    }
}
