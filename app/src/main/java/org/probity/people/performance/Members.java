package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.ui.Answer.Reason;
import org.springframework.stereotype.Service;

/** Puts together what is known of one member, for whoever was found to have a part in it. */
@Service
class Members {
    private final Cycles cycles;
    private final Schemes schemes;
    private final Sheets sheets;
    private final Notes notes;
    private final Assessments assessments;
    private final Appeals appeals;
    private final Accounts accounts;
    private final Clock clock;

    Members(Cycles cycles, Schemes schemes, Sheets sheets, Notes notes, Assessments assessments, Appeals appeals, Accounts accounts, Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.sheets = sheets;
        this.notes = notes;
        this.assessments = assessments;
        this.appeals = appeals;
        this.accounts = accounts;
        this.clock = clock;
    }

    MemberPage page(Standing it, People.Part part, String back, boolean answers, Map<String, String> typed, List<Reason> reasons) {
        var cycle = cycles.find(it.cycle()).orElseThrow();
        var drafts = new EnumMap<Notes.Kind, String>(Notes.Kind.class);
        if (part == People.Part.MANAGER) {
            for (var kind : List.of(Notes.Kind.MID_MANAGER, Notes.Kind.TALK)) {
                notes.draft(it.cycle(), it.person(), kind).ifPresent(note -> drafts.put(kind, note.words()));
            }
        }
        var versions = sheets.of(it.cycle(), it.person());
        var ratings = assessments.of(it.cycle(), it.person());
        var results = new HashMap<Integer, String>();
        versions.stream().filter(sheet -> sheet.state() == Sheet.State.AGREED || sheet.state() == Sheet.State.SIGNED).findFirst()
                .ifPresent(sheet -> sheet.commitments().forEach(one -> assessments.result(one, cycle).ifPresent(result -> results.put(one.place(), result))));
        Map<UUID, String> names = accounts.names(ratings.stream().map(Assessment::by).collect(Collectors.toSet()));
        return new MemberPage(cycle, it, schemes.find(it.scheme()), part, versions, notes.of(it.cycle(), it.person()), drafts, ratings, results, names, appeals.of(it.cycle(), it.person()),
                answers, back, LocalDate.now(clock), typed, reasons);
    }
}
