package org.probity.people.aid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.aid.Deciding.Signature;
import org.probity.people.aid.Deciding.Voice;
import org.probity.shapes.book.Account;
import org.probity.shapes.book.Statement;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class AidPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000a1");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000a2");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate MONTH = LocalDate.of(2026, 11, 1);

    private static Application application(boolean urgent, @Nullable Instant helped, @Nullable String outcome, boolean gone) {
        return new Application(ID, "A2026-00007", ID, "Ren <Jie>", "任杰", Ground.ILLNESS_FAMILY, TODAY.minusDays(9), 60_000_00L, 1, "My <mother> fell ill.", ID, NOW.minusSeconds(7_200),
                urgent ? NOW.plusSeconds(46 * 3_600) : null, helped, helped == null ? null : 5_000_00L, outcome, outcome == null ? null : 12_000_00L, outcome == null ? null : 7_000_00L,
                outcome == null ? null : NOW, gone ? NOW : null);
    }

    private static ApplicationPage page(Application it, boolean own, boolean spoke, boolean signed, List<Reason> reasons) {
        var voices = spoke || it.outcome() != null ? List.of(new Voice(OTHER, "Gao <Yan>", "高燕", "YES", "", NOW), new Voice(ID, "He Min", "何敏", "NO", "The bill is <missing>", NOW)) : List.<Voice>of();
        return new ApplicationPage(it, own, !own, List.of(new Evidence.Item(ID, "00", "bill <1>.pdf", "application/octet-stream", 12, ID, NOW)), voices,
                signed ? List.of(new Signature(1, OTHER, "Gao <Yan>", "高燕", 5_000_00L, NOW)) : List.of(), 12_000_00L, 5_000_00L, spoke, signed, 46, NOW, Map.of("reason", ""), reasons);
    }

    private static Statement.Line line(String kind, long amount, String other) {
        return new Statement.Line(ID, TODAY, kind, ID, amount, other, null, null);
    }

    private static SealedBooks.Book book(LocalDate until, String byTheBook) {
        return new SealedBooks.Book(TODAY, until, List.of(new SealedBooks.Line("2026-01", "opening", "opening", new BigDecimal("150000.00"), null), new SealedBooks.Line("2026-03", "given", "given-b5", new BigDecimal("2340.00"), ID),
                new SealedBooks.Line("2026-03", "gift", "company", new BigDecimal("10000.00"), ID), new SealedBooks.Line("2026-04", "gift", "other", new BigDecimal("900.00"), ID),
                new SealedBooks.Line("2026 Q1", "payout", "urgent", new BigDecimal("-5000.00"), null), new SealedBooks.Line("2026 Q2", "payout", "decided", new BigDecimal("-2000.00"), null),
                new SealedBooks.Line("2026 Q2", "returned", "returned", new BigDecimal("1000.00"), null)), new BigDecimal(byTheBook));
    }

    @Override
    public List<Page> pages() {
        var pledge = new Giving.Pledge(ID, Band.B20, 2_000, MONTH, NOW, null);
        var account = new Account(ID, Fund.BOOK, Fund.YUAN, Fund.FUND, null, 0L);
        var statement = new Statement(account, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 150_000_00L, 14_240_00L, 7_000_00L, 157_240_00L, List.of(
                line("aid.collected", 2_340_00L, "given-b5"), line("aid.collected", 900_00L, "given-together"), line("aid.gift", 10_000_00L, "company"), line("aid.payout", -7_000_00L, "agreed"), line("aid.returned", 1_000_00L, "paid")), 5);
        var drawn = new Giving.Run(ID, MONTH, 8, 265_00L, ID, NOW, null, null, null);
        var collected = new Giving.Run(OTHER, MONTH.minusMonths(1), 8, 265_00L, ID, NOW, 260_00L, 7, OTHER);
        var payout = new Payouts.Payout(ID, "A2026-00007", "000100", "Ren <Jie>", "任杰", "DECIDED", 7_000_00L, TODAY, null, 0);
        var gone = new Payouts.Payout(OTHER, "A2026-00003", "000101", "Li Lei", "李蕾", "URGENT", 5_000_00L, TODAY, NOW, 1_000_00L);
        var handing = new Payouts.Handing(ID, 1, 5_000_00L, ID, NOW);
        var lines = List.of(new Giving.Line(ID, "000100", "Ren <Jie>", "任杰", Band.B5, 500, false), new Giving.Line(OTHER, "000101", "Li Lei", "李蕾", Band.B200, 20_000, true));
        var open = application(true, null, null, false);
        var activity = new Visits.Activity(ID, TODAY.plusDays(9), "Walk <along> the river", "江边健步走", "Chongqing");
        var hardship = new Visits.Hardship(ID, ID, "000100", "Ren <Jie>", "任杰", "Three <children> and no work", NOW, TODAY.plusDays(90));
        var visit = new Visits.Visit(ID, "V2026-00004", ID, "Ren <Jie>", "任杰", OTHER, "Gao Yan", "高燕", Visits.Occasion.ILLNESS, TODAY.plusDays(1), null);
        var late = new Visits.Visit(OTHER, "V2026-00003", ID, "Ren Jie", "任杰", OTHER, "Gao Yan", "高燕", Visits.Occasion.BIRTH, TODAY.minusDays(1), null);
        var made = new Visits.Visit(OTHER, "V2026-00002", ID, "Ren Jie", "任杰", OTHER, "Gao Yan", "高燕", Visits.Occasion.FESTIVAL, TODAY.minusDays(9), TODAY.minusDays(8));
        var remark = new Oversight.Remark(ID, "A2026-00007", "Why so <late>?", "Anna Weber", "安娜", NOW, null, null);
        var answered = new Oversight.Remark(OTHER, null, "Keep more in the fund", "Lu Wen", "陆文", NOW, "The floor was <raised>", NOW);
        var edition = new Scale.Edition(ID, LocalDate.of(2026, 7, 1), "Meeting <of> June");
        var older = new Scale.Edition(OTHER, LocalDate.of(2024, 1, 1), "Came with the house");
        var steps = List.of(new Scale.Step(20_000_00L, 0, 4_000_00L), new Scale.Step(50_000_00L, 1, 12_000_00L));
        var draft = new Scale.Draft(OTHER, LocalDate.of(2027, 1, 1), "Meeting", OTHER, "Gao <Yan>", "高燕");
        var all = List.of(open, application(true, NOW, null, false), application(false, null, "AGREED", false), application(false, null, "REFUSED", false), application(false, null, null, true));
        return List.of(
                new AidPage(false, 0, 100_000_00L, Optional.empty(), 0, 0, List.of(), false, false, true, Optional.empty(), List.of(), List.of(), Map.of(), List.of()),
                new AidPage(true, 157_240_00L, 100_000_00L, Optional.empty(), 0, 0, List.of(), false, false, false, Optional.empty(), List.of(), List.of(activity), Map.of("hardship", ""), List.of(new Reason("band", "aid.band-missing", List.of()))),
                new AidPage(true, 157_240_00L, 100_000_00L, Optional.of(pledge), 240_00L, 12, all, true, false, false, Optional.of(hardship), List.of(visit), List.of(activity), Map.of(), List.of()),
                new ApplyPage(48, Map.of(), List.of()),
                new ApplyPage(48, Map.of("ground", "ACCIDENT", "ownCost", "1", "words", "A & b", "urgent", "yes"), List.of(new Reason("ownCost", "aid.cost-small", List.of(Fund.yuan(20_000_00L))))),
                page(open, true, false, false, List.of()), page(open, false, false, false, List.of(new Reason("amount", "aid.urgent-most", List.of(Fund.yuan(5_000_00L))))), page(open, false, true, true, List.of()),
                page(application(true, NOW, null, false), true, false, true, List.of()), page(application(true, NOW.plusSeconds(50 * 3_600), "AGREED", false), false, true, true, List.of()),
                page(application(false, null, "REFUSED", false), true, false, false, List.of()), page(application(false, null, null, true), true, false, false, List.of()),
                new ApplicationsPage(List.of(), true, Set.of(), NOW, Query.all("/app/aid/applications"), 0),
                new ApplicationsPage(all, false, Set.of(), NOW, Query.all("/app/aid/applications"), 5),
                new ApplicationsPage(all, true, Set.of(), NOW, Query.all("/app/aid/applications"), 5),
                new ApplicationsPage(List.of(open), true, Set.of(ID), NOW, Query.all("/app/aid/applications"), 1),
                new BookPage(2026, true, null, 0, Query.all("/app/aid/book")), new BookPage(2026, false, statement, 7_000_00L, Query.all("/app/aid/book")),
                new BookOfDayPage("2027-01-01", TODAY, null, List.of(new Reason("day", "aid.book-day-wrong", List.of()))),
                new BookOfDayPage("2026-11-20", TODAY, book(LocalDate.of(2026, 9, 30), "157240.00"), List.of()), new BookOfDayPage("2026-11-22", TODAY, book(TODAY, "157240.01"), List.of(new Reason("", "aid.package-not-yet", List.of()))),
                new RegisterPage(2026, true, List.of(), 5),
                new RegisterPage(2026, true, List.of(new Register.Line("A2026-00007", LocalDate.of(2026, 10, 1), Ground.ILLNESS_FAMILY, false, 7_000_00L, 0), new Register.Line("A2026-00003", LocalDate.of(2026, 1, 1), null, true, 5_000_00L, 1_000_00L)), 5),
                new DeskPage(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, TODAY, Map.of(), List.of()),
                new DeskPage(List.of(drawn, collected), List.of(new Giving.Gift(ID, Giving.GiftKind.COMPANY, TODAY, 10_000_00L, "Bank <statement>"), new Giving.Gift(OTHER, Giving.GiftKind.OTHER, TODAY, 1, "x")),
                        List.of(payout), List.of(gone), List.of(handing), List.of(new Seats.Seat(ID, ID, "000102", "Gao <Yan>", "高燕", Seats.Body.COMMITTEE, TODAY, TODAY.plusYears(2)),
                        new Seats.Seat(OTHER, OTHER, "000103", "Sun Qian", "孙倩", Seats.Body.SUPERVISION, TODAY, TODAY.plusYears(2))), 3_412, TODAY, Map.of("body", "COMMITTEE"),
                        List.of(new Reason("number", "aid.nobody", List.of()))),
                new RunPage(drawn, lines, true, true, Map.of(), List.of()), new RunPage(drawn, List.of(), false, false, Map.of("stated", "1"), List.of(new Reason("stated", "aid.sum-other", List.of(Fund.yuan(265_00), Fund.yuan(100))))),
                new RunPage(collected, lines, true, false, Map.of(), List.of()), new HandingPage(handing, List.of(gone)),
                new RulesPage(new RulesView(AidRule.ALL, List.of(new Rules.Rule("quorum", TODAY, 3, "our <rule>", null)), true, TODAY, Map.of(), Map.of(), List.of())),
                new VisitsPage(List.of(), List.of(), List.of(), TODAY, Map.of(), List.of()),
                new VisitsPage(List.of(visit, late, made), List.of(hardship), List.of(activity), TODAY, Map.of("visitor", "1", "titleEn", "x"), List.of(new Reason("visitor", "aid.no-visitor", List.of()))),
                new RemarksPage(List.of(), true, false, null, TODAY, Map.of(), List.of()), new RemarksPage(List.of(remark, answered), true, false, LocalDate.of(2026, 9, 30), TODAY, Map.of("words", "A & b"), List.of(new Reason("number", "aid.no-such-number", List.of()))),
                new RemarksPage(List.of(remark, answered), false, true, LocalDate.of(2026, 9, 30), TODAY, Map.of(), List.of()),
                new ScalePage(edition, steps, List.of(edition, older), true, Optional.empty(), List.of(), false, TODAY, Map.of("lines", "1"), List.of(new Reason("lines", "aid.scale-line", List.of(1)))),
                new ScalePage(edition, steps, List.of(edition), true, Optional.of(draft), steps, false, TODAY, Map.of(), List.of()),
                new ScalePage(edition, steps, List.of(edition), false, Optional.empty(), List.of(), false, TODAY, Map.of(), List.of()),
                new PromisePage());
    }
}
