package org.probity.people.retirement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.retirement.Afterwards.Benefit;
import org.probity.people.retirement.Schedule.Category;

class RetirementPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000c1");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000c2");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Place UNIT = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), null, ID, "CN", "Anhui", "", "", LocalDate.of(2020, 1, 1), null);
    private static final Directory.Person REN = new Directory.Person(ID, "000100", "任杰", "Ren <Jie>", "", List.of());
    private static final Retirements.File FILE = new Retirements.File(ID, "000100", "Ren <Jie>", "任杰", LocalDate.of(1971, 4, 1), Category.F55, "ID card & contract");
    private static final Schedule SCHEDULE = new Schedule(Category.F55, LocalDate.of(1970, 1, 1), 660, 4, 36, "Decision of <2024-09-13>");

    private static Retirements.Choice choice(@Nullable String outcome, boolean over) {
        return new Retirements.Choice(ID, ID, LocalDate.of(2027, 8, 1), "My <garden> & I", NOW, outcome, outcome == null ? null : outcome.equals("REFUSED") ? "Contributions are <missing>" : "", over);
    }

    private static RetirementPage page(List<Retirements.Choice> choices, boolean own, boolean keeps, Map<String, String> typed, List<Reason> reasons) {
        var handovers = List.of(new Afterwards.Handover(ID, ID, "Ren <Jie>", "任杰", OTHER, "Sun Qian", "孙倩", "Keys of the <store>", TODAY.minusDays(1), null), new Afterwards.Handover(OTHER, ID, "Ren <Jie>", "任杰", OTHER, "Sun Qian", "孙倩", "Recipes", TODAY, TODAY),
                new Afterwards.Handover(UUID.randomUUID(), ID, "Ren <Jie>", "任杰", OTHER, "Sun Qian", "孙倩", "Drawings", TODAY.plusDays(9), null));
        return new RetirementPage(REN, FILE, SCHEDULE, 180, choices, handovers, own ? handovers.subList(0, 1) : List.of(), List.of(new Afterwards.GoesOn(Benefit.INSURANCE, TODAY, null, "Policy <88>"), new Afterwards.GoesOn(Benefit.UNITS, TODAY, TODAY, "Plan")),
                List.of(new Afterwards.Visit(TODAY, "Tea & <cake>")), List.of(new Afterwards.Back(ID, TODAY, TODAY.plusDays(300), "S-<17>")), keeps ? List.of(UNIT) : List.of(), own, keeps, true, TODAY, typed, reasons);
    }

    @Override
    public List<Page> pages() {
        var retirees = List.of(new Afterwards.Retiree(ID, "000001", "Old <Zhang>", "老张", TODAY, false, null), new Afterwards.Retiree(OTHER, "000002", "Old Li", "老李", TODAY, true, TODAY));
        var schedules = Map.of(Category.F55, SCHEDULE);
        var query = Query.all("/app/retirement/desk");
        return List.of(RetirementPage.nobody(false, TODAY, List.of()), new RetirementPage(REN, null, null, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true, false, false, TODAY, Map.of(), List.of()),
                page(List.of(), true, false, Map.of("month", "2020-01"), List.of(new Reason("month", "retirement.month-early", List.of("2026-05")))),
                page(List.of(choice(null, false), choice("REFUSED", true), choice(null, true)), true, false, Map.of(), List.of()), page(List.of(choice("AGREED", false), choice("AGREED", true)), true, false, Map.of(), List.of()),
                page(List.of(choice(null, false)), false, true, Map.of("reason", ""), List.of(new Reason("reason", "retirement.reason-missing", List.of()))),
                page(List.of(), false, true, Map.of("contract", "A & b", "taker", "x", "source", "", "visited", ""), List.of(new Reason("rehireFrom", "retirement.too-young", List.of("2026-08")), new Reason("taker", "retirement.to-another", List.of()))),
                page(List.of(), false, false, Map.of(), List.of()),
                new RetirementDeskPage(List.of(), List.of(), schedules, false, query, Map.of(), List.of()),
                new RetirementDeskPage(List.of(new Retirements.Soon(FILE, YearMonth.of(2026, 8), null, false), new Retirements.Soon(FILE, YearMonth.of(2026, 8), YearMonth.of(2027, 8), true), new Retirements.Soon(FILE, YearMonth.of(2026, 8), YearMonth.of(2027, 8), false)),
                        retirees, schedules, true, query, Map.of("number", "A & b"), List.of(new Reason("born", "retirement.born-wrong", List.of()))));
    }
}
