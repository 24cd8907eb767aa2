package org.probity.house.webhook;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** Who is told what happens here, and whom this house may call at all. */
public record WebhooksPage(List<Endpoint> endpoints, List<EventKind> kinds, List<Host> hosts, Typed typed, List<Reason> reasons) implements Page {
    /** What stands in the two forms. */
    public record Typed(String url, List<String> kinds, String host, boolean inside) {
        static final Typed NOTHING = new Typed("", List.of(), "", false);
    }
}
