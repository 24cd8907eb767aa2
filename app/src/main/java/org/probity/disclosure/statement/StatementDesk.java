package org.probity.disclosure.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Changes;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Numbers;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.house.ui.parts.Mark;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.Lately;
import org.springframework.stereotype.Component;

/** The report on the desks of those who prepare, publish and check it: the edition that waits, what was published, the live figures. */
@Component
class StatementDesk implements Waiting, Changes, Numbers, Finds {
    private static final Set<Role> READERS = Set.of(Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);

    private final Statements statements;
    private final Levels levels;
    private final Figures figures;
    private final Lately lately;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;

    StatementDesk(Statements statements, Levels levels, Figures figures, Lately lately, Decisions decisions, Accounts accounts, Messages messages, Clock clock) {
        this.statements = statements;
        this.levels = levels;
        this.figures = figures;
        this.lately = lately;
        this.decisions = decisions;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** Never to the one who prepared it: they cannot publish it. */
    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.PUBLISHER)) {
            return List.of();
        }
        var editions = decisions.waitingFor(Statements.MATTER, me).stream()
                .flatMap(decision -> statements.find(decision.subject()).stream().map(edition -> new Duty(Words.of("statement.desk.publish"),
                        Words.of("statement.desk.edition", String.valueOf(edition.year()), edition.no()), prepared(decision), "statement.menu",
                        "/app/statement?year=" + edition.year(), Optional.empty())));
        var shown = decisions.waitingFor(Levels.MATTER, me).stream()
                .flatMap(decision -> levels.find(decision.subject()).flatMap(level -> figures.find(level.figure()).map(figure -> new Duty(Words.of("statement.desk.level"),
                        s -> s.t(figure.messages()) + " · " + LevelsPage.seen(s, level.level()), prepared(decision), "statement.levels", "/app/levels", Optional.empty()))).stream());
        return Stream.concat(editions, shown).toList();
    }

    private Words prepared(Decisions.Decision decision) {
        var by = accounts.find(decision.proposedBy()).map(account -> account.name()).orElse("–");
        return s -> s.t("statement.desk.prepared", by, LocalDate.ofInstant(decision.proposedAt(), s.now().getZone()));
    }

    @Override
    public List<Change> since(Instant moment, Me me) {
        if (!reads(me) && !me.is(Role.UNION)) {
            return List.of();
        }
        return statements.allPublished().stream()
                .filter(edition -> edition.publishedAt() != null && !edition.publishedAt().isBefore(moment))
                .map(edition -> new Change(Mark.GOOD, Words.of("statement.desk.edition", String.valueOf(edition.year()), edition.no()),
                        Words.of("statement.desk.was-published"), Objects.requireNonNull(edition.publishedAt()), "/report/" + edition.year()))
                .toList();
    }

    @Override
    public List<Line> of(Me me) {
        if (!reads(me)) {
            return List.of();
        }
        var year = LocalDate.now(clock).getYear();
        return lately.numbers(year).stream().map(StatementDesk::line).toList();
    }

    private static Line line(FigureNumber number) {
        return new Line(s -> s.t("statement.desk.so-far", s.t(number.figure().messages()), String.valueOf(number.year())), s -> FiguresPage.shown(s, number),
                "/app/figures/" + number.figure().key(), number.included() > 0 && number.met() == number.included() ? Mark.GOOD : Mark.NONE,
                s -> s.t("statement.desk.as-of", new Shown(number, Optional.empty()).of(s), number.knownAt()));
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String group() {
        return "statement.figures";
    }

    /** By the figure's name in either language or its number, and editions by their year. */
    @Override
    public List<Hit> find(String words, Me me) {
        if (!reads(me)) {
            return List.of();
        }
        var wanted = words.toLowerCase(Locale.ROOT);
        var found = figures.all().stream()
                .filter(figure -> names(figure).anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted)))
                .map(figure -> new Hit(Words.of(figure.messages()), s -> figure.code(), "/app/figures/" + figure.key()));
        var editions = statements.allPublished().stream()
                .filter(edition -> String.valueOf(edition.year()).equals(wanted))
                .map(edition -> new Hit(Words.of("statement.desk.edition", String.valueOf(edition.year()), edition.no()),
                        s -> s.t("statement.desk.published-on", edition.publishedDay(s)), "/app/statement?year=" + edition.year()));
        return Stream.concat(found, editions).limit(MOST).toList();
    }

    private Stream<String> names(Figure figure) {
        return Stream.concat(Stream.of(figure.code(), figure.key()), Arrays.stream(Lang.values()).map(lang -> messages.letter(lang, figure.messages())));
    }

    private static boolean reads(Me me) {
        return !Collections.disjoint(READERS, me.roles());
    }
}
