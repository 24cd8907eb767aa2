package org.probity.supply.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.screen.Link;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.decision.Decisions.Ruled;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about likeness. A false hit is said by one with a reason; a true one, and that it is none after all, by two. */
@Service
public class Alerts {
    /** It is them. */
    static final String TRUE_HIT = "screening.true-hit";
    /** A hit held to be true is none. */
    static final String NO_HIT = "screening.no-hit";

    private static final int REASON_LEAST = 10;

    /** What a list of alerts is narrowed to; an empty word asks nothing. */
    record Sought(String state, String list, String words) {}

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Decisions decisions;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alerts(JdbcClient db, Suppliers suppliers, Decisions decisions, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.decisions = decisions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    private static final String SELECT = """
            SELECT alert.id, alert.supplier, name.number, name.name_en AS supplier_en, name.name_zh AS supplier_zh, alert.list, standing.list_en, standing.list_zh,
                   alert.entry, alert.code, alert.score, alert.name, alert.listed_name, alert.number AS in_common, alert.opened_at, standing.state, standing.at AS since
              FROM screening.alert
              JOIN screening.standing ON standing.id = alert.id
              JOIN supplier.name ON name.id = alert.supplier
            """;

    private static final String NARROWED = """
             WHERE (:state = '' OR standing.state = :state)
               AND (:list = '' OR standing.list_code = :list)
               AND (:words = '' OR name.name_en ILIKE :part OR name.name_zh ILIKE :part OR name.number ILIKE :part OR alert.listed_name ILIKE :part)
            """;

    List<Alert> list(Sought sought, String order, int limit, long offset) {
        return narrowed(db.sql(SELECT + NARROWED + " ORDER BY " + order + ", alert.id LIMIT :limit OFFSET :offset"), sought)
                .param("limit", limit).param("offset", offset).query(Alert.class).list();
    }

    long count(Sought sought) {
        return narrowed(db.sql("SELECT count(*) FROM screening.alert JOIN screening.standing ON standing.id = alert.id JOIN supplier.name ON name.id = alert.supplier" + NARROWED),
                sought).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec statement, Sought sought) {
        return statement.param("state", sought.state()).param("list", sought.list()).param("words", sought.words())
                .param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** How many wait for somebody. */
    long open() {
        return count(new Sought("OPEN", "", ""));
    }

    public List<UUID> ofSupplier(UUID supplier) {
        return about(supplier).stream().map(Alert::id).toList();
    }

    List<Alert> about(UUID supplier) {
        return db.sql(SELECT + " WHERE alert.supplier = :supplier ORDER BY standing.state = 'CLOSED', alert.score DESC, alert.id").param("supplier", supplier)
                .query(Alert.class).list();
    }

    Optional<Alert> find(UUID id) {
        return db.sql(SELECT + " WHERE alert.id = :id").param("id", id).query(Alert.class).optional();
    }

    private record Row(String content, String links, boolean now) {}

    Optional<Alert.Whole> whole(UUID id) {
        return find(id).map(alert -> {
            var row = db.sql("""
                    SELECT entry.content, alert.links, entry.last_no IS NULL AS now
                      FROM screening.alert
                      JOIN screening.entry ON entry.id = alert.entry
                     WHERE alert.id = :id
                    """)
                    .param("id", id).query(Row.class).single();
            var supplier = suppliers.find(alert.supplier()).orElseThrow();
            return new Alert.Whole(alert, listed(row), Stream.concat(Stream.of(supplier.nameEn(), supplier.nameZh(), supplier.nameOther()),
                            suppliers.sites(supplier.id()).stream().map(Supplier.Site::name)).filter(it -> !it.isBlank()).distinct().toList(),
                    Stream.of(Optional.ofNullable(supplier.creditCode()), Optional.ofNullable(supplier.lei())).flatMap(Optional::stream).toList(),
                    supplier.country(), links(row.links()), steps(id));
        });
    }

    private static Alert.Listed listed(Row row) {
        var content = (Json.Obj) Json.parse(row.content());
        return new Alert.Listed(Entries.list(content, "names").stream().map(it -> new Alert.Named(Entries.text(it, "text"), Entries.text(it, "sort"))).toList(),
                Entries.list(content, "numbers").stream().map(it -> Entries.text(it, "value")).toList(), Entries.text(content, "country"),
                Entries.text(content, "detail"), row.now());
    }

    private static List<Link> links(String stored) {
        return ((Json.Arr) Json.parse(stored)).items().stream().map(Json.Obj.class::cast)
                .map(it -> new Link(Entries.text(it, "left"), Entries.text(it, "right"), Link.How.valueOf(Entries.text(it, "how")), number(it, "alike"), number(it, "weight")))
                .toList();
    }

    private static int number(Json.Obj of, String key) {
        return ((Json.Num) of.get(key).orElseThrow()).value().intValueExact();
    }

    List<Alert.Step> steps(UUID alert) {
        return db.sql("SELECT no, state, by, second, at, reason FROM screening.step WHERE alert = :alert ORDER BY no DESC").param("alert", alert)
                .query(Alert.Step.class).list();
    }

    /**
     * It is somebody else. Holds for this pair as long as neither side changes.
     *
     * <p>Refusals: {@code screening.alert-unknown}; {@code screening.alert-not-open}; {@code screening.reason-short} (ten characters at least, so that another
     * person can follow it); {@code screening.two-are-at-it} a true hit was proposed and nobody has ruled yet.
     */
    @Transactional
    public Answer<UUID> falseHit(UUID alert, String reason, Me by) {
        return decidable(alert, Alert.Standing.OPEN, reason).map(Answer.Refused<UUID>::reasons).<Answer<UUID>>map(Answer.Refused::new).orElseGet(() -> {
            step(alert, Alert.Standing.FALSE_HIT, by.account(), null, reason.strip());
            return Answer.done(alert);
        });
    }

    /** It is them: proposed to a second person. Refusals: those of {@link #falseHit}. */
    @Transactional
    public Answer<UUID> proposeTrue(UUID alert, String reason, Me by) {
        return propose(TRUE_HIT, alert, Alert.Standing.OPEN, reason, by);
    }

    /** A true hit is none after all: proposed to a second person. Refusals: those of {@link #falseHit}; {@code screening.alert-not-true}. */
    @Transactional
    public Answer<UUID> proposeNone(UUID alert, String reason, Me by) {
        return propose(NO_HIT, alert, Alert.Standing.TRUE_HIT, reason, by);
    }

    private Answer<UUID> propose(String matter, UUID alert, Alert.Standing now, String reason, Me by) {
        return decidable(alert, now, reason).<Answer<UUID>>map(it -> it).orElseGet(() -> Answer.done(decisions.propose(matter, alert, reason.strip(), by)));
    }

    private Optional<Answer.Refused<UUID>> decidable(UUID alert, Alert.Standing now, String reason) {
        db.sql("SELECT FROM screening.alert WHERE id = :id FOR UPDATE").param("id", alert).query((row, n) -> row).optional();
        var found = find(alert);
        if (found.isEmpty()) {
            return refused("", "screening.alert-unknown");
        }
        if (found.get().state() != now) {
            return refused("", now == Alert.Standing.OPEN ? "screening.alert-not-open" : "screening.alert-not-true");
        }
        if (reason.strip().length() < REASON_LEAST) {
            return refused("reason", "screening.reason-short", REASON_LEAST);
        }
        if (waiting(alert).isPresent()) {
            return refused("", "screening.two-are-at-it");
        }
        return Optional.empty();
    }

    private static Optional<Answer.Refused<UUID>> refused(String field, String key, Object... args) {
        return Optional.of((Answer.Refused<UUID>) Answer.<UUID>refused(field, key, args));
    }

    /** The proposal about an alert that nobody has ruled on. */
    Optional<Decisions.Decision> waiting(UUID alert) {
        return Stream.concat(decisions.about(TRUE_HIT, alert).stream(), decisions.about(NO_HIT, alert).stream()).filter(Decisions.Decision::open).findFirst();
    }

    /**
     * A second person rules on what was proposed.
     *
     * <p>Refusals: {@code screening.nothing-proposed}; {@code screening.proposed-anew} what they looked at was taken back since, and other grounds
     * stand there; {@code screening.alert-not-open} the rule closed it meanwhile, and only withdrawing or rejecting is left;
     * those of {@link Decisions#rule}.
     *
     * @param seen the proposal they looked at
     */
    @Transactional
    public Answer<Ruled> rule(UUID alert, UUID seen, Outcome outcome, String reason, Me by) {
        var proposed = waiting(alert);
        if (proposed.isEmpty()) {
            return Answer.refused("", "screening.nothing-proposed");
        }
        if (!proposed.get().id().equals(seen)) {
            return Answer.refused("", "screening.proposed-anew");
        }
        var closed = find(alert).orElseThrow().state() == Alert.Standing.CLOSED;
        if (closed && outcome == Outcome.APPROVED) {
            return Answer.refused("", "screening.alert-not-open");
        }
        return decisions.rule(proposed.get().matter(), proposed.get().id(), outcome, reason, by);
    }

    /** As above, on what stands there now. */
    @Transactional
    public Answer<Ruled> rule(UUID alert, Outcome outcome, String reason, Me by) {
        return rule(alert, waiting(alert).map(Decisions.Decision::id).orElse(new UUID(0, 0)), outcome, reason, by);
    }

    @EventListener
    void ruled(Ruled it) {
        if (it.outcome() != Outcome.APPROVED) {
            return;
        }
        var why = decisions.find(it.proposal()).orElseThrow().reason();
        switch (it.matter()) {
            case TRUE_HIT -> step(it.subject(), Alert.Standing.TRUE_HIT, it.proposedBy(), it.ruledBy(), why);
            case NO_HIT -> step(it.subject(), Alert.Standing.FALSE_HIT, it.proposedBy(), it.ruledBy(), why);
            default -> { }
        }
    }

    private void step(UUID alert, Alert.Standing state, UUID by, @org.jspecify.annotations.Nullable UUID second, String reason) {
        var record = log.record("screening.alert", LocalDate.now(clock), Map.of("alert", alert.toString(), "state", state.name(), "by", by.toString(),
                "second", second == null ? "" : second.toString()));
        db.sql("""
                INSERT INTO screening.step (alert, no, state, by, second, at, reason, record)
                SELECT :alert, max(no) + 1, :state, :by, :second, :now, :reason, :record FROM screening.step WHERE alert = :alert
                """)
                .param("alert", alert).param("state", state.name()).param("by", by).param("second", second, java.sql.Types.OTHER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("reason", reason).param("record", record)
                .update();
        events.publishEvent(new ScreeningTold.Said(find(alert).orElseThrow().supplier()));
    }
}
