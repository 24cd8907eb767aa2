package org.probity.house.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class WebhookPages implements PageSamples {
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final List<EventKind> KINDS = List.of(
            new EventKind("paper.accepted", "minerals.event.accepted"), new EventKind("supplier.entered", "supplier.event.entered"));
    private static final Endpoint TOLD = new Endpoint(
            new UUID(1, 2), "https://erp.helia.example/hooks/probity", List.of("paper.accepted", "supplier.entered"), NOON, null, null, null);
    private static final Endpoint STOPPED = new Endpoint(new UUID(3, 4), "https://plan.helia.example/in", List.of("paper.accepted"), NOON, NOON, null, null);
    private static final Endpoint STOPPED_BY_SOMEBODY =
            new Endpoint(new UUID(5, 6), "https://plan.helia.example/in", List.of("no.longer-told"), NOON, NOON, new UUID(7, 8), null);

    private static Delivery delivery(int tries, Integer status, String trouble, Instant arrived, Instant givenUp) {
        return new Delivery(new UUID(9, tries), "paper.accepted", NOON, tries, tries == 0 ? null : NOON, status, trouble, arrived, givenUp);
    }

    @Override
    public List<Page> pages() {
        var hosts = List.of(new Host("erp.helia.example", true), new Host("plan.helia.example", false));
        var deliveries = List.of(
                delivery(0, null, "", null, null), delivery(1, 204, "", NOON, null), delivery(2, 503, "", null, null),
                delivery(3, null, "webhook.trouble.host-inside", null, null), delivery(10, null, "Connection refused", null, NOON));
        return List.of(
                new WebhooksPage(List.of(), KINDS, List.of(), WebhooksPage.Typed.NOTHING, List.of()),
                new WebhooksPage(List.of(), KINDS, hosts, WebhooksPage.Typed.NOTHING, List.of()),
                new WebhooksPage(List.of(TOLD, STOPPED), KINDS, hosts, WebhooksPage.Typed.NOTHING, List.of()),
                new WebhooksPage(List.of(TOLD), KINDS, hosts, new WebhooksPage.Typed("http://erp.helia.example", List.of(), "", false),
                        List.of(new Reason("url", "webhook.url-wrong", List.of()), new Reason("kinds", "webhook.kinds-missing", List.of()))),
                new WebhookPage(TOLD, KINDS, Optional.of(NOON.plusSeconds(86_400)), "whsec_Zm9yLWxvb2tpbmctYXQtb25seS1ub3QtYS1rZXk=", List.of(), List.of()),
                new WebhookPage(TOLD, KINDS, Optional.empty(), "", deliveries, List.of(new Reason("", "webhook.on-its-way", List.of()))),
                new WebhookPage(new Endpoint(new UUID(8, 8), "https://plan.helia.example/in", List.of("paper.accepted"), NOON, null, null, "/app/traceability"), KINDS, Optional.empty(), "", deliveries, List.of()),
                new WebhookPage(STOPPED, KINDS, Optional.empty(), "", deliveries, List.of()),
                new WebhookPage(TOLD, KINDS, Optional.empty(), "", deliveries, List.of(new Reason("kinds", "webhook.kinds-missing", List.of()))),
                new WebhookPage(STOPPED_BY_SOMEBODY, KINDS, Optional.empty(), "", List.of(), List.of()));
    }
}
