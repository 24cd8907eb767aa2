package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.shapes.casework.CaseKind;
import org.probity.shapes.casework.CaseKind.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Findings as corrective actions, with the days of the pack. */
@Configuration
class AuditCases {
    static final String KIND = "audit.finding";
    static final Set<Role> AUDITORS = Set.of(Role.QUALITY, Role.BUYER, Role.PROCESS, Role.EHS);

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final String PRIORITY = "RBA VAP: plan 7 calendar days after a Priority finding is confirmed. Closing after 30 days: not confirmed in a source, the house may choose.";
    private static final String MAJOR = "RBA VAP: plan 14 days after the validated report. Closing after 90 days: not confirmed in a source, the house may choose.";
    private static final String MINOR = "RBA VAP: plan 14 days after the validated report. Closing after 270 days: not confirmed in a source, the house may choose.";

    @Bean
    static CaseKind auditFindings() {
        return new CaseKind(KIND, AUDITORS, subject -> "/app/audits/findings/" + subject, List.of(
                new Span(Severity.PRIORITY.name(), SINCE, 7, 30, PRIORITY),
                new Span(Severity.MAJOR.name(), SINCE, 14, 90, MAJOR),
                new Span(Severity.MINOR.name(), SINCE, 14, 270, MINOR)));
    }
}
