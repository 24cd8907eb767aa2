package org.probity.disclosure.statement;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.proof.Control;
import org.probity.proof.Definition;
import org.probity.proof.Json;
import org.probity.proof.Level;
import org.probity.proof.Note;
import org.probity.proof.Period;
import org.probity.proof.Report;
import org.probity.proof.ReportDraft;
import org.probity.proof.Row;
import org.probity.proof.SealedPackage;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the package of a published edition: fixed in the transaction of publication, completed when the log covers it. */
@Component
class Packages {
    /** The edition before, and what it said. */
    record Before(Edition edition, List<Figures.Frozen> frozen) {}

    private final JdbcClient db;
    private final Log log;
    private final Messages messages;
    private final Company company;
    private final Chapters chapters;
    private final Archive archive;
    private final ZoneId zone;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Packages(
            JdbcClient db, Log log, Messages messages, Company company, Chapters chapters, Archive archive, @Value("${probity.zone:Asia/Shanghai}") ZoneId zone, Clock clock) {
        this.db = db;
        this.log = log;
        this.messages = messages;
        this.company = company;
        this.chapters = chapters;
        this.archive = archive;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Seals an edition: its publication is recorded in the log, and the bytes of every level are fixed.
     *
     * @return the publication's record
     */
    @Transactional
    public UUID seal(Edition edition, List<Figures.Frozen> frozen, Optional<Before> before, Decisions.Ruled ruled, Instant at) {
        var places = new HashMap<UUID, Log.Placed>();
        log.places(frozen.stream().flatMap(it -> it.value().rows().stream()).flatMap(row -> row.evidence().stream())
                .map(FigureValue.Proof::record).collect(Collectors.toSet())).forEach(place -> places.put(place.record(), place));
        var draft = new ReportDraft(random);
        frozen.forEach(it -> draw(draft, it.value(), places));
        draft.words(chapters.said(edition.id(), frozen.stream().map(it -> it.value().figure().key()).collect(Collectors.toSet())));
        var openings = log.openings(places.keySet());
        places.values().stream().filter(place -> openings.containsKey(place.record())).sorted(Comparator.comparingLong(Log.Placed::index))
                .forEach(place -> draft.open(place.index(), Objects.requireNonNull(openings.get(place.record()))));
        var sealed = draft.seal(new Report(
                "responsibility-" + edition.year(), edition.no(),
                words("statement.report-title", String.valueOf(edition.year())), new Words(company.in(Lang.EN), company.in(Lang.ZH)),
                new Period(LocalDate.of(edition.year(), 1, 1), edition.asOf(zone).orElse(LocalDate.of(edition.year(), 12, 31))), seconds(at),
                List.of(new Report.DecidedBy("preparer", pseudonym(edition.preparedBy()), seconds(edition.preparedAt())),
                        new Report.DecidedBy("publisher", pseudonym(ruled.ruledBy()), seconds(at))),
                log.verifier(), log.witnesses(), population(places), before.map(it -> previous(it, edition, frozen))));
        archive.keep(edition, sealed);
        return log.record(Report.PUBLICATION, LocalDate.ofInstant(at, zone), sealed.publication());
    }

    private void draw(ReportDraft draft, FigureValue value, Map<UUID, Log.Placed> places) {
        var figure = value.figure();
        var wording = value.wording().orElseThrow(() -> new IllegalArgumentException(figure.key() + " is live"));
        var definition = new Definition(String.valueOf(figure.version()), wording.words(".sentence"), wording.words(".counts"), wording.words(".met"),
                wording.words(".silent"), figure.rowsSql(), figure.fold(), new Words(figure.unit(), figure.unit()), figure.rounding(),
                Definition.TimeRule.AT_EVENT);
        var asOf = Edition.asOf(value.year(), value.knownAt(), zone);
        var whole = new Words(company.boundary(Lang.EN), company.boundary(Lang.ZH));
        var boundary = asOf.map(day -> new Words(messages.letter(Lang.EN, "statement.boundary-as-of", whole.en(), day),
                messages.letter(Lang.ZH, "statement.boundary-as-of", whole.zh(), day))).orElse(whole);
        var drawn = draft.figure(figure.key(), wording.words(""), definition, new Period(value.from(), asOf.orElse(value.until())), boundary,
                value.knownAt(), level(figure.level()));
        drawn.addAll(value.rows(), row -> row(row, places));
        var control = Control.ofSum(wording.words(".control"), words("statement.control-source"), figure.control().input(),
                value.control().stated().subtract(value.control().other()));
        drawn.control(value.control().accepted().map(control::accepted).orElse(control));
    }

    private Row row(FigureValue.Row row, Map<UUID, Log.Placed> places) {
        var evidence = row.evidence().stream()
                .map(proof -> new Row.Evidence(proof.kind(), source(proof.strength()), places.get(proof.record()).index()))
                .toList();
        var hidden = Json.object("subject", row.subject().toString(), "number", row.number(), "name_en", row.nameEn(), "name_zh", row.nameZh());
        return new Row(row.code(), Optional.ofNullable(row.reason()).map(reason -> new Row.Reason(rule(reason), words(reason))), row.inputs(), evidence,
                Optional.of(hidden));
    }

    /** How many entries of each class and year there were when we published, so that a missing one shows. */
    private List<Report.Population> population(Map<UUID, Log.Placed> places) {
        var last = new TreeMap<String, Log.Placed>();
        for (var place : places.values()) {
            last.computeIfAbsent(place.kind() + " " + place.year(), series -> log.last(place.kind(), place.year()).orElseThrow());
        }
        return last.values().stream().map(place -> new Report.Population(place.kind(), place.year(), place.number(), place.index())).toList();
    }

    private Report.Previous previous(Before before, Edition edition, List<Figures.Frozen> frozen) {
        var place = log.place(before.edition().record()).orElseThrow();
        var differences = new ArrayList<Report.Difference>();
        for (var now : frozen) {
            var key = now.value().figure().key();
            var was = before.frozen().stream().map(Figures.Frozen::value).filter(it -> it.figure().key().equals(key)).findFirst();
            var rows = Differences.between(was, now.value());
            if (!rows.isEmpty() || !was.map(FigureValue::exact).equals(Optional.of(now.value().exact()))) {
                differences.add(new Report.Difference(key, rows));
            }
        }
        return new Report.Previous(place.index(), log.opening(before.edition().record()).orElseThrow(), edition.cause(),
                new Words(edition.reasonEn(), edition.reasonZh()), differences, chapters.changes(before.edition(), edition));
    }

    /**
     * The package as anybody may check it, renewed when the log has a better state to prove it with: one that more witnesses have cosigned, or a
     * newer one. Only the log section becomes newer; the report stays byte for byte. Empty while no signed state covers the publication.
     *
     * @param level {@code PUBLIC} for everybody
     */
    @Transactional
    public Optional<byte[]> complete(Edition edition, Level level) {
        if (edition.record() == null) {
            return Optional.empty();
        }
        if (log.maySign()) {
            log.settle();
        }
        return log.place(edition.record()).flatMap(place -> log.best(place.index()).map(best -> {
            var stored = archive.stored(edition, level, best.note());
            return stored.current() ? SealedPackage.pack(stored.files()) : renewed(edition, level, place, best);
        }));
    }

    private byte[] renewed(Edition edition, Level level, Log.Placed place, Log.Signed best) {
        // Whoever waited for the lock may find it done.
        var stored = archive.locked(edition, level, best.note());
        if (stored.current()) {
            return SealedPackage.pack(stored.files());
        }
        var proofs = SealedPackage.proofs(stored.files(), log.opening(Objects.requireNonNull(edition.record())).orElseThrow(), place.index(), log.view(best),
                checkpointBefore(edition), log.namings());
        archive.renew(edition, level, stored, proofs, best.note());
        return SealedPackage.pack(SealedPackage.join(stored.files(), proofs));
    }

    /** The first signed state that held the edition before, so that anybody sees the log has only grown since. */
    private Optional<Note> checkpointBefore(Edition edition) {
        return db.sql("SELECT record FROM statement.publication WHERE year = :year AND no = :no")
                .param("year", edition.year()).param("no", edition.no() - 1)
                .query(UUID.class).optional()
                .flatMap(log::place).flatMap(place -> log.firstHolding(place.index())).map(Log.Signed::note);
    }

    private Words words(String key, Object... args) {
        return new Words(messages.text(Lang.EN, key, Object::toString, args), messages.text(Lang.ZH, key, Object::toString, args));
    }

    /** A rule's name in the package, from the message key of its words. */
    private static String rule(String reason) {
        return reason.substring(reason.indexOf('.') + 1);
    }

    private static Row.Source source(String strength) {
        return switch (strength) {
            case "third-party" -> Row.Source.PRIMARY;
            case "form" -> Row.Source.SYSTEM;
            case "signed", "statement" -> Row.Source.DECLARATION;
            default -> throw new IllegalStateException("nobody stands for evidence called " + strength);
        };
    }

    private static Level level(Figure.Level level) {
        return switch (level) {
            case PUBLIC -> Level.PUBLIC;
            case CUSTOMER -> Level.CUSTOMER;
            case ASSURER -> Level.ASSURER;
        };
    }

    /** An account's id is random; its first half tells two people apart and names neither. */
    private static String pseudonym(UUID account) {
        return account.toString().substring(0, 8);
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
