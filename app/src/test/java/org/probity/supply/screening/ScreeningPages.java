package org.probity.supply.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.screen.Kind;
import org.probity.screen.ListSource;
import org.probity.screen.Listing;
import org.probity.screen.Names;
import org.probity.screen.Party;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Supplier;

class ScreeningPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000013");
    private static final Instant THEN = Instant.parse("2026-11-22T10:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String OURS = "新疆辰瀚硅业有限公司";
    private static final String THEIRS = "Xinjiang Chen Han Silicon Trading & Co., Ltd.";
    private static final WatchList LIST = new WatchList(ID, "own", ListSource.OWN, "Own <list>", "自有名单", 800, WatchList.Verdict.WARN);
    private static final WatchList SDN = new WatchList(ID, "sdn", ListSource.OFAC_SDN, "U.S. Treasury", "美国财政部名单", 850, WatchList.Verdict.STOP);
    private static final WatchList.Version VERSION = new WatchList.Version(ID, ID, 2, "2026-11-20", TODAY.minusDays(2), 17, 2, 1, 1, ID, ID, THEN, ID);
    private static final List<WatchList.Held> HELD = List.of(new WatchList.Held(LIST, VERSION, 2), new WatchList.Held(SDN, null, 0));
    private static final Supplier CHENHAN = new Supplier(ID, "S-00913", "Chenhan Silicon", OURS, "", "CN", "wafer", "Wafers", "硅片", null, null, THEN, null);

    private static Alert alert(Alert.Standing state) {
        return new Alert(ID, ID, "S-00913", "Chenhan Silicon", OURS, ID, "Own list", "自有名单", ID, "b", 871, OURS, THEIRS, "", THEN, state, THEN);
    }

    private static AlertPage page(Alert.Standing state, Decisions.Decision waiting, boolean own, List<Reason> reasons) {
        return new AlertPage(new Alert.Whole(alert(state),
                new Alert.Listed(List.of(new Alert.Named(THEIRS, "NAME"), new Alert.Named("Old Chenhan", "FORMER")), List.of("123456"), "CN", "Since 2026; see notice <7>", true),
                List.of("Chenhan Silicon", OURS), List.of("91330782MA00000000"), "CN", Names.compare(OURS, THEIRS, Kind.ORGANISATION).links(),
                List.of(new Alert.Step(2, Alert.Standing.FALSE_HIT, ID, null, THEN, "Another owner"), new Alert.Step(1, Alert.Standing.OPEN, null, null, THEN, "screening.opened-by-rule"))),
                waiting, Map.of(ID, "Lin Qing"), true, own, "", reasons);
    }

    private static Decisions.Decision proposed(String matter) {
        return new Decisions.Decision(ID, matter, ID, "Same address and owner", ID, THEN, null, null, null, null);
    }

    private static AlertsPage alerts(List<Alert> alerts, List<WatchList.Held> lists, Run... runs) {
        return new AlertsPage(alerts, Query.all("/app/screening"), lists, alerts.size(), alerts.size(), List.of(runs), new Coverage(152, 150, alerts.isEmpty() ? null : THEN), TODAY, true);
    }

    private static OnDay seen(Integer held, Integer judged, Integer hits, long open, long truly) {
        return new OnDay(ID, "Own list", "自有名单", held, held == null ? null : "v" + held, judged, judged == null ? null : ID, judged == null ? null : ID,
                judged == null ? null : THEN, hits, open, truly);
    }

    private static final List<OnDay> SEEN = List.of(
            seen(2, 2, 0, 0, 0), seen(2, 1, 0, 0, 0), seen(2, 2, 1, 1, 0), seen(2, 2, 1, 0, 1), seen(2, 2, 1, 0, 0), seen(null, null, null, 0, 0), seen(1, null, null, 0, 0));

    private static final WatchListPage.Typed NOTHING = new WatchListPage.Typed(null, null, "2026-11-23", "");

    private static ListSettings.Setting setting(@Nullable UUID by, Decisions.@Nullable Outcome outcome) {
        return new ListSettings.Setting(ID, ID, TODAY, 800, by == null ? WatchList.Verdict.WARN : WatchList.Verdict.NONE, by == null ? null
                : new Decisions.Decision(ID, ListSettings.MATTER, ID, "It alerts <nothing> else", by, THEN, outcome, outcome == null ? null : ID, outcome == null ? null : THEN, outcome == null ? null : ""),
                by == null ? THEN : null);
    }

    @Override
    public List<Page> pages() {
        var found = Listing.of(List.of(Party.organisation("b", THEIRS))).search(Party.organisation("w", OURS), 600).stream().map(it -> new Found("own", "Own list", "自有名单", it)).toList();
        var preview = new WatchList.Preview(ID, LIST, "2026-11-22", TODAY, 12, 1, 6, 2, 17, List.of("Quiet Heron <Trading>", "Harbour Lantern"));
        return List.of(
                alerts(List.of(), List.of()), alerts(List.of(), HELD),
                alerts(List.of(alert(Alert.Standing.OPEN), alert(Alert.Standing.FALSE_HIT), alert(Alert.Standing.TRUE_HIT), alert(Alert.Standing.CLOSED)), HELD,
                        new Run(ID, Run.Cause.VERSION, THEN, null, 1200, 400, 3, 2), new Run(ID, Run.Cause.SUPPLIER, THEN, THEN, 5, 5, 0, 0)),
                page(Alert.Standing.OPEN, null, false, List.of()), page(Alert.Standing.OPEN, null, false, List.of(new Reason("reason", "screening.reason-short", List.of(10)))),
                page(Alert.Standing.OPEN, proposed(Alerts.TRUE_HIT), false, List.of()), page(Alert.Standing.OPEN, proposed(Alerts.TRUE_HIT), true, List.of()),
                page(Alert.Standing.TRUE_HIT, null, false, List.of()), page(Alert.Standing.TRUE_HIT, proposed(Alerts.NO_HIT), false, List.of()),
                new WatchListsPage(List.of(), TODAY, true, WatchListsPage.Typed.NOTHING, List.of()),
                new WatchListsPage(HELD, TODAY, true, WatchListsPage.Typed.NOTHING, List.of(new Reason("code", "screening.code-taken", List.of("own")))),
                new WatchListPage(LIST, List.of(), List.of(setting(null, null)), Map.of(), ID, true, "", TODAY.toString(), NOTHING, List.of()),
                new WatchListPage(LIST, List.of(), List.of(setting(ID, null), setting(null, null)), Map.of(ID, "Lin Qing"), ID, true, "", TODAY.toString(), NOTHING, List.of()),
                new WatchListPage(LIST, List.of(), List.of(setting(ID, null), setting(ID, Decisions.Outcome.REJECTED), setting(ID, Decisions.Outcome.APPROVED)), Map.of(ID, "Lin Qing"), LIST.id(), true, "",
                        TODAY.toString(), NOTHING, List.of()),
                new WatchListPage(SDN, List.of(VERSION), List.of(setting(null, null)), Map.of(ID, "Lin Qing"), ID, true, "2026-11-22", TODAY.toString(),
                        new WatchListPage.Typed("50", "NONE", TODAY.toString(), "Too many <alerts>"), List.of(new Reason("bar", "screening.bar-wrong", List.of()), new Reason("sdn", "screening.unreadable.cut-off", List.of("sdn", 4711, "")))),
                new DraftPage(preview, List.of()), new DraftPage(preview, List.of(new Reason("shrinkMeant", "screening.shrink-unconfirmed", List.of(6, 17)))),
                new OnDayPage(CHENHAN, TODAY, SEEN), new OnDayPage(CHENHAN, TODAY, List.of()),
                new AskPage("", "", List.of()), new AskPage("x", "", List.of()), new AskPage(OURS, "", found));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new ScreeningTabPage(ID, List.of(), List.of()), new ScreeningTabPage(ID, List.of(alert(Alert.Standing.OPEN)), SEEN));
    }
}
