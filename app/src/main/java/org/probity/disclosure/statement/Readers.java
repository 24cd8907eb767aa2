package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.disclosure.targets.Target;
import org.probity.disclosure.targets.Targets;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Query;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.SubjectPage;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/** Lays figures open for whoever reads them: rows with the places of their evidence in the log, and what other editions said. */
// Named, because another room has readers of its own, of workbooks.
@Component("figureReaders")
public class Readers {
    /** Who sees suppliers by name. */
    private static final Set<Role> NAMED = Set.of(Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);

    private final Statements statements;
    private final Figures figures;
    private final Briefs briefs;
    private final Chapters chapters;
    private final Targets targets;
    private final Suppliers suppliers;
    private final List<SubjectPage> subjectPages;
    private final Log log;
    private final Clock clock;
    private final Map<UUID, List<Restated>> differing = new ConcurrentHashMap<>();

    Readers(
            Statements statements, Figures figures, Briefs briefs, Chapters chapters, Targets targets, Suppliers suppliers, List<SubjectPage> subjectPages, Log log, Clock clock) {
        this.statements = statements;
        this.figures = figures;
        this.briefs = briefs;
        this.chapters = chapters;
        this.targets = targets;
        this.suppliers = suppliers;
        this.subjectPages = List.copyOf(subjectPages);
        this.log = log;
        this.clock = clock;
    }

    /** @param named whether this reader sees names; whoever asks has checked that they may */
    public FigureView view(FigureValue value, boolean named) {
        return new FigureView(value, named, named ? Figure.Level.ASSURER : Figure.Level.PUBLIC, places(value), "", named ? suppliers(value) : Set.of(),
                subjectPages.stream().filter(it -> named && it.figure().equals(value.figure().key())).map(SubjectPage::below).findFirst().orElse(""), Optional.empty(), Optional.empty());
    }

    /** A value on the screen of one of us: by name only where their work is with those names. */
    public FigureView view(FigureValue value, Me me) {
        return named(value.figure(), me) ? view(value, true) : view(value, Figure.Level.ASSURER);
    }

    private boolean named(Figure figure, Me me) {
        var page = subjectPages.stream().filter(it -> it.figure().equals(figure.key())).findFirst();
        return page.map(it -> it.shownTo(me)).orElseGet(() -> NAMED.stream().anyMatch(me::is));
    }

    /** Some rows of the value of now, on the screen of one of us. */
    FigureView leaf(Figure figure, int year, Query asked, Me me) {
        var named = named(figure, me);
        var leaf = figures.leaf(figure, year, RowTables.ask(asked, true, named));
        return (named ? view(leaf.value(), true) : view(leaf.value(), Figure.Level.ASSURER)).asked(asked).with(leaf.totals());
    }

    /** Some rows of a figure of an edition, for readers of a circle, without names. */
    public Optional<FigureView> leaf(Edition edition, String figure, Query asked, Figure.Level reader) {
        return statements.leaf(edition, figure, level -> RowTables.ask(asked, reader.compareTo(level) >= 0, false)).map(it -> view(it.value(), reader).asked(asked).with(it.totals()));
    }

    /** The same by name; whoever asks has checked that they may. */
    public Optional<FigureView> leaf(Edition edition, String figure, Query asked) {
        return statements.leaf(edition, figure, level -> RowTables.ask(asked, true, true)).map(it -> view(it.value(), true).asked(asked).with(it.totals()));
    }

    /** For readers of a circle, without names. */
    public FigureView view(FigureValue value, Figure.Level reader) {
        return new FigureView(value, reader, places(value));
    }

    private Set<UUID> suppliers(FigureValue value) {
        return suppliers.find(value.rows().stream().map(FigureValue.Row::subject).toList()).stream().map(Supplier::id).collect(Collectors.toSet());
    }

    private Map<UUID, Log.Placed> places(FigureValue value) {
        var places = new HashMap<UUID, Log.Placed>();
        log.places(value.rows().stream().flatMap(row -> row.evidence().stream()).map(FigureValue.Proof::record).distinct().toList())
                .forEach(place -> places.put(place.record(), place));
        return places;
    }

