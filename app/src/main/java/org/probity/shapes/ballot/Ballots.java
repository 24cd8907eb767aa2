package org.probity.shapes.ballot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issuing tokens to people, and taking them from nobody. */
@Service
public class Ballots {
    private static final int MESSAGE_MOST = 256;

    private final JdbcClient db;
    private final Rounds rounds;
    private final Clock clock;

    Ballots(JdbcClient db, Rounds rounds, Clock clock) {
        this.db = db;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * Signs what a person has blinded, once. Asked again with the very same, the answer is the same: an answer may get lost on its way. The room has
     * asked before whether this person is entitled.
     *
     * <p>Refused: {@code ballot.not-open}, {@code ballot.not-as-many}, {@code ballot.no-number}, {@code ballot.issued-before}.
     *
     * @param blinded numbers as long as the key, as many as the round gives each
     */
    @Transactional
    public Answer<List<byte[]>> issue(UUID round, UUID person, List<byte[]> blinded) {
        var open = open(round);
        if (open.isEmpty()) {
            return Answer.refused("", "ballot.not-open");
        }
        if (blinded.size() != open.get().each()) {
            return Answer.refused("", "ballot.not-as-many", open.get().each());
        }
        var key = rounds.signingKey(round);
        if (key.isEmpty()) {
            return Answer.refused("", "ballot.not-open");
        }
        var signed = new ArrayList<byte[]>();
        for (var one : blinded) {
            var signature = BlindRsa.sign(key.get(), one);
            if (signature.isEmpty()) {
                return Answer.refused("", "ballot.no-number");
            }
            signed.add(signature.get());
        }
        var asked = Hash.sha256(blinded.toArray(byte[][]::new)).hex();
        db.sql("INSERT INTO ballot.issued (round, person, tokens, asked) VALUES (:round, :person, :tokens, :asked) ON CONFLICT DO NOTHING")
                .param("round", round).param("person", person).param("tokens", blinded.size()).param("asked", asked).update();
        var before = db.sql("SELECT asked FROM ballot.issued WHERE round = :round AND person = :person").param("round", round).param("person", person).query(String.class).single();
        return before.equals(asked) ? Answer.done(List.copyOf(signed)) : Answer.refused("", "ballot.issued-before");
    }

    /** Whether this person has had their tokens, so that a page need not ask. */
    public boolean issued(UUID round, UUID person) {
        return db.sql("SELECT count(*) FROM ballot.issued WHERE round = :round AND person = :person").param("round", round).param("person", person).query(Long.class).single() > 0;
    }

    /** Those rounds whose tokens were had before, of some for which a person is known. */
    Set<UUID> issued(Map<UUID, UUID> people) {
        return people.isEmpty() ? Set.of() : db.sql("SELECT round FROM ballot.issued JOIN unnest(:rounds, :people) AS asked (round, person) USING (round, person)")
                .param("rounds", people.keySet().toArray(UUID[]::new)).param("people", people.values().toArray(UUID[]::new)).query(UUID.class).set();
    }

    /** Everybody who has had their tokens, for a room that gives the others a vote on paper. */
    public Set<UUID> had(UUID round) {
        return Set.copyOf(db.sql("SELECT person FROM ballot.issued WHERE round = :round").param("round", round).query(UUID.class).list());
    }

    /**
     * Spends a token within the caller's transaction, so that what it is good for becomes true with it or not at all.
     *
     * <p>Refused: {@code ballot.not-open}, {@code ballot.not-signed}, {@code ballot.spent-before}.
     *
     * @param message the prepared message: a random prefix of 32 bytes and what the person's browser drew
     * @return the token's hash, which is all that is kept
     */
    @Transactional
    public Answer<Hash> spend(UUID round, byte[] message, byte[] signature) {
        var open = open(round);
        if (open.isEmpty()) {
            return Answer.refused("", "ballot.not-open");
        }
        if (message.length <= BlindRsa.PREFIX || message.length > MESSAGE_MOST || !BlindRsa.verified(open.get().key(), message, BlindRsa.SALT, signature)) {
            return Answer.refused("", "ballot.not-signed");
        }
        var token = Hash.sha256(message);
        int kept = db.sql("INSERT INTO ballot.spent (round, token, day) VALUES (:round, :token, :day) ON CONFLICT DO NOTHING")
                .param("round", round).param("token", token.bytes()).param("day", LocalDate.now(clock)).update();
        return kept == 1 ? Answer.done(token) : Answer.refused("", "ballot.spent-before");
    }

    /** Holds the round: whoever closes it waits for those who are spending, and nobody spends into a round that was counted. */
    private Optional<Round> open(UUID round) {
        var today = LocalDate.now(clock);
        return db.sql("SELECT id FROM ballot.round WHERE id = :round FOR KEY SHARE").param("round", round).query(UUID.class).optional().flatMap(rounds::find)
                .filter(it -> it.on(today))
                .filter(it -> db.sql("SELECT count(*) FROM ballot.closing WHERE round = :round").param("round", round).query(Long.class).single() == 0);
    }
}
