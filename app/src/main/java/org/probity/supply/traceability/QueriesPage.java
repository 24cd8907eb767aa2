package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** Questions that have a name. @param keeps whether whoever looks may make one */
public record QueriesPage(List<NamedQuery> queries, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    public Table<NamedQuery> table(Screen s) {
        return Table.of(s, queries)
                .caption(s.t("traceability.queries"))
                .head("traceability.query-name-is", it -> new Link(it.name(), "/app/traceability/queries/" + it.id()))
                .id("traceability.query-parameters", it -> it.words().replace("\n", "; "))
                .text("traceability.query-made", it -> s.time(it.madeAt()));
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
