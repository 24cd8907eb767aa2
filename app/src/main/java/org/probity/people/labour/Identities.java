package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that were checked. Human resources look at the document and type what it says; a card's number must say the same. */
@Service
public class Identities {
    /** What is kept of it. */
    public record Attested(Identity.Document document, LocalDate born, Identity.Sex sex, LocalDate verifiedOn) {}

    private final JdbcClient db;
    private final IdentityKey key;
    private final Log log;
    private final Clock clock;

    Identities(JdbcClient db, IdentityKey key, Log log, Clock clock) {
        this.db = db;
        this.key = key;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Somebody's document was looked at. Told again, it takes the place of what was believed; that row stays.
     *
     * <p>Refusals: {@code labour.person-unknown}; those of {@link Identity#objections}; {@code labour.number-taken} another person has shown this document;
     * {@code labour.nothing-new}.
     */
    @Transactional
    public Answer<UUID> attest(UUID person, Identity it, Me by) {
        if (!db.sql("SELECT EXISTS (SELECT FROM directory.name WHERE id = :person)").param("person", person).query(Boolean.class).single()) {
            return Answer.refused("person", "labour.person-unknown");
        }
        var wrong = it.objections(today());
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        takeTurns();
        var hashing = key.hashing();
        var hash = hashing.document(it);
        var shown = db.sql("SELECT person FROM labour.identity WHERE number_hash = :hash AND superseded_at IS NULL").param("hash", hash).query(UUID.class).optional();
        if (shown.filter(other -> !other.equals(person)).isPresent()) {
            return Answer.refused("number", "labour.number-taken");
        }
        if (shown.isPresent() && of(person).filter(new Attested(it.document(), it.born(), it.sex(), it.verifiedOn())::equals).isPresent()) {
            return Answer.refused("", "labour.nothing-new");
        }
        db.sql("UPDATE labour.identity SET superseded_at = :now WHERE person = :person AND superseded_at IS NULL").param("now", now()).param("person", person).update();
        var id = UUID.randomUUID();
        var record = log.record("labour.identity", today(), Map.of("identity", id.toString(), "person", person.toString(),
                "bound", hashing.bound(person, it.document() + " " + it.born() + " " + it.sex() + " " + it.verifiedOn())));
        db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                VALUES (:id, :person, :document, :hash, :born, :sex, :verified, :by, :now, :record)
                """)
                .param("id", id).param("person", person).param("document", it.document().name()).param("hash", hash).param("born", it.born())
                .param("sex", it.sex().name()).param("verified", it.verifiedOn()).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** What is believed now. */
    Optional<Attested> of(UUID person) {
        return db.sql("SELECT document, born, sex, verified_on FROM labour.identity WHERE person = :person AND superseded_at IS NULL")
                .param("person", person).query(Attested.class).optional();
    }

    /** One at a time, files included: each is compared with what the one before left. */
    private void takeTurns() {
        db.sql("LOCK TABLE labour.identity IN SHARE ROW EXCLUSIVE MODE").update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
