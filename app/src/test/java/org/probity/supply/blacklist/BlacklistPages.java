package org.probity.supply.blacklist;

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
import org.probity.house.ui.Screens;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Supplier;

class BlacklistPages implements PageSamples {
    static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000051");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Ground BRIBERY = new Ground("BRIBERY", LocalDate.of(2020, 1, 1), "Commercial bribery", "商业贿赂", "For good.", "永久列入。", null, "Supplier Blacklist Management Regulations");
    private static final Ground QUALITY = new Ground("QUALITY", LocalDate.of(2020, 1, 1), "Quality issue", "质量问题", "Six months.", "一般 6 个月。", 6, "Supplier Blacklist Management Regulations");
    private static final Map<UUID, String> NAMES = Map.of(ID, "Zhou Min");

    private static Matter matter(@Nullable LocalDate due, long answers, @Nullable LocalDate suspended, boolean dropped, @Nullable LocalDate banFrom, @Nullable LocalDate banUntil, boolean lifted) {
        return new Matter(ID, ID, "S-0017", "Mingda Frames", "明达边框", "BRIBERY", "Commercial bribery", "商业贿赂", LocalDate.of(2026, 10, 12),
                "A buyer was offered a card worth 5,000 yuan on the way out of the plant.", ID, THEN, due, due == null ? null : "On 12 October 2026 one of you offered one of us a gift card.",
                due == null ? null : ID, due == null ? null : THEN, answers, suspended, dropped, banFrom == null ? null : ID, banFrom, banUntil, lifted);
    }

    private static Ban ban(@Nullable Outcome outcome, @Nullable LocalDate until, UUID by) {
        return new Ban(ID, ID, until, LocalDate.of(2026, 12, 31), null, "It was admitted, and the card was kept as evidence.", ID, by, THEN, outcome, outcome == null ? null : ID,
                outcome == null ? null : THEN);
    }

    private static Lifting lifting(@Nullable Outcome outcome, UUID by) {
        return new Lifting(ID, ID, "New owners, and an audit of their books.", ID, by, THEN, outcome, outcome == null ? null : ID, outcome == null ? null : THEN);
    }

    private static MatterPage page(Matter it, List<Ban> bans, List<Lifting> liftings, boolean decides, Reason... reasons) {
        return new MatterPage(it, BRIBERY, it.answers() > 0 ? List.of(new Matters.Statement("It was a gift of the season.", LocalDate.of(2026, 11, 3), true, THEN, ID)) : List.of(),
                it.answers() > 0 ? List.of(new Matters.Exhibit(ID, ID, "card.pdf", true, ID, THEN), new Matters.Exhibit(ID, ID, "note.pdf", false, ID, THEN)) : List.of(), bans, liftings, NAMES,
                Screens.BUYER, true, decides, TODAY, List.of(reasons));
    }

