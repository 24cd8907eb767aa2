package org.probity.supply.traceability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Items.Site;

/**
 * One event as it was captured.
 *
 * @param all how many items it names
 * @param dispute why it does not stand in the book
 * @param keeps whether whoever looks may bring the file behind a document
 */
public record EventPage(
        Events.Line event, List<Events.Named> items, long all, List<Events.Document> documents, Optional<Site> site, Optional<Capture> capture, Optional<Disputes.Dispute> dispute, boolean keeps, List<Reason> reasons) implements Page {
    public String title(Screen s) {
        return s.t("traceability.kind." + event.kind());
    }

    public Optional<String> declared(Screen s) {
        return Optional.ofNullable(event.declared()).map(it -> s.t("traceability.declared-at", it) + (event.reason() == null || event.reason().isEmpty() ? "" : " (" + event.reason() + ")"));
    }

    public String json() {
        return new String(Events.document(List.of(event), event.recordedAt()), StandardCharsets.UTF_8);
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("traceability.happened"), s.time(event.happenedAt())));
        facts.add(new Fact(s.t("traceability.recorded"), s.time(event.recordedAt())));
        if (event.action() != null) {
            facts.add(new Fact(s.t("traceability.action"), event.action()));
        }
        if (event.bizStep() != null) {
            facts.add(new Fact(s.t("traceability.step"), EventsPage.word("step", event.bizStep(), s)));
        }
        if (event.disposition() != null) {
            facts.add(new Fact(s.t("traceability.disposition"), EventsPage.word("disposition", event.disposition(), s)));
        }
        facts.add(new Fact(s.t("traceability.where"), ItemPage.site(site, event.place(), s)));
        facts.add(new Fact(s.t("traceability.material"), s.t(ItemPage.material(event.material(), s))));
        if (event.sharing() != null) {
            facts.add(new Fact(s.t("traceability.sharing"), s.t("traceability.sharing." + event.sharing())));
        }
        facts.add(new Fact(s.t("traceability.hash"), event.hashId()));
        capture.ifPresent(it -> facts.add(new Fact(s.t("traceability.came-in"), new Link(s.t("traceability.capture-of", it.no()), "/app/traceability/captures/" + it.id()))));
        return facts;
    }

    public Table<Events.Named> items(Screen s) {
        return Table.of(s, items)
                .caption(s.t("traceability.items-of-event"), all > items.size() ? s.t("traceability.items-first", items.size(), all) : "")
                .text("traceability.role", it -> s.t("traceability.role." + it.role()))
                .head("traceability.item", it -> new Link(it.uri(), "/app/traceability/items/" + it.item()))
                .number("traceability.mass", it -> it.grams() == null ? "" : ItemPage.mass(it.grams(), event.material(), s));
    }

    public Optional<String> why(Screen s) {
        return dispute.map(it -> s.t(it.why()));
    }

    public String todo(Screen s) {
        return dispute.map(it -> s.t(it.todo())).orElse("");
    }

    /** Whether there is anything to be held against each other. */
    public boolean disputed() {
        return dispute.filter(it -> it.said().size() > 1).isPresent();
    }

    public Table<Disputes.Said> disputed(Screen s) {
        var it = dispute.orElseThrow();
        return Table.of(s, it.said())
                .caption(s.t("traceability.said-of", it.item().map(Items.Item::shortName).orElse("")))
                .head("traceability.event", said -> said.event().id() == event.id() ? new Link(s.t("traceability.this-event"), "")
                        : new Link(s.t("traceability.event-of", said.event().id()), "/app/traceability/events/" + said.event().id()))
                .text("traceability.role", said -> s.t("traceability.role." + said.role().sign))
                .number("traceability.mass", said -> said.mass() == null ? "" : ItemPage.mass(said.mass(), event.material(), s))
                .text("traceability.happened", said -> s.time(said.event().happenedAt()))
                .text("traceability.recorded", said -> s.time(said.event().recordedAt()))
                .id("traceability.where", said -> Tables.spelt(said.event().place()))
                .text("traceability.came-in", said -> said.came().map(came -> new Link(s.t("traceability.capture-of", came.no()), "/app/traceability/captures/" + came.id())).orElse(Link.NONE))
                .state("traceability.state", said -> said.event().id() == event.id() ? State.bad(s.t("traceability.not-in-the-book-short"))
                        : said.event().declared() == null ? State.good(s.t("traceability.counts")) : State.warn(s.t("traceability.declared-wrong")));
    }

    public Table<Events.Document> documents(Screen s) {
        return Table.of(s, documents)
                .caption(s.t("traceability.documents"))
                .text("traceability.document-type", Events.Document::type)
                .head("traceability.document", Events.Document::uri)
                .text("traceability.file", it -> it.evidence() == null ? new Link(s.t("traceability.no-file"), "")
                        : new Link(s.t("traceability.lies-here"), "/app/traceability/events/" + event.id() + "/documents/" + it.evidence()));
    }

    public String path() {
        return "/app/traceability/events/" + event.id() + "/documents";
    }

    /** What it changed for what was known before. */
    public String effects() {
        return "/app/traceability/events/" + event.id() + "/effects";
    }

    /** Documents for which a file can be brought. */
    public List<Option> named() {
        return documents.stream().map(it -> new Option(it.uri(), it.uri())).toList();
    }
}
