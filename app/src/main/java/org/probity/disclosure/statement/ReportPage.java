package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Sum;
import org.probity.people.labour.Oversight;
import org.probity.proof.Report;
import org.probity.shapes.figure.Figure;

/**
 * A year's report as everybody may read it, in the order strategy, governance, systems, practices, targets, performance, how we know, what went
 * wrong.
 *
 * @param edition the newest
 * @param chapters its words, as published
 * @param aims what it says, as published, against the targets that held then
 * @param drawn the pictures of its rows
 * @param restated what earlier editions of the year said otherwise
 * @param reworded what earlier editions of the year said in other words
 * @param later the newest edition of the year, where this one was restated
 * @param entries how many entries the log has
 * @param objections of the union that stood when it was published
 * @param closed figures it goes without, because they tell of too few people
 */
public record ReportPage(
        Edition edition, List<Chapter> chapters, List<Aim> aims, List<Drawn> drawn, List<Restated> restated, List<Reworded> reworded,
        Optional<Edition> later, List<Integer> years, long entries, int witnesses, List<Oversight.Objection> objections, List<Figure> closed) implements Page {

    /** A chapter's figures against their targets; without a chapter, those that stand in none: no figure is left unsaid. */
    public List<Aim> aims(Optional<Chapter> chapter) {
        return aims.stream().filter(aim -> chapter.map(it -> it.figures().contains(aim.view().figure().key()))
                .orElseGet(() -> chapters.stream().noneMatch(it -> it.figures().contains(aim.view().figure().key())))).toList();
    }

    /** The parts of a chapter that are words before its figures. */
    public List<Chapter.Part> telling() {
        return List.of(Chapter.Part.STRATEGY, Chapter.Part.GOVERNANCE, Chapter.Part.SYSTEMS, Chapter.Part.PRACTICES);
    }

    /** What one chapter says where the report speaks of all of them. @param name of the chapter; empty where it needs none, because there is but one */
    public record Said(String name, String words, List<Aim> aims) {}

    /** Words that belong where the report speaks of all its figures. */
    public List<Said> words(Chapter.Part part, Screen s) {
        return chapters.stream().map(it -> new Said(name(it, s), it.text(part, s.lang()), List.<Aim>of())).filter(it -> !it.words().isEmpty()).toList();
    }

    /** What tells a chapter from the others; empty where there is but one. */
    public String name(Chapter chapter, Screen s) {
        var area = chapter.text(Chapter.Part.AREA, s.lang());
        return chapters.size() < 2 ? "" : area.isEmpty() ? chapter.title(s.lang()) : area;
    }

    /** What stands under one heading of a chapter. */
    public record Group(Heading heading, List<Aim> aims, List<Drawn> drawn) {}

    /** A chapter's figures under their headings, in the order in which the chapter is told. */
    public List<Group> groups(List<Aim> aims) {
        return Arrays.stream(Heading.values()).map(heading -> {
            var under = aims.stream().filter(it -> Heading.of(it.view().figure()) == heading)
                    .sorted(Comparator.comparing(it -> heading.place(it.view().figure().key()))).toList();
            return new Group(heading, under, drawn.stream().filter(it -> it.heading() == heading)
                    .filter(it -> under.stream().anyMatch(aim -> aim.view().figure().key().equals(it.kind().figure()))).toList());
        }).filter(group -> !group.aims().isEmpty()).toList();
    }

    /** What one later edition said otherwise: figures whose value changed, and those of which only rows did. */
    public record Restatement(Edition by, List<Restated> otherwise, List<Restated> alike) {}

    public List<Restatement> restatements() {
        return restated.stream().map(Restated::by).distinct().map(by -> {
            var its = restated.stream().filter(it -> it.by().equals(by)).toList();
            return new Restatement(by, its.stream().filter(it -> !it.before().shown().equals(it.after().shown())).toList(),
                    its.stream().filter(it -> it.before().shown().equals(it.after().shown())).toList());
        }).toList();
    }

    public long rows() {
        return aims.stream().mapToLong(it -> it.view().number().included() + it.view().number().leftOut()).sum();
    }

    public long leftOut() {
        return aims.stream().mapToLong(it -> it.view().number().leftOut()).sum();
    }

    /** What went wrong, chapter by chapter, each with its words; what stands in none at the end. */
    public List<Said> wrong(Screen s) {
        return Stream.concat(
                chapters.stream().map(it -> new Said(name(it, s), it.text(Chapter.Part.WRONG, s.lang()), wrong(Optional.of(it)))),
                Stream.of(new Said(chapters.isEmpty() ? "" : s.t(Heading.OTHER.key()), "", wrong(Optional.empty()))))
                .filter(it -> !it.words().isEmpty() || !it.aims().isEmpty()).toList();
    }

    public boolean nothingWrong() {
        return aims.stream().noneMatch(ReportPage::isWrong);
    }

    /** Figures whose target was missed, of whose rows some did not meet, or that count what was confirmed; those with a target first. */
    private List<Aim> wrong(Optional<Chapter> chapter) {
        return aims(chapter).stream().filter(ReportPage::isWrong)
                .sorted(Comparator.comparing((Aim it) -> !it.missed()).thenComparing(it -> it.target().isEmpty()).thenComparing(it -> Heading.of(it.view().figure()))).toList();
    }

    private static boolean isWrong(Aim it) {
        return it.missed() || it.view().missed() > 0 || it.view().confirmed();
    }

    public List<Sum> knowing(Screen s) {
        return List.of(
                new Sum(s.t("statement.figures-sealed"), s.number((long) aims.size())),
                new Sum(s.t("statement.records-behind"), s.number(rows())),
                new Sum(s.t("statement.left-out-reasons"), s.number(leftOut())),
                new Sum(s.t("statement.restated-since"), s.number((long) restated.size())));
    }

    /** Where this edition lies; the newest of a year has the year's own address. */
    public String address() {
        return "/report/" + edition.year() + (later.isPresent() ? "/editions/" + edition.no() : "");
    }

    public String cause(Screen s, Report.Cause cause) {
        return s.t("statement.cause." + cause.name());
    }
}
