package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;

/** What stands against a report as its sender describes it. */
record Objections(Substances.Report it, PaperKind kind, Optional<CandidateLists.Edition> inForce, LocalDate today) {

    List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        missing(reasons, "laboratory", it.laboratory(), "substances.laboratory-missing");
        missing(reasons, "accreditor", it.accreditor(), "substances.accreditor-missing");
        missing(reasons, "accreditation", it.accreditation(), "substances.accreditation-missing");
        missing(reasons, "reportNumber", it.reportNumber(), "substances.number-missing");
        if (it.reportDay() == null) {
            reasons.add(new Reason("reportDay", "substances.day-missing", List.of()));
        } else if (it.reportDay().isAfter(today)) {
            reasons.add(new Reason("reportDay", "substances.day-to-come", List.of()));
        } else if (Paper.holdsUntil(it.reportDay()).isBefore(today)) {
            reasons.add(new Reason("reportDay", "substances.report-old", List.of(Paper.HOLDS_MONTHS)));
        }
        if (it.covers().isEmpty()) {
            reasons.add(new Reason("covers", "substances.covers-missing", List.of()));
        }
        missing(reasons, "articles", it.articles(), "substances.articles-missing");
        if (it.result() == null) {
            reasons.add(new Reason("result", "substances.result-missing", List.of()));
        }
        if (kind == PaperKind.REACH && inForce.isPresent()) {
            if (it.edition() == null) {
                reasons.add(new Reason("edition", "substances.list-missing", List.of()));
            } else if (!it.edition().equals(inForce.get().id())) {
                reasons.add(new Reason("edition", "substances.list-old", List.of(inForce.get().version(), inForce.get().day())));
            }
        }
        return reasons;
    }

    private static void missing(List<Reason> reasons, String field, String words, String key) {
        if (words.isBlank()) {
            reasons.add(new Reason(field, key, List.of()));
        }
    }

    /** A PDF or a picture, by its first bytes: the name says what its sender likes. */
    static boolean isPaper(byte[] file) {
        return begins(file, '%', 'P', 'D', 'F') || begins(file, 0x89, 'P', 'N', 'G') || begins(file, 0xFF, 0xD8, 0xFF);
    }

    private static boolean begins(byte[] file, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