    /** The figures of an edition without their rows, in the order of their numbers. */
    public List<Shown> brief(Edition edition) {
        return briefs.of(edition);
    }

    /** The figure in all editions of all years, newest first. */
    public List<Past> history(String figure) {
        var all = statements.allPublished();
        var history = new ArrayList<Past>();
        for (var edition : all) {
            briefs.of(edition, figure).ifPresent(said -> history.add(new Past(edition, said,
                    all.stream().anyMatch(later -> later.year() == edition.year() && later.no() > edition.no()))));
        }
        return history;
    }

    /** A published figure against the target that held when it was published, and against the newest value of the year before. */
    Aim aim(Edition edition, Shown view) {
        var key = view.figure().key();
        var target = targets.at(key, edition.year(), Objects.requireNonNull(edition.publishedAt()));
        var day = edition.asOf(clock.getZone()).orElse(LocalDate.of(edition.year(), 12, 31));
        return new Aim(view, target, target.flatMap(it -> view.value().map(is -> it.standing(is, day, base(it)))), published(key, edition.year() - 1),
                "/report/" + edition.year() + "/" + key + (replaced(edition) ? "#history" : ""));
    }

    /** A figure's page shows the newest value; whoever comes from an earlier edition is led to where both stand. */
    private boolean replaced(Edition edition) {
        return statements.published(edition.year()).filter(it -> it.no() > edition.no()).isPresent();
    }

    /** A live figure of a year against the target that holds now; empty where there is none. */
    Optional<Aim> aim(int year, FigureView view) {
        var today = LocalDate.now(clock);
        return targets.now(view.figure().key(), year).map(target -> new Aim(view.brief(), Optional.of(target),
                view.number().map(is -> target.standing(is, today, targets.base(target))), Optional.empty(), "/app/targets"));
    }

    /** What was published does not move with the records of another year. */
    private Optional<BigDecimal> base(Target target) {
        return Optional.ofNullable(target.baseYear()).flatMap(year -> published(target.figure(), year));
    }

    private Optional<BigDecimal> published(String figure, int year) {
        return statements.published(year).flatMap(it -> briefs.of(it, figure)).flatMap(Shown::value);
    }

    /** What earlier editions of the year said otherwise, newest first. */
    public List<Restated> restated(int year) {
        var editions = statements.allPublished().stream().filter(it -> it.year() == year).toList();
        var restated = new ArrayList<Restated>();
        for (var i = 0; i + 1 < editions.size(); i++) {
            var before = editions.get(i + 1);
            var by = editions.get(i);
            // Neither edition will ever change, and comparing all their rows takes a while.
            restated.addAll(differing.computeIfAbsent(by.id(), id -> differing(before, by)));
        }
        return restated;
    }

    private List<Restated> differing(Edition before, Edition by) {
        var after = statements.values(by).stream().collect(Collectors.toMap(it -> it.figure().key(), it -> it));
        return statements.values(before).stream().flatMap(was -> Optional.ofNullable(after.get(was.figure().key())).stream().flatMap(is -> {
            var rows = Differences.between(was, is);
            return rows.isEmpty() ? Stream.<Restated>empty() : Stream.of(new Restated(by, withoutRows(was), withoutRows(is), rows));
        })).toList();
    }

    private static FigureView withoutRows(FigureValue value) {
        return new FigureView(new FigureValue(value.figure(), value.year(), value.knownAt(), List.of(), value.exact(), value.shown(), value.control(), value.wording()),
                false, Map.of());
    }

    /** What earlier editions of the year said in other words, newest first. */
    List<Reworded> reworded(int year) {
        var editions = statements.allPublished().stream().filter(it -> it.year() == year).toList();
        var reworded = new ArrayList<Reworded>();
        for (var i = 0; i + 1 < editions.size(); i++) {
            var changes = chapters.changes(editions.get(i + 1), editions.get(i));
            if (!changes.isEmpty()) {
                reworded.add(new Reworded(editions.get(i), editions.get(i + 1), changes));
            }
        }
        return reworded;
    }
}
