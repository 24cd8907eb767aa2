package org.probity.formats.cmrt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What changed from one declaration of a supplier to the next. A changed list is normal; one nobody can explain is not.
///
/// @param added smelters named now and not before
/// @param removed smelters named before and not now
/// @param answers answers about metals that are not what they were
/// @param companyAnswers answers about the company that are not what they were
public record Difference(List<SmelterRow> added, List<SmelterRow> removed, List<Change> answers, List<CompanyChange> companyAnswers) {

    public record Change(MetalAnswer now, Reply before) {
    }

    public record CompanyChange(CompanyAnswer now, Reply before) {
    }

    public Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        answers = List.copyOf(answers);
        companyAnswers = List.copyOf(companyAnswers);
    }

    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && answers.isEmpty() && companyAnswers.isEmpty();
    }

    /// @param list brings old ids and other names to one; without it, rows are compared by what they claim
    public static Difference between(Declaration before, Declaration now, Optional<SmelterList> list) {
        Map<String, SmelterRow> then = byKey(before, list);
        Map<String, SmelterRow> today = byKey(now, list);
        List<Change> answers = new ArrayList<>();
        for (MetalAnswer answer : now.answers()) {
            before.answer(answer.question(), answer.metal()).filter(old -> old.reply() != answer.reply())
                    .ifPresent(old -> answers.add(new Change(answer, old.reply())));
        }
        List<CompanyChange> companyAnswers = new ArrayList<>();
        for (CompanyAnswer answer : now.companyAnswers()) {
            before.answer(answer.question()).filter(old -> old.reply() != answer.reply())
                    .ifPresent(old -> companyAnswers.add(new CompanyChange(answer, old.reply())));
        }
        return new Difference(
                today.entrySet().stream().filter(e -> !then.containsKey(e.getKey())).map(Map.Entry::getValue).toList(),
                then.entrySet().stream().filter(e -> !today.containsKey(e.getKey())).map(Map.Entry::getValue).toList(),
                answers, companyAnswers);
    }

    private static Map<String, SmelterRow> byKey(Declaration declaration, Optional<SmelterList> list) {
        Map<String, SmelterRow> rows = new LinkedHashMap<>();
        for (SmelterRow row : declaration.smelters()) {
            if (!row.notIdentified()) {
                rows.putIfAbsent(key(row, list), row);
            }
        }
        return rows;
    }

    /// One smelter, one key, however it was written: its id if known, else its names without regard to capitals and blanks.
    static String key(SmelterRow row, Optional<SmelterList> list) {
        String metal = row.metal().map(Metal::word).orElse("?");
        Optional<String> id = row.claimedId().map(claimed -> list.map(l -> l.current(claimed)).orElse(claimed));
        if (id.isEmpty() && row.metal().isPresent()) {
            id = list.flatMap(l -> l.named(row.metal().get(), row.lookup())).map(SmelterList.Smelter::id);
        }
        return metal + "|" + id.orElseGet(() -> (row.notListed() ? row.name() : row.lookup() + "|" + row.name())
                .toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }
}
