package org.probity.formats.cmrt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the form's own check never asks: whether the declaration is current, whether its smelters exist and still count, whether its answers agree
/// with each other, with what is bought, with last year's and with nobody else's.
public final class SecondOpinion {

    /// The form advises at most so many characters in one cell; programs that exchange declarations cut longer ones.
    private static final int LONGEST_TEXT = 255;

    private final Declaration declaration;
    private final Background background;
    private final List<Finding> findings = new ArrayList<>();

    private SecondOpinion(Declaration declaration, Background background) {
        this.declaration = declaration;
        this.background = background;
    }

    /// Everything to be said about a declaration: what is missing and what cannot be right, in the order of the cells.
    public static List<Finding> all(Declaration declaration, Background background) {
        List<Finding> all = new ArrayList<>(Checker.findings(declaration));
        all.addAll(findings(declaration, background));
        all.sort((a, b) -> a.cell().compareTo(b.cell()) != 0 ? a.cell().compareTo(b.cell()) : a.severity().compareTo(b.severity()));
        return List.copyOf(all);
    }

    /// Only what goes beyond the form's own check.
    public static List<Finding> findings(Declaration declaration, Background background) {
        SecondOpinion opinion = new SecondOpinion(declaration, background);
        opinion.version();
        opinion.day();
        opinion.longTexts();
        opinion.answersOffered();
        opinion.metals();
        opinion.company();
        opinion.smelters();
        opinion.copiedList();
        opinion.difference();
        return opinion.findings.stream().distinct().toList();
    }

    private void mustCorrect(String key, Cell cell, Object... args) {
        findings.add(Finding.mustCorrect(key, cell, args));
    }

    private void lookAt(String key, Cell cell, Object... args) {
        findings.add(Finding.lookAt(key, cell, args));
    }

    // ---- the form itself

    private void version() {
        Version version = declaration.version();
        LocalDate today = background.today();
        Version newest = background.versions().newest(today).orElse(version);
        if (!declaration.versionCertain()) {
            lookAt("cmrt.version-uncertain", declaration.revision(), version.toString());
        }
        Optional<LocalDate> replaced = background.versions().replaced(version).filter(d -> !d.isAfter(today));
        if (version.major() < newest.major() || replaced.isPresent() && replaced.get().plus(background.grace()).isBefore(today)) {
            mustCorrect("cmrt.version-outdated", declaration.revision(), version.toString(), newest.toString());
        } else if (replaced.isPresent()) {
            lookAt("cmrt.version-replaced", declaration.revision(), version.toString(), newest.toString());
        } else if (version.compareTo(newest) > 0) {
            lookAt("cmrt.version-newer-than-known", declaration.revision(), version.toString(), newest.toString());
        }
    }

    private void day() {
        Cell cell = declaration.required(Field.EFFECTIVE_DATE);
        Optional<LocalDate> day = declaration.effectiveDate();
        if (day.isEmpty()) {
            if (!cell.zero()) {
                mustCorrect("cmrt.day-unreadable", cell);
            }
        } else if (day.get().isAfter(background.today())) {
            mustCorrect("cmrt.day-in-future", cell, day.get());
        } else if (day.get().plus(background.validity()).isBefore(background.today())) {
            mustCorrect("cmrt.day-too-old", cell, day.get(), background.today().minus(background.validity()));
        }
    }

    private void longTexts() {
        Stream.of(
                        declaration.company().values().stream(),
                        declaration.answers().stream().map(MetalAnswer::comment),
                        declaration.companyAnswers().stream().map(CompanyAnswer::comment),
                        declaration.smelters().stream().flatMap(s -> s.cells().values().stream()).filter(c -> !c.computed()),
                        declaration.products().stream().flatMap(p -> Stream.of(p.number(), p.name(), p.comment())))
                .flatMap(cells -> cells)
                .filter(cell -> cell.value().length() > LONGEST_TEXT)
                .forEach(cell -> findings.add(new Finding("cmrt.text-too-long", Finding.Severity.LOOK_AT, cell.at(),
                        cell.value().substring(0, LONGEST_TEXT), List.of(cell.value().length(), LONGEST_TEXT))));
    }

    // ---- answers

    private void answersOffered() {
        if (declaration.scope() == Scope.OTHER) {
            mustCorrect("cmrt.answer-not-offered", declaration.required(Field.SCOPE));
        }
        for (MetalAnswer answer : declaration.answers()) {
            if (!offered(answer.question()).contains(answer.reply())) {
                mustCorrect("cmrt.answer-not-offered", answer.cell());
            }
        }
        for (CompanyAnswer answer : declaration.companyAnswers()) {
            if (answer.reply() == Reply.OTHER) {
                mustCorrect("cmrt.answer-not-offered", answer.cell());
            }
        }
    }

