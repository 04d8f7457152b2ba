package bobbin.limit;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.base.Scope.DELETE;
import static bobbin.base.Scope.KEYWORD_SEARCH;
import static bobbin.base.Scope.LOCATION_TAGGING;
import static bobbin.base.Scope.MANAGE_REPLIES;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.limit.LimitSettings.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code GET /{user}/threads_publishing_limit}: how much of each quota a person has used (04 §18). */
public final class LimitGraph implements GraphPart {
    private static final String STANDARD = "quota_usage";
    private static final Pattern BEHIND_NAME = Pattern.compile("[\\s.{].*", Pattern.DOTALL);
    private static final List<Row> ROWS = List.of(
            new Row("", Limit.POSTS, Set.of(CONTENT_PUBLISH)),
            new Row("reply_", Limit.REPLIES, Set.of(CONTENT_PUBLISH, MANAGE_REPLIES)),
            new Row("delete_", Limit.DELETES, Set.of(DELETE)),
            new Row("location_search_", Limit.LOCATION_SEARCH, Set.of(LOCATION_TAGGING)),
            new Row("search_", Limit.KEYWORD_SEARCH, Set.of(KEYWORD_SEARCH)));

    private final Limits limits;

    /** Two fields about one quota, shown to those who have all of these permissions (02 §8.2). */
    private record Row(String prefix, Limit limit, Set<Scope> scopes) {
        String usage() {
            return prefix + "quota_usage";
        }

        String config() {
            return prefix + "config";
        }

        boolean isOpenTo(Call call) {
            return call.viewer().scopes().containsAll(scopes);
        }
    }

    public LimitGraph(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void declare(Edges edges) {
        Fields<Id> fields = Fields.withoutId();
        for (Row row : ROWS) {
            fields = fields.and(row.usage(), (call, account) -> usage(row, call, account))
                    .and(row.config(), (call, account) -> config(row, call, account));
        }
        edges.on(Id.Kind.ACCOUNT)
                .wrapped(
                        "threads_publishing_limit", needs(BASIC), fields.byDefault(STANDARD), LimitGraph::whoMaySeeAny);
    }

    /** What may not be seen is left out; if that is everything, the call is refused. */
    private static Id whoMaySeeAny(Call call) {
        Set<String> asked = asked(call);
        if (ROWS.stream()
                .filter(row -> asked.contains(row.usage()) || asked.contains(row.config()))
                .noneMatch(row -> row.isOpenTo(call))) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        return call.self();
    }

    private static Set<String> asked(Call call) {
        Set<String> names = call.params().list("fields").stream()
                .map(name -> BEHIND_NAME.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet());
        return names.isEmpty() ? Set.of(STANDARD) : names;
    }

    private Optional<Integer> usage(Row row, Call call, Id account) {
        return row.isOpenTo(call) ? Optional.of(limits.used(account, row.limit())) : Optional.empty();
    }

    private Optional<Map<String, Object>> config(Row row, Call call, Id account) {
        return row.isOpenTo(call)
                ? Optional.of(shown(limits.quota(call.viewer().app(), account, row.limit())))
                : Optional.empty();
    }

    private static Map<String, Object> shown(Quota quota) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("quota_total", quota.total());
        shown.put("quota_duration", quota.span().toSeconds());
        return shown;
    }
}
