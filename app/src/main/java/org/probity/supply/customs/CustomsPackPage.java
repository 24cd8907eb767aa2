package org.probity.supply.customs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.customs.CustomsPack.Group;
import org.probity.supply.customs.CustomsPack.Handout;
import org.probity.supply.customs.CustomsPack.Missing;
import org.probity.supply.customs.CustomsPack.State.Failed;
import org.probity.supply.customs.CustomsPack.State.Made;
import org.probity.supply.customs.CustomsPack.State.Making;

/**
 * One pack: how far it is, what is in it, its chains, to whom it went.
 *
 * @param verdicts how many things of each
 * @param logIndex of the entry that holds its manifest
 * @param missing the first of the papers without a file
 * @param fresh a handing out of the last hour by whoever looks: they may fetch the file
 * @param names of accounts
 */
public record CustomsPackPage(
        CustomsPack pack, Map<String, Long> verdicts, List<Group> groups, Query query, long all, List<Missing> missing, List<Handout> handouts, Optional<Long> logIndex, Optional<UUID> fresh, Map<UUID, String> names,
        Optional<Long> before, List<Reason> reasons) implements Page {
    /** So many papers without a file are told; all of them stand in the pack. */
    static final int MISSING = 100;

    public String path() {
        return CustomsPacksPage.PATH + "/" + pack.id();
    }

    public boolean running() {
        return pack.running();
    }

    public boolean made() {
        return pack.made().isPresent();
    }

    public State state(Screen s) {
        return CustomsPacksPage.state(pack, s);
    }

    public long done() {
        return pack.state() instanceof Making it ? it.done() : 0;
    }

    public long total() {
        return pack.state() instanceof Making it ? Math.max(1, it.total()) : 1;
    }

    public String progress(Screen s) {
        return pack.state() instanceof Making it ? s.t("customs.stage." + it.stage()) + " · " + s.t("customs.so-far", it.done(), it.total()) : s.t("customs.waits");
    }

    public Optional<String> failure(Screen s) {
        return pack.state() instanceof Failed it ? Optional.of(s.t(it.reason())) : Optional.empty();
    }

    public String detail() {
        return pack.state() instanceof Failed it ? it.detail() : "";
    }

    public Mark mark() {
        return has(CustomsPack.Verdict.TOUCHED) ? Mark.BAD : has(CustomsPack.Verdict.UNKNOWN) ? Mark.WARN : Mark.GOOD;
    }

    private boolean has(CustomsPack.Verdict verdict) {
        return verdicts.getOrDefault(verdict.name(), 0L) > 0;
    }

    public String verdict(Screen s) {
        return s.t("customs.verdicts", verdicts.getOrDefault("CLEAN", 0L), verdicts.getOrDefault("TOUCHED", 0L), verdicts.getOrDefault("UNKNOWN", 0L));
    }

    public List<Sum> sums(Screen s) {
        return pack.made().map(it -> sums(it, s)).orElse(List.of());
    }

    private List<Sum> sums(Made it, Screen s) {
        return List.of(new Sum(s.t("customs.serials"), s.number(it.serials())), new Sum(s.t("customs.chains"), s.number(all)),
                new Sum(s.t("customs.events"), s.number(it.events())), new Sum(s.t("customs.papers"), s.number(it.papers())),
                new Sum(s.t("customs.missing"), s.number(it.missing()), "", "", it.missing() > 0));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("customs.asked-by"), names.getOrDefault(pack.askedBy(), "")));
        facts.add(new Fact(s.t("customs.asked-at"), s.time(pack.askedAt())));
        facts.add(new Fact(s.t("customs.serials"), s.number(pack.serials())));
        before.ifPresent(it -> facts.add(new Fact(s.t("customs.made-again"), new Link(s.t("customs.pack-of", it), CustomsPacksPage.PATH + "/" + pack.again().orElseThrow()))));
        pack.made().ifPresent(it -> {
            facts.add(new Fact(s.t("customs.made-at"), s.time(it.at())));
            facts.add(new Fact(s.t("customs.in-the-log"), logIndex.map(index -> s.t("customs.log-entry", index)).map(Html::words).orElseGet(() -> Html.words(s.t("customs.log-entry-waits")))));
        });
        return facts;
    }

    public Table<Group> table(Screen s) {
        return Table.of(s, groups)
                .caption(s.t("customs.chains"), s.t("customs.chains-text"))
                .number("customs.group", Group::no)
                .number("customs.serials", Group::serials)
                .text("customs.mass", it -> s.number(java.math.BigDecimal.valueOf(it.grams(), 3)) + " kg")
                .number("customs.steps", Group::steps)
                .state("customs.verdict", it -> word(it, s))
                .id("customs.chain", Group::chain)
                .text("customs.cleared-by", it -> it.entry() == null ? "" : it.entry())
                .paged(query, all);
    }

    /** Each leads to the events that name it, where its file is brought. */
    public Table<Missing> missingTable(Screen s) {
        return Table.of(s, missing)
                .caption(s.t("customs.missing"), s.t("customs.missing-text"))
                .head("customs.missing-paper", it -> new Link(it.uri(), "/app/traceability/events?paper=" + URLEncoder.encode(it.uri(), StandardCharsets.UTF_8)))
                .text("customs.missing-step", it -> s.t("traceability.tier." + it.tier()))
                .text("customs.missing-things", it -> it.things().stream().map(CustomsPackPage::shortName).collect(Collectors.joining(", ")))
                .number("customs.events", Missing::events);
    }

    /** What people call a thing: the end of its address. */
    static String shortName(String uri) {
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
    }

    private static State word(Group it, Screen s) {
        var words = s.t("customs.word." + it.verdict());
        return switch (it.verdict()) {
            case CLEAN -> State.good(words);
            case TOUCHED -> State.bad(words);
            case UNKNOWN -> State.warn(words);
        };
    }

    public Table<Handout> handoutTable(Screen s) {
        return Table.of(s, handouts)
                .caption(s.t("customs.handouts"))
                .head("customs.recipient", Handout::recipient)
                .text("customs.reason", Handout::reason)
                .text("customs.handed-by", it -> names.getOrDefault(it.by(), ""))
                .text("customs.handed-at", it -> s.time(it.at()));
    }
}
