package org.probity.supply.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Cases;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.audit.Audit.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes of an audit: the lead draws up the report, each of the team agrees or dissents, and then its findings go their way. */
@Service
public class Reports {
    private final JdbcClient db;
    private final Audits audits;
    private final Answers answers;
    private final Teams teams;
    private final Packs packs;
    private final Cases cases;
    private final Log log;

    Reports(JdbcClient db, Audits audits, Answers answers, Teams teams, Packs packs, Cases cases, Log log) {
        this.db = db;
        this.audits = audits;
        this.answers = answers;
        this.teams = teams;
        this.packs = packs;
        this.cases = cases;
        this.log = log;
    }

    /**
     * The lead draws up the report; drawing up is their agreement. Answers are closed from then on.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.not-the-lead};
     * {@code audit.unanswered} questions; {@code audit.conflicts} between auditors; {@code audit.meetings-missing} opening and closing;
     * {@code audit.sampling-missing} interviews and documents.
     */
    @Transactional
    public Answer<Audit> drawUp(UUID id, Me by) {
        return audits.underway(id, by, it -> {
            if (!teams.leads(id, by)) {
                return Answer.refused("", "audit.not-the-lead");
            }
            var merged = answers.merged(it).values();
            var conflicts = merged.stream().filter(Answers.Merged::conflict).count();
            if (conflicts > 0) {
                return Answer.refused("", "audit.conflicts", conflicts);
            }
            var unanswered = merged.stream().filter(answer -> answer.stands().isEmpty()).count();
            if (unanswered > 0) {
                return Answer.refused("", "audit.unanswered", unanswered);
            }
            if (!audits.meetings(id).stream().map(Audit.Meeting::kind).toList().containsAll(List.of(Gathering.values()))) {
                return Answer.refused("", "audit.meetings-missing");
            }
            if (audits.sampling(id).isEmpty()) {
                return Answer.refused("", "audit.sampling-missing");
            }
            log.recordBatch("audit.answers", audits.today(), Map.of("audit", id.toString()), merged.stream().flatMap(answer -> answer.each().stream())
                    .map(answer -> Map.of("answer", answer.id().toString(), "question", answer.question(), "verdict", answer.verdict().name(), "note", answer.note(),
                            "by", answer.by().toString(), "made", answer.madeAt().toString())).toList());
            var drawn = audits.write(id, it.step() + 1, State.DRAWN_UP, "", null, null, Map.of(), by);
            write(id, true, "", by);
            return Answer.done(drawn);
        });
    }

    /**
     * One of the team agrees with the report or dissents; with the last word it holds: findings are numbered, and those that ask for it open a
     * corrective action. Dissent stands in the report and stops nothing.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-drawn-up}; {@code audit.spoken-already};
     * {@code audit.dissent-missing} dissent without a word; {@code audit.words-long}.
     */
    @Transactional
    public Answer<Audit> say(UUID id, boolean agrees, String words, Me by) {
        var found = audits.lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        var team = audits.members(id).stream().filter(it -> !it.left()).map(Audit.Member::account).toList();
        if (!team.contains(by.account())) {
            return Answer.refused("", "audit.not-in-team");
        }
        if (words(id).stream().anyMatch(it -> it.account().equals(by.account()))) {
            return Answer.refused("", "audit.spoken-already");
        }
        if (found.get().state() != State.DRAWN_UP) {
            return Answer.refused("", "audit.not-drawn-up");
        }
        if (!agrees && words.isBlank()) {
            return Answer.refused("words", "audit.dissent-missing");
        }
        if (words.length() > Audits.WORDS_LONGEST) {
            return Answer.refused("words", "audit.words-long", Audits.WORDS_LONGEST);
        }
        write(id, agrees, words.strip(), by);
        return Answer.done(words(id).stream().map(Audit.Word::account).toList().containsAll(team) ? report(found.get(), by) : found.get());
    }

    private void write(UUID id, boolean agrees, String words, Me by) {
        db.sql("INSERT INTO audit.word (audit, account, agrees, words, at) VALUES (:audit, :account, :agrees, :words, :at)")
                .param("audit", id).param("account", by.account()).param("agrees", agrees).param("words", words).param("at", audits.now())
                .update();
    }