    @Override
    public List<Page> pages() {
        var me = Screens.BUYER.account();
        var opened = matter(null, 0, null, false, null, null, false);
        var hearing = matter(TODAY.plusDays(8), 0, TODAY.plusDays(5), false, null, null, false);
        var heard = matter(TODAY.minusDays(3), 1, null, false, null, null, false);
        var silent = matter(TODAY.minusDays(3), 0, null, false, null, null, false);
        var forGood = matter(TODAY.minusDays(30), 1, null, false, TODAY.minusDays(9), null, false);
        var barred = matter(TODAY.minusDays(30), 1, null, false, TODAY.minusDays(9), TODAY.plusYears(1), false);
        var lifted = matter(TODAY.minusDays(30), 1, null, false, TODAY.minusDays(9), TODAY.plusYears(1), true);
        var dropped = matter(TODAY.minusDays(30), 1, null, true, null, null, false);
        var all = List.of(opened, hearing, heard, silent, forGood, barred, lifted, dropped);
        var kin = List.of(new Kin(ID, "S-0201", "Mingda Trading", "明达贸易", List.of("ADDRESS", "BANK_ACCOUNT"), null, null, null),
                new Kin(ID, "S-0202", "Mingxin Frames", "明新边框", List.of("SUCCESSOR"), "CONFIRMED", "Same people, same plant.", ID),
                new Kin(ID, "S-0203", "Daming Logistics", "达明物流", List.of("EMAIL_DOMAIN"), "DISMISSED", "A shared office building.", ID));
        var supplier = new Supplier(ID, "S-0017", "Mingda Frames", "明达边框", "", "CN", "frames", "Frames", "边框", null, null, THEN, null);
        var refused = new Dealing(ID, ID, "Mingda Frames", ID, Dealing.Kind.FAMILY, "My brother-in-law owns a third of it.", THEN, true);
        var noted = new Dealing(ID, ID, "Rongguang Glass", null, Dealing.Kind.SHARE, "", THEN, false);
        var open = new Incident(ID, "ORDER", "PO-88", ID, "S-0017", "Mingda Frames", "明达边框", TODAY.minusDays(2), ID, THEN, null, null, null, null);
        var closed = new Incident(UUID.fromString("0b3c0f4e-0000-4000-8000-000000000052"), "PAYMENT", "P-12", ID, "S-0017", "Mingda Frames", "明达边框", TODAY.minusDays(2), ID, THEN,
                Incident.Cause.NOT_ASKED, "The plant's own ledger now asks before it pays.", ID, THEN);
        var until = List.of(new Reason("until", "blacklist.until-wrong", List.of(10)));
        return List.of(
                new MattersPage(all, Query.all("/app/blacklist"), TODAY, true, true, 1),
                new MattersPage(List.of(), Query.all("/app/blacklist"), TODAY, false, false, 0),
                new OpenPage(new OpenPage.Form("S-0017", "BRIBERY", "", ""), List.of(BRIBERY, QUALITY), List.of(new Reason("facts", "blacklist.facts-missing", List.of()))),
                page(opened, List.of(), List.of(), true), page(hearing, List.of(), List.of(), true), page(heard, List.of(), List.of(), true),
                page(silent, List.of(ban(null, null, ID)), List.of(), true), page(heard, List.of(ban(null, TODAY.plusYears(1), me)), List.of(), true),
                page(heard, List.of(ban(null, TODAY.plusYears(1), ID), ban(Outcome.REJECTED, null, ID), ban(Outcome.WITHDRAWN, null, ID)), List.of(), false),
                page(forGood, List.of(ban(Outcome.APPROVED, null, ID)), List.of(), true, new Reason("", "blacklist.lifting-waits", List.of())),
                page(barred, List.of(ban(Outcome.APPROVED, TODAY.plusYears(1), ID)), List.of(lifting(null, ID)), true),
                page(barred, List.of(ban(Outcome.APPROVED, TODAY.plusYears(1), ID)), List.of(lifting(null, me)), true),
                page(lifted, List.of(ban(Outcome.APPROVED, TODAY.plusYears(1), ID)), List.of(lifting(Outcome.APPROVED, ID), lifting(Outcome.REJECTED, ID), lifting(Outcome.WITHDRAWN, ID)), true),
                page(dropped, List.of(), List.of(), true),
                new HearingPage(opened, HearingPage.Form.EMPTY, List.of(new Reason("due", "blacklist.hearing-day", List.of(5, 60)))),
                new BanPage(heard, BRIBERY, new BanPage.Form("GOOD", "", "", "", ""), List.of()),
                new BanPage(heard, QUALITY, new BanPage.Form("TIME", "2026-01-01", "", "", ""), until),
                new KinPage(barred, kin, NAMES, List.of(new Reason("reason", "blacklist.reason-missing", List.of()))), new KinPage(barred, List.of(), NAMES, List.of()),
                new StandingPage(hearing, List.of(), List.of(), TODAY, "", List.of(new Reason("words", "blacklist.words-missing", List.of()))),
                new StandingPage(silent, List.of(), List.of(), TODAY, "", List.of()),
                new StandingPage(heard, List.of(new Matters.Statement("It was a gift.", TODAY, true, THEN, ID)), List.of(), TODAY, "", List.of()),
                new StandingPage(forGood, List.of(), List.of(ban(Outcome.APPROVED, null, ID)), TODAY, "", List.of()),
                new StandingPage(barred, List.of(), List.of(ban(Outcome.APPROVED, TODAY.plusYears(1), ID)), TODAY, "", List.of()),
                new StandingPage(lifted, List.of(), List.of(), TODAY, "", List.of()), new StandingPage(dropped, List.of(), List.of(), TODAY, "", List.of()),
                new BarredPage("", List.of(), List.of(), BarredPage.Form.EMPTY, List.of()),
                new BarredPage("明达", List.of(new Dealings.Party(supplier, true), new Dealings.Party(supplier, false)), List.of(refused, noted), BarredPage.Form.EMPTY, List.of()),
                new BarredPage("nobody", List.of(), List.of(), new BarredPage.Form("", "", "", ""), List.of(new Reason("party", "blacklist.party-missing", List.of()))),
                new DealingsPage(List.of(refused, noted), NAMES), new DealingsPage(List.of(), Map.of()),
                new IncidentsPage(List.of(open, closed), true, NAMES, List.of(new Reason("", "blacklist.cause-missing", List.of()))),
                new IncidentsPage(List.of(), false, Map.of(), List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new BlacklistTabPage("S-0017", List.of(matter(TODAY.minusDays(30), 1, null, false, TODAY.minusDays(9), null, false)), TODAY), new BlacklistTabPage("S-0017", List.of(), TODAY));
    }
}