    /// Wide enough for the spellings of all editions, narrow enough to catch an answer in the wrong row.
    private static Set<Reply> offered(Question question) {
        return switch (question) {
            case ADDED, REMAINS, SMELTERS_REPORTED -> Set.of(Reply.UNANSWERED, Reply.YES, Reply.NO);
            case SMELTERS_IDENTIFIED, SMELTERS_VALIDATED -> Set.of(Reply.UNANSWERED, Reply.YES, Reply.NO, Reply.UNKNOWN);
            case COVERED_COUNTRIES, CONFLICT_AREAS -> Set.of(Reply.UNANSWERED, Reply.YES, Reply.NO, Reply.UNKNOWN);
            case RECYCLED -> Set.of(Reply.UNANSWERED, Reply.YES, Reply.NO, Reply.UNKNOWN, Reply.ALL);
            case RESPONSES -> Set.of(Reply.UNANSWERED, Reply.ALL, Reply.YES, Reply.NO, Reply.OVER_90, Reply.OVER_75, Reply.OVER_50,
                    Reply.OVER_25, Reply.HALF_OR_LESS, Reply.UNDER_25, Reply.NONE, Reply.UNKNOWN);
        };
    }

    private void metals() {
        for (Metal metal : Metal.values()) {
            List<SmelterRow> rows = declaration.smelters(metal);
            Stream.of(Question.ADDED, Question.REMAINS).forEach(question -> declaration.answer(question, metal)
                    .filter(a -> a.reply() == Reply.NO).ifPresent(answer -> {
                        if (background.expected().contains(metal)) {
                            mustCorrect("cmrt.metal-denied", answer.cell(), metal);
                        } else if (!rows.isEmpty()) {
                            mustCorrect("cmrt.smelters-for-absent-metal", answer.cell(), metal, rows.size());
                        }
                    }));
            if (declaration.inScope(metal)) {
                contradictions(metal, rows);
            }
        }
    }

    private void contradictions(Metal metal, List<SmelterRow> rows) {
        boolean everyoneAnswered = is(Question.RESPONSES, metal, Reply.ALL, Reply.YES);
        boolean allIdentified = is(Question.SMELTERS_IDENTIFIED, metal, Reply.YES);
        boolean allRecycled = is(Question.RECYCLED, metal, Reply.YES, Reply.ALL);
        // A plain "No" to origin is a statement about every source; it cannot be made while sources are unknown.
        for (Question origin : List.of(Question.COVERED_COUNTRIES, Question.CONFLICT_AREAS)) {
            declaration.answer(origin, metal).filter(a -> a.reply() == Reply.NO && !allRecycled && !(everyoneAnswered && allIdentified))
                    .ifPresent(a -> lookAt("cmrt.origin-not-known", a.cell(), origin, metal));
            declaration.answer(origin, metal).filter(a -> a.reply() == Reply.YES)
                    .ifPresent(a -> lookAt(allRecycled ? "cmrt.recycled-yet-mined" : "cmrt.origin-needs-diligence", a.cell(), origin, metal));
        }
        declaration.answer(Question.SMELTERS_IDENTIFIED, metal).filter(a -> allIdentified).ifPresent(a -> {
            if (!is(Question.RESPONSES, metal, Reply.ALL, Reply.YES, Reply.UNANSWERED, Reply.OTHER)) {
                lookAt("cmrt.all-identified-yet-not-all-answered", a.cell(), metal);
            }
            rows.stream().filter(SmelterRow::notIdentified).findFirst()
                    .ifPresent(row -> mustCorrect("cmrt.all-identified-yet-one-is-not", a.cell(), metal, row.row()));
        });
        declaration.answer(Question.RESPONSES, metal)
                .filter(a -> is(Question.RESPONSES, metal, Reply.HALF_OR_LESS, Reply.UNDER_25, Reply.OVER_25, Reply.NONE))
                .ifPresent(a -> lookAt("cmrt.few-suppliers-answered", a.cell(), metal));
        List<SmelterRow> miners = rows.stream().filter(r -> r.cell(SmelterRow.Column.RECYCLED)
                .map(c -> c.value().equalsIgnoreCase("No")).orElse(false)).toList();
        declaration.answer(Question.RECYCLED, metal).filter(a -> allRecycled && !miners.isEmpty())
                .ifPresent(a -> mustCorrect("cmrt.recycled-yet-not-everywhere", a.cell(), metal, miners.size(), miners.getFirst().row()));
    }