    private Audit report(Audit audit, Me by) {
        var pack = packs.of(audit);
        var found = answers.merged(audit).values().stream().flatMap(it -> it.stands().stream()).filter(it -> it.verdict() == Verdict.FINDING).toList();
        var severities = new ArrayList<Severity>();
        for (var it : found) {
            var question = pack.question(it.question()).orElseThrow();
            var severity = java.util.Objects.requireNonNull(it.severity());
            var id = UUID.randomUUID();
            severities.add(severity);
            var record = log.record("audit.finding", audits.today(), Map.of("finding", id.toString(), "audit", audit.id().toString(), "no", severities.size(),
                    "severity", severity.name(), "topic", question.topic().name(), "clause", it.clause(), "answer", it.id().toString()));
            db.sql("""
                    INSERT INTO audit.finding (id, audit, no, answer, question, topic, clause, severity, title_en, title_zh, words, day, record)
                    VALUES (:id, :audit, :no, :answer, :question, :topic, :clause, :severity, :en, :zh, :words, :day, :record)
                    """)
                    .param("id", id).param("audit", audit.id()).param("no", severities.size()).param("answer", it.id()).param("question", it.question())
                    .param("topic", question.topic().name()).param("clause", it.clause()).param("severity", severity.name())
                    .param("en", question.failsEn()).param("zh", question.failsZh()).param("words", it.note()).param("day", audits.today()).param("record", record)
                    .update();
            if (severity.asksForAction()) {
                cases.open(AuditCases.KIND, severity.name(), id, audit.supplier(), audit.number() + "/" + severities.size() + " " + question.failsEn(),
                        audit.number() + "/" + severities.size() + " " + question.failsZh(), by);
            }
        }
        return audits.write(audit.id(), audit.step() + 1, State.REPORTED, "", found.size(), pack.reauditDay(audit.untilDay(), severities), Map.of("findings", found.size()), by);
    }

    /**
     * The supplier says something to the report.
     *
     * <p>Refusals: {@code audit.not-yours}; {@code audit.comment-missing}; {@code audit.words-long}.
     */
    @Transactional
    public Answer<Audit> comment(UUID id, String words, Me by) {
        var mine = own(id, by);
        if (mine.isEmpty()) {
            return Answer.refused("", "audit.not-yours");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "audit.comment-missing");
        }
        if (words.length() > Audits.WORDS_LONGEST) {
            return Answer.refused("words", "audit.words-long", Audits.WORDS_LONGEST);
        }
        db.sql("INSERT INTO audit.comment (id, audit, words, by, at) VALUES (gen_random_uuid(), :audit, :words, :by, :at)")
                .param("audit", id).param("words", words.strip()).param("by", by.account()).param("at", audits.now())
                .update();
        return Answer.done(mine.get());
    }

    /** A report that this supplier's contact may read. */
    Optional<Audit> own(UUID id, Me by) {
        return audits.find(id).filter(it -> it.state() == State.REPORTED && by.supplier().equals(Optional.of(it.supplier())));
    }

    List<Audit.Word> words(UUID audit) {
        return db.sql("SELECT account, agrees, words, at FROM audit.word WHERE audit = :audit ORDER BY at").param("audit", audit).query(Audit.Word.class).list();
    }

    List<Audit.Comment> comments(UUID audit) {
        return db.sql("SELECT words, at FROM audit.comment WHERE audit = :audit ORDER BY at").param("audit", audit).query(Audit.Comment.class).list();
    }

    public List<Audit.Finding> findings(UUID audit) {
        return db.sql(FINDING + " WHERE audit = :audit ORDER BY no").param("audit", audit).query(Audit.Finding.class).list();
    }

    Optional<Audit.Finding> finding(UUID id) {
        return db.sql(FINDING + " WHERE id = :id").param("id", id).query(Audit.Finding.class).optional();
    }

    private static final String FINDING = """
            SELECT id, audit, no, question, topic, clause, severity, title_en, title_zh, words, day, record
              FROM audit.finding
            """;
}
