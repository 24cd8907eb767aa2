package org.probity.supply.admission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Hash;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of agreements, by version. One writes, another agrees; what was signed keeps the words it was signed with. */
@Service
public class Templates {
    static final String MATTER = "admission.template";
    private static final int TEXT_LONGEST = 100_000;

    /** What the framework must hold at the least, by the marks that stand before its clauses in the text. */
    static final List<String> FRAMEWORK_CLAUSES = List.of("[environment]", "[human-rights]", "[conflict-minerals]", "[anti-bribery]", "[anti-money-laundering]");

    /**
     * Words to agree to. Marks in brackets before a clause name it and are not shown.
     *
     * @param months an agreement on it holds so long
     */
    public record Written(String leg, LocalDate fromDay, int months, String titleEn, String titleZh, String textEn, String textZh) {}

    private final JdbcClient db;
    private final Standing standing;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Templates(JdbcClient db, Standing standing, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes a new version and puts it before a second person.
     *
     * <p>Refusals: {@code admission.leg-unknown} no agreement; {@code admission.title-missing} and {@code admission.text-missing} in either
     * language; {@code admission.words-long}; {@code admission.months-wrong}; {@code admission.from-past} a version counts from today on or later;
     * {@code admission.clause-missing} the framework holds the five clauses in both languages; {@code admission.version-waits} another waits.
     */
    @Transactional
    public Answer<UUID> write(Written it, String reasons, Me by) {
        var wrong = objections(it);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        db.sql("SELECT FROM admission.leg WHERE code = :leg FOR UPDATE").param("leg", it.leg()).query((row, n) -> n).optional();
        if (all().stream().anyMatch(other -> other.leg().equals(it.leg()) && decisions.find(other.proposal()).orElseThrow().open())) {
            return Answer.refused("", "admission.version-waits");
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, reasons.strip(), by);
        db.sql("""
                INSERT INTO admission.template (id, leg, version, from_day, months, title_en, title_zh, text_en, text_zh, written_by, written_at, proposal)
                SELECT :id, :leg, coalesce(max(version), 0) + 1, :from, :months, :titleEn, :titleZh, :textEn, :textZh, :by, :at, :proposal
                  FROM admission.template
                 WHERE leg = :leg
                """)
                .param("id", id).param("leg", it.leg()).param("from", it.fromDay()).param("months", it.months())
                .param("titleEn", it.titleEn().strip()).param("titleZh", it.titleZh().strip())
                .param("textEn", clean(it.textEn())).param("textZh", clean(it.textZh()))
                .param("by", by.account()).param("at", now()).param("proposal", proposal)
                .update();
        return Answer.done(id);
    }

    private List<Reason> objections(Written it) {
        var wrong = new ArrayList<Reason>();
        if (standing.leg(it.leg()).filter(leg -> leg.kind() == Leg.Kind.AGREEMENT).isEmpty()) {
            wrong.add(new Reason("leg", "admission.leg-unknown", List.of()));
        }
        for (var title : List.of(Map.entry("titleEn", it.titleEn()), Map.entry("titleZh", it.titleZh()))) {
            if (title.getValue().isBlank()) {
                wrong.add(new Reason(title.getKey(), "admission.title-missing", List.of()));
            }
        }
        for (var text : List.of(Map.entry("textEn", it.textEn()), Map.entry("textZh", it.textZh()))) {
            if (text.getValue().isBlank()) {
                wrong.add(new Reason(text.getKey(), "admission.text-missing", List.of()));
            } else if (text.getValue().length() > TEXT_LONGEST) {
                wrong.add(new Reason(text.getKey(), "admission.words-long", List.of(TEXT_LONGEST)));
            } else if (it.leg().equals(Leg.FRAMEWORK)) {
                FRAMEWORK_CLAUSES.stream().filter(clause -> !text.getValue().contains(clause)).findFirst()
                        .ifPresent(clause -> wrong.add(new Reason(text.getKey(), "admission.clause-missing", List.of(clause))));
            }
        }
        if (it.months() < 1 || it.months() > 120) {
            wrong.add(new Reason("months", "admission.months-wrong", List.of()));
        }
        if (it.fromDay().isBefore(LocalDate.now(clock))) {
            wrong.add(new Reason("fromDay", "admission.from-past", List.of()));
        }
        return wrong;
    }

    /** A second person rules. Refusals: those of {@link Decisions#rule}; {@code admission.template-unknown}. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID template, Decisions.Outcome outcome, String reasons, Me by) {
        return find(template).map(it -> decisions.rule(MATTER, it.proposal(), outcome, reasons.strip(), by))
                .orElseGet(() -> Answer.refused("", "admission.template-unknown"));
    }

    @EventListener
    void ruled(Decisions.Ruled ruled) {
        if (ruled.matter().equals(MATTER) && ruled.outcome() == Decisions.Outcome.APPROVED) {
            var it = find(ruled.subject()).orElseThrow();
            var record = log.record("admission.template", LocalDate.now(clock), Map.of(
                    "template", it.id().toString(), "leg", it.leg(), "version", it.version(), "from", it.fromDay().toString(),
                    "sha256", sha256(it.textEn(), it.textZh()), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
            db.sql("INSERT INTO admission.template_approved (template, approved_by, approved_at, record) VALUES (:id, :by, :at, :record)")
                    .param("id", it.id()).param("by", ruled.ruledBy()).param("at", now()).param("record", record)
                    .update();
        }
    }

    /** The words that count today. */
    Optional<Agreement.Template> inForce(String leg) {
        var today = LocalDate.now(clock);
        return all().stream().filter(it -> it.leg().equals(leg) && it.approvedAt() != null && !it.fromDay().isAfter(today)).findFirst();
    }

    Optional<Agreement.Template> find(UUID id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Newest first. */
    List<Agreement.Template> all() {
        return db.sql("""
                SELECT id, leg, version, from_day, months, title_en, title_zh, text_en, text_zh, written_by, written_at, proposal, approved_at
                  FROM admission.template
                  LEFT JOIN admission.template_approved ON template = id
                 ORDER BY leg, from_day DESC, version DESC
                """)
                .query(Agreement.Template.class).list();
    }

    /** What a signature binds: both languages, with a line between them. */
    static String bound(String en, String zh) {
        return en + "\n----\n" + zh + "\n";
    }

    static String sha256(String en, String zh) {
        return Hash.sha256(bound(en, zh).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