    private boolean is(Question question, Metal metal, Reply... replies) {
        return List.of(replies).contains(declaration.reply(question, metal));
    }

    private void company() {
        Map<CompanyQuestion, Reply> replies = declaration.companyAnswers().stream()
                .collect(Collectors.toMap(CompanyAnswer::question, CompanyAnswer::reply));
        declaration.answer(CompanyQuestion.POLICY_PUBLIC)
                .filter(a -> a.reply() == Reply.YES && replies.get(CompanyQuestion.POLICY) == Reply.NO)
                .ifPresent(a -> mustCorrect("cmrt.public-policy-without-policy", a.cell()));
        declaration.answer(CompanyQuestion.CORRECTIVE_ACTION)
                .filter(a -> a.reply() == Reply.YES && replies.get(CompanyQuestion.REVIEW) == Reply.NO)
                .ifPresent(a -> lookAt("cmrt.corrective-action-without-review", a.cell()));
        declaration.answer(CompanyQuestion.SURVEY).filter(a -> a.reply() == Reply.NO).ifPresent(a -> {
            if (Stream.of(Metal.values()).anyMatch(m -> is(Question.RESPONSES, m, Reply.ALL, Reply.OVER_90, Reply.OVER_75, Reply.OVER_50))) {
                lookAt("cmrt.answers-without-survey", a.cell());
            }
        });
        declaration.answer(CompanyQuestion.POLICY_PUBLIC).filter(a -> a.reply() == Reply.YES).map(CompanyAnswer::comment)
                .filter(c -> c.value().length() > 1 && !c.value().toLowerCase(Locale.ROOT).matches("(?s).*[\\p{L}\\p{N}]\\.[\\p{L}]{2,}.*"))
                .ifPresent(c -> lookAt("cmrt.policy-address-odd", c));
    }

    // ---- smelters

    private void smelters() {
        Map<String, Integer> seen = new HashMap<>();
        for (SmelterRow row : declaration.smelters()) {
            if (row.metal().isEmpty()) {
                row.cell(SmelterRow.Column.METAL).ifPresent(cell -> {
                    if (row.claimedId().isEmpty() || !cell.blank()) {
                        mustCorrect("cmrt.row-metal-missing", cell);
                    }
                });
            }
            if (row.notIdentified()) {
                lookAt("cmrt.smelter-not-identified", row.principal());
                continue;
            }
            Integer earlier = seen.putIfAbsent(Difference.key(row, background.list()), row.row());
            if (earlier != null) {
                lookAt("cmrt.smelter-twice", row.principal(), earlier);
            } else {
                background.list().ifPresent(list -> judge(row, list));
            }
        }
    }

    private void judge(SmelterRow row, SmelterList list) {
        Optional<String> claimed = row.claimedId();
        if (claimed.isPresent()) {
            judgeById(row, claimed.get(), list);
        } else if (row.notListed()) {
            lookAt("cmrt.smelter-outside-list", row.principal(), row.name());
        } else {
            judgeByName(row, list);
        }
    }

    private void judgeById(SmelterRow row, String claimed, SmelterList list) {
        Cell cell = row.cell(SmelterRow.Column.ID).filter(c -> !c.blank())
                .or(() -> row.cell(SmelterRow.Column.ID_INPUT).filter(c -> !c.blank())).orElse(row.principal());
        String id = list.current(claimed);
        Optional<SmelterList.Smelter> known = row.metal().isPresent() ? list.find(id, row.metal().get()) : list.find(id);
        if (known.isPresent()) {
            fits(row, known.get(), list, cell);
            return;
        }
        Optional<SmelterList.Smelter> otherMetal = list.find(id);
        if (otherMetal.isPresent()) {
            mustCorrect("cmrt.metal-wrong", row.cell(SmelterRow.Column.METAL).orElse(cell), id, otherMetal.get().name(),
                    otherMetal.get().metal());
            return;
        }
        if (!id.startsWith("CID")) {
            lookAt("cmrt.id-old", cell, id);
            return;
        }
        Optional<SmelterList> last = earlier(l -> l.find(id).isPresent());
        if (last.isPresent()) {
            mustCorrect("cmrt.smelter-delisted", cell, id, last.get().find(id).orElseThrow().name(), last.get().version(), list.version());
        } else {
            mustCorrect("cmrt.id-unknown", cell, id, list.version());
        }
    }

    private Optional<SmelterList> earlier(java.util.function.Predicate<SmelterList> knows) {
        return background.earlierLists().stream().filter(knows).max((a, b) -> a.day().compareTo(b.day()));
    }

