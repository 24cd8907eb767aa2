package org.probity.supply.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.gathering.Occasion;
import org.probity.supply.exchange.Campaign.Progress;
import org.probity.supply.supplier.Supplier;

class ExchangePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000073");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final Instant FROM = Instant.parse("2026-11-20T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Course> COURSES = new Courses().on(TODAY);
    private static final Course CLIMATE = COURSES.stream().filter(it -> it.topic() == Topic.CLIMATE).findFirst().orElseThrow();
    private static final Campaign RUNS = new Campaign(ID, "C2026-0002", "Responsible supply & you", "责任供应链 2026", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 12, 15), "all", true);
    private static final Campaign PLANNED = new Campaign(ID, "C2026-0003", "Solder only", "焊料专题", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 1), "solder", false);
    private static final Campaign OVER = new Campaign(ID, "C2025-0001", "Last year", "上年宣导", LocalDate.of(2025, 3, 1), LocalDate.of(2025, 12, 15), "", true);
    private static final Supplier JINLONG = new Supplier(ID, "S-00932", "Jinlong Solder & Sons", "金龙焊料", "", "CN", "solder", "Solder", "焊料", null, null, NOW, null);
    private static final Supplier.Category SOLDER = new Supplier.Category("solder", "Solder & <paste>", "焊料", null, 38);
    private static final Occasion HELD = new Occasion(ID, Kinds.SESSION, "T2026-00004", "Climate <live>", List.of("CLIMATE", "SAFETY"), List.of(ID), ID, FROM, FROM, FROM.plusSeconds(5400), "", false,
            true, 34, 2, 1, 1, ID);

    private static Attempt attempt(int no, int right, LocalDate day) {
        return new Attempt(ID, no, 5, right, 80, right >= 4, 0, day, ID);
    }

    private static Progress progress(int read, Attempt... attempts) {
        return new Progress(CLIMATE, Optional.of(ID), new org.probity.shapes.course.Progress(CLIMATE.lesson(), IntStream.rangeClosed(1, read).boxed().toList(), List.of(attempts), 0));
    }

    private static ExchangesPage.Line line(boolean calledOff) {
        return new ExchangesPage.Line(ID, "X2026-00017", "Carbon of <wafers>", "VISIT", "CLIMATE,SUNNY_SOURCING", FROM, FROM.plusSeconds(7200), "Jinlong Solder & Sons", "金龙焊料", 6, calledOff,
                !calledOff, 1, calledOff ? null : 1, 2);
    }

    @Override
    public List<Page> pages() {
        var all = CLIMATE.sheets().size();
        var reach = List.of(new Campaign.Reach("contact", 152, 101, 40, 77), new Campaign.Reach("staff", 63, 60, 12, 58));
        var parties = List.of(new Campaign.PartyReach(ID, "S-00932", "Jinlong Solder & Sons", "金龙焊料", 2, 1, 0, 1), new Campaign.PartyReach(ID, "S-00939", "Yuxin <Ribbon>", "裕欣焊带", 1, 0, 0, 0));
        var rule = new RulesPage.Rule("pass-percent", LocalDate.of(2024, 1, 1), 80, "our rule", null, null);
        return List.of(
                new ExchangesPage(List.of(), Query.all("/app/exchanges"), 0, true, NOW, ZONE), new ExchangesPage(List.of(line(false), line(true)), Query.all("/app/exchanges"), 2, false, NOW, ZONE),
                new EnterPage(Optional.empty(), List.of(), TODAY, Map.of(), List.of(), List.of()),
                new EnterPage(Optional.empty(), List.of(JINLONG), TODAY, Map.of("suppliers", "S-00932, S-1", "form", "CALL", "title", "Carbon & co"), List.of("CLIMATE"),
                        List.of(new Reason("suppliers", "exchange.supplier-unknown", List.of("S-1")))),
                new EnterPage(Optional.of(RUNS), List.of(), TODAY, Map.of("from", "09:30"), List.of(), List.of(new Reason("topics", "gathering.topic-missing", List.of()))),
                new CampaignsPage(List.of(), Map.of(), COURSES, true, TODAY), new CampaignsPage(List.of(PLANNED, RUNS, OVER), Map.of(ID, reach), COURSES, false, TODAY),
                new CampaignPage(RUNS, "", "", COURSES, reach, parties, List.of(HELD), true, NOW, ZONE), new CampaignPage(PLANNED, "Solder & <paste>", "焊料", List.of(CLIMATE), List.of(), List.of(), List.of(), false, NOW, ZONE),
                new OpenPage(COURSES, List.of(SOLDER), TODAY, Map.of(), List.of(), List.of()),
                new OpenPage(COURSES, List.of(SOLDER), TODAY, Map.of("titleEn", "You & we", "suppliers", "solder", "procurement", "true"), List.of("climate"),
                        List.of(new Reason("titleZh", "exchange.title-missing", List.of()), new Reason("untilDay", "exchange.days-turned", List.of()))),
                new CoursePage(CLIMATE, true),
                new RulesPage(List.of(rule), List.of(), ID, false, TODAY, Map.of(), Map.of(), List.of()),
                new RulesPage(List.of(rule), List.of(new Rules.Proposed(ID, "pass-percent", TODAY.plusDays(1), 90, "Board <2026>", ID)), ID, true, TODAY, Map.of(ID, "Zhao Ning"), Map.of(), List.of()),
                new RulesPage(List.of(rule), List.of(new Rules.Proposed(ID, "pass-percent", TODAY.plusDays(1), 90, "Board <2026>", ID)), new UUID(0, 1), false, TODAY, Map.of(ID, "Zhao Ning"), Map.of(), List.of()),
                new RulesPage(List.of(new RulesPage.Rule("pass-percent", TODAY, 90, "Board <2026>", ID, ID), rule), List.of(new Rules.Proposed(ID, "pass-percent", TODAY.plusDays(1), 95, "Board", ID)), new UUID(0, 1), true, TODAY, Map.of(ID, "Zhao Ning"), Map.of("value", "0"),
                        List.of(new Reason("value", "exchange.rule-value", List.of()))),
                new LearningPage(List.of(), List.of(), false, true, TODAY), new LearningPage(List.of(), List.of(), true, false, TODAY),
                new LearningPage(List.of(new LearningPage.Learn(RUNS, List.of(progress(0), progress(2), progress(all), progress(all, attempt(1, 5, TODAY)))),
                        new LearningPage.Learn(OVER, List.of(progress(1)))), List.of(new Certificate.Attended(ID, "T2026-00004", "Climate <live>", TODAY, 5335, ID)), true, true, TODAY));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new ExchangeTabPage("S-00932", List.of(), List.of(), NOW, ZONE),
                new ExchangeTabPage("S-00932", List.of(HELD), List.of(new ExchangeTabPage.Learned("CLIMATE", 1, 2, TODAY)), NOW, ZONE));
    }
}
