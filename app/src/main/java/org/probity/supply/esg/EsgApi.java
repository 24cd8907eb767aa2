package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Query;
import org.probity.shapes.obligation.State;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Self-assessments and risk for programs. Answers are given on screens and by workbook; a program does not speak for a supplier. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class EsgApi {
    /** A page of suppliers by risk. */
    record EsgRiskList(List<RiskLines.Line> suppliers, int page, long total) {}

    /** @param reason what the point is for @param words its arguments, as JSON @param record the entry of the log it rests on; absent: a dated rule */
    record EsgPoint(String pillar, BigDecimal points, String reason, String words, @Nullable UUID record) {}

    /** The risk of one supplier with every point. */
    record EsgRisk(UUID supplier, LocalDate day, List<Risk.Side> sides, List<EsgPoint> points) {}

    /** One self-assessment and where it stands. */
    record EsgAssessment(UUID id, UUID supplier, String number, String form, State state, LocalDate dueDay, @Nullable BigDecimal score) {}

    /** A page of the self-assessments of a year. */
    record EsgAssessmentList(List<EsgAssessment> assessments, int page, long total) {}

    private final Risks risks;
    private final RiskLines riskLines;
    private final AssessmentLines lines;
    private final Clock clock;

    EsgApi(Risks risks, RiskLines riskLines, AssessmentLines lines, Clock clock) {
        this.risks = risks;
        this.riskLines = riskLines;
        this.lines = lines;
        this.clock = clock;
    }

    /** Suppliers by their risk, the highest first, fifty a page; of one band (LOW, MEDIUM, HIGH) when it is named. */
    @GetMapping("/api/esg/risk")
    EsgRiskList risk(@RequestParam(defaultValue = "") String band, @RequestParam(defaultValue = "1") int page) {
        var asked = Query.all("/api/esg/risk").with("band", band).onPage(page);
        return new EsgRiskList(riskLines.page(asked, today()), asked.page(), riskLines.count(asked, today()));
    }

    /** The risk of one supplier, point by point. */
    @GetMapping("/api/esg/risk/{supplier}")
    EsgRisk risk(@PathVariable UUID supplier) {
        var it = risks.of(supplier).orElseThrow(() -> new NotThere("risk of " + supplier));
        return new EsgRisk(supplier, it.day(), it.sides(),
                it.points().stream().map(point -> new EsgPoint(point.pillar(), point.points(), point.reason(), point.words(), point.record())).toList());
    }

    /** The self-assessments of a year, those that wait for a review first, fifty a page; of one state (OWED, SENT_IN, SENT_BACK, MET, LAPSED, WAIVED) when it is named. */
    @GetMapping("/api/esg/assessments")
    EsgAssessmentList assessments(@RequestParam int year, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page) {
        var sought = new AssessmentLines.Sought(year, "", state, "");
        var asked = Query.all("/api/esg/assessments").onPage(page);
        return new EsgAssessmentList(lines.page(sought, today(), asked.limit(), asked.offset()).stream()
                .map(it -> new EsgAssessment(it.obligation(), it.supplier(), it.number(), Topic.of(it.kind()).code, it.state(), it.dueDay(), it.score())).toList(), asked.page(),
                lines.count(sought, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
