package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words that no posting and no question may have, because law forbids to choose by what they ask: from a day on, with a source. One proposes, counsel signs; a
 * word that was forbidden wrongly is allowed again by a row of its own.
 */
@Service
public class UnlawfulWords {
    static final String MATTER = "recruitment.word";
    static final int WORD_LONGEST = 60;
    static final int SOURCE_LONGEST = 300;

    public enum Act { FORBID, ALLOW }

    /** @param signed counsel stands behind it; otherwise it came with the house @param holds whether it is the newest of its word by today */
    public record Word(String word, Act act, LocalDate fromDay, String source, boolean signed, boolean holds) {}

    /** What waits for counsel. */
    public record Proposed(UUID proposal, String word, Act act, LocalDate fromDay, String source, UUID proposedBy) {}

    private final JdbcClient db;
    private final Requisitions requisitions;
    private final Decisions decisions;
    private final Log log;

    UnlawfulWords(JdbcClient db, Requisitions requisitions, Decisions decisions, Log log) {
        this.db = db;
        this.requisitions = requisitions;
        this.decisions = decisions;
        this.log = log;
    }

    /** Every row, by word, the newest of each first. */
    List<Word> all() {
        return db.sql("""
                SELECT unlawful.word, unlawful.act, unlawful.from_day, unlawful.source, unlawful.proposal IS NOT NULL AS signed,
                       unlawful.from_day = (SELECT max(other.from_day) FROM recruitment.unlawful AS other WHERE other.word = unlawful.word AND other.from_day <= :day) IS TRUE AS holds
                  FROM recruitment.unlawful
                 ORDER BY unlawful.word, unlawful.from_day DESC
                """).param("day", requisitions.today()).query(Word.class).list();
    }

    List<Proposed> waiting() {
        return db.sql("""
                SELECT proposed.proposal, proposed.word, proposed.act, proposed.from_day, proposed.source, open.proposed_by
                  FROM recruitment.word_proposed AS proposed
                  JOIN decision.open ON open.id = proposed.proposal
                 ORDER BY proposed.from_day, proposed.word
                """).query(Proposed.class).list();
    }

    /**
     * Human resources or counsel propose.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.word-wrong} shorter than two letters or too long; {@code recruitment.act-missing};
     * {@code recruitment.from-past} or no day; {@code recruitment.source-wrong} missing or too long; {@code recruitment.word-day} that day says something of this
     * word already; {@code recruitment.word-waits} a proposal for this word waits; {@code recruitment.word-so} it is so already on that day.
     */
    @Transactional
    public Answer<UUID> propose(String typed, String act, @Nullable LocalDate from, String source, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.length() < 2 || word.length() > WORD_LONGEST) {
            return Answer.refused("word", "recruitment.word-wrong", WORD_LONGEST);
        }
        var chosen = Arrays.stream(Act.values()).filter(it -> it.name().equals(act)).findFirst();
        if (chosen.isEmpty()) {
            return Answer.refused("act", "recruitment.act-missing");
        }
        if (from == null || from.isBefore(requisitions.today())) {
            return Answer.refused("fromDay", "recruitment.from-past");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "recruitment.source-wrong", SOURCE_LONGEST);
        }
        db.sql("LOCK TABLE recruitment.word_proposed IN SHARE ROW EXCLUSIVE MODE").update();
        var said = all().stream().filter(it -> it.word().equals(word)).toList();
        if (said.stream().anyMatch(it -> it.fromDay().equals(from))) {
            return Answer.refused("fromDay", "recruitment.word-day");
        }
        if (waiting().stream().anyMatch(it -> it.word().equals(word))) {
            return Answer.refused("word", "recruitment.word-waits");
        }
        // The same with a better source is how counsel signs what came with the house.
        var before = said.stream().filter(it -> it.fromDay().isBefore(from)).findFirst();
        if (before.map(Word::act).orElse(Act.ALLOW) == chosen.get() && before.filter(it -> !it.signed()).isEmpty()) {
            return Answer.refused("word", "recruitment.word-so");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), source.strip(), by);
        db.sql("INSERT INTO recruitment.word_proposed (proposal, word, act, from_day, source) VALUES (:proposal, :word, :act, :from, :source)")
                .param("proposal", proposal).param("word", word).param("act", chosen.get().name()).param("from", from).param("source", source.strip())
                .update();
        return Answer.done(proposal);
    }

    /**
     * Counsel signs; they or human resources reject, and whoever proposed it takes it back.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.nothing-waits} none under it; {@code recruitment.counsel-signs} who approves is not of legal
     * affairs; {@code recruitment.from-past} its day is over meanwhile; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Outcome outcome, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        Optional<Proposed> found = waiting().stream().filter(it -> it.proposal().equals(proposal)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.nothing-waits");
        }
        if (outcome == Outcome.APPROVED && !by.is(Role.LEGAL)) {
            return Answer.refused("", "recruitment.counsel-signs");
        }
        if (outcome == Outcome.APPROVED && found.get().fromDay().isBefore(requisitions.today())) {
            return Answer.refused("", "recruitment.from-past");
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'recruitment.word' && #ruled.outcome().name() == 'APPROVED'")
    void signed(Decisions.Ruled ruled) {
        db.sql("""
                INSERT INTO recruitment.unlawful (word, from_day, source, act, proposal, record)
                SELECT word, from_day, source, act, proposal, :record FROM recruitment.word_proposed WHERE proposal = :proposal
                """)
                .param("proposal", ruled.proposal())
                .param("record", log.record(MATTER, requisitions.today(), Map.of("proposal", ruled.proposal().toString(), "proposed_by", ruled.proposedBy().toString(), "signed_by", ruled.ruledBy().toString())))
                .update();
    }
}