    private void judgeByName(SmelterRow row, SmelterList list) {
        Optional<Metal> metal = row.metal();
        if (metal.isEmpty()) {
            return;
        }
        String name = row.lookup().isEmpty() ? row.name() : row.lookup();
        Optional<SmelterList.Smelter> known = list.named(metal.get(), name);
        if (known.isPresent()) {
            standing(row, known.get(), list, row.principal());
            return;
        }
        Optional<SmelterList.Smelter> elsewhere = Stream.of(Metal.values()).flatMap(m -> list.named(m, name).stream()).findFirst();
        Optional<SmelterList> last = earlier(l -> l.named(metal.get(), name).isPresent());
        if (name.isEmpty()) {
            mustCorrect("cmrt.smelter-unnamed", row.principal());
        } else if (elsewhere.isPresent()) {
            mustCorrect("cmrt.metal-wrong", row.cell(SmelterRow.Column.METAL).orElse(row.principal()), elsewhere.get().id(),
                    elsewhere.get().name(), elsewhere.get().metal());
        } else if (last.isPresent()) {
            SmelterList.Smelter gone = last.get().named(metal.get(), name).orElseThrow();
            mustCorrect("cmrt.smelter-delisted", row.principal(), gone.id(), gone.name(), last.get().version(), list.version());
        } else {
            mustCorrect("cmrt.smelter-unresolved", row.principal(), name, metal.get());
        }
    }

    /// Does the name beside the id belong to it?
    private void fits(SmelterRow row, SmelterList.Smelter known, SmelterList list, Cell idCell) {
        String name = row.lookup().isEmpty() || row.notListed() ? row.name() : row.lookup();
        if (!name.isEmpty() && SmelterRow.idIn(name).isEmpty()) {
            Optional<SmelterList.Smelter> byName = list.named(known.metal(), name);
            if (byName.isPresent() && !byName.get().id().equals(known.id())) {
                mustCorrect("cmrt.name-of-another", row.principal(), known.id(), known.name(), byName.get().id());
                return;
            }
            if (byName.isEmpty() && !alike(name, known)) {
                lookAt("cmrt.name-differs", row.principal(), known.id(), known.name());
            }
        }
        standing(row, known, list, idCell);
    }

    /// Any word of four letters or more in common, or any two characters of a Chinese name, and it may be a spelling.
    private static boolean alike(String name, SmelterList.Smelter known) {
        Set<String> theirs = new LinkedHashSet<>();
        known.aliases().forEach(alias -> theirs.addAll(words(alias)));
        return words(name).stream().anyMatch(theirs::contains);
    }

    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() >= 4 && !List.of("company", "limited", "group", "corp", "metal", "metals", "refinery", "smelting",
                    "tungsten", "tantalum", "gold").contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private void standing(SmelterRow row, SmelterList.Smelter known, SmelterList list, Cell cell) {
        if (list.statusLoaded() && known.status() == SmelterList.Status.NONE) {
            lookAt("cmrt.smelter-not-conformant", cell, known.id(), known.name());
        }
        row.cell(SmelterRow.Column.COUNTRY).filter(c -> !c.blank() && !known.country().isEmpty() && !sameCountry(c.value(), known.country()))
                .ifPresent(c -> lookAt("cmrt.country-differs", c, known.id(), known.country()));
    }

    /// "UNITED STATES" of an old form is "UNITED STATES OF AMERICA" of a new one.
    private static boolean sameCountry(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        String b = other.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        return a.equals(b) || a.startsWith(b) || b.startsWith(a);
    }

    // ---- others and earlier

    private void copiedList() {
        declaration.listFingerprint().map(background.otherLists()::get)
                .ifPresent(other -> lookAt("cmrt.list-copied", declaration.smelters().getFirst().principal(), other));
    }

    private void difference() {
        if (background.previous().isEmpty()) {
            return;
        }
        Difference difference = Difference.between(background.previous().get(), declaration, background.list());
        difference.added().forEach(row -> lookAt("cmrt.smelter-new", row.principal(), name(row)));
        Cell below = Checker.firstFreeSmelterCell(declaration);
        difference.removed().forEach(row -> lookAt("cmrt.smelter-gone", below, name(row)));
        difference.answers().forEach(change -> lookAt("cmrt.answer-changed", change.now().cell(), change.before(), change.now().reply()));
        difference.companyAnswers().forEach(
                change -> lookAt("cmrt.answer-changed", change.now().cell(), change.before(), change.now().reply()));
    }

    private static String name(SmelterRow row) {
        String name = row.lookup().isEmpty() || row.notListed() ? row.name() : row.lookup();
        return row.claimedId().map(id -> name.isEmpty() || name.contains(id) ? id : name + " (" + id + ")").orElse(name);
    }
}
