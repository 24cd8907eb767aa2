package org.probity.supply.traceability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.webhook.Delivery;

class QueryPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000351");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final NamedQuery QUERY = new NamedQuery(ID, "shipped-to-port", Map.of("EQ_bizStep", List.of("shipping", "departing"), "EQ_bizLocation", List.of("urn:<port>")), ID, THEN);

    private static Subscription told(boolean stopped, boolean onItsWay, long left, Delivery newest) {
        return new Subscription(ID, ID, ID, "erp.helia.example", "https://erp.helia.example/in", THEN, stopped, onItsWay, left, Optional.ofNullable(newest));
    }

    @Override
    public List<Page> pages() {
        var refused = new Delivery(ID, "traceability.query", THEN, 10, THEN, null, "webhook.trouble.host-inside", null, THEN);
        var taken = new Delivery(ID, "traceability.query", THEN, 1, THEN, 204, "", THEN, null);
        var event = new Events.Line(77, "ab".repeat(32), "OBJECT", "ADD", THEN, THEN, ID, null, "shipping", "active", "urn:p", null, "silicon", null, AnEvent.body(), null, null, List.of());
        return List.of(new QueriesPage(List.of(), true, Map.of("name", "my query", "parameters", "EQ_colour = grey"),
                        List.of(new Reason("name", "traceability.query-name", List.of()), new Reason("parameters", "traceability.query-unknown", List.of("EQ_colour")))),
                new QueriesPage(List.of(QUERY), false, Map.of(), List.of()),
                new QueryPage(QUERY, List.of(), Map.of(), List.of(), true, "", Map.of("url", "http://x"), List.of(new Reason("url", "webhook.url-wrong", List.of()))),
                new QueryPage(QUERY, List.of(event), Map.of(), List.of(told(false, false, 0, taken)), true, "whsec_Zm9yLWxvb2tpbmctYXQtb25seS1ub3QtYS1rZXk=", Map.of(), List.of()),
                new QueryPage(QUERY, List.of(event), Map.of(), List.of(told(true, false, 40, refused), told(false, true, 12, null), told(false, false, 1, taken)), false, "", Map.of(), List.of()));
    }
}
