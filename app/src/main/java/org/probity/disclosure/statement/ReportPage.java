package org.probity.disclosure.statement;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Sum;
import org.probity.proof.Report;
import org.probity.shapes.figure.FigureValue;

/**
 * A year's report as everybody may read it, in the order strategy, governance, practices, targets, performance, how we know, what went
 * wrong.
 *
 * @param edition the newest
 * @param chapters its words, as published
 * @param figures what it says, as published
 * @param aims the figures against the targets that held at publication
 * @param restated what earlier editions of the year said otherwise
 * @param reworded what earlier editions of the year said in other words
 * @param later the newest edition of the year, where this one was restated
 * @param entries how many entries the log has
 */
public record ReportPage(
        Edition edition, List<Chapter> chapters, List<FigureView> figures, List<Aim> aims, List<Restated> restated, List<Reworded> reworded,
        Optional<Edition> later, List<Integer> years, long entries, int witnesses) implements Page {

    /** A chapter's figures against their targets; without a chapter, those that stand in none: no figure is left unsaid. */
    public List<Aim> aims(Optional<Chapter> chapter) {
        return aims.stream().filter(aim -> chapter.map(it -> it.figures().contains(aim.view().figure().key()))
                .orElseGet(() -> chapters.stream().noneMatch(it -> it.figures().contains(aim.view().figure().key())))).toList();
    }

    /** Words that belong where the report speaks of all its figures. */
    public List<String> words(Chapter.Part part, Screen s) {
        return chapters.stream().map(it -> it.text(part, s.lang())).filter(it -> !it.isEmpty()).toList();
    }

    public long rows() {
        return figures.stream().mapToLong(it -> it.value().rows().size()).sum();
    }

    public long leftOut() {
        return figures.stream().mapToLong(it -> it.value().excluded().size()).sum();
    }

    /** Suppliers that were counted and did not meet. */
    public long missed() {
        return figures.stream().flatMap(it -> it.value().included().stream()).filter(row -> row.input("met").signum() == 0)
                .map(FigureValue.Row::subject).distinct().count();
    }

    public List<Sum> knowing(Screen s) {
        return List.of(
                new Sum(s.t("statement.figures-sealed"), s.number((long) figures.size())),
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
