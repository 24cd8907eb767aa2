package org.probity.people.succession;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.succession.Naming.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked to be a candidate or to take part in a project. Only a yes counts, and it can be taken back without a reason: an employer gives what is known of people to others,
 * and keeps such a list, with their own consent (PIPL art. 13; that art. 23 asks it for whoever is outside is to be confirmed by counsel).
 */
@Service
public class Namings {
    /** Somebody is asked something; heard in its transaction. */
    record Asked(Naming naming, UUID account) {}

    private final JdbcClient db;
    private final Positions positions;
    private final Directory directory;
    private final Passes passes;
    private final Log log;
    private final ApplicationEventPublisher events;

    Namings(JdbcClient db, Positions positions, Directory directory, Passes passes, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.positions = positions;
        this.directory = directory;
        this.passes = passes;
        this.log = log;
        this.events = events;
    }

    /**
     * Asks somebody whether they would be a candidate for a key position.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.position-unknown}; {@code succession.not-key} the post is not key today; {@code succession.holds-it};
     * and those of everybody who is asked: {@code succession.person-unknown}; {@code succession.own-naming} nobody names themselves; {@code succession.not-engaged} today; {@code succession.no-account} nobody they could say
     * yes with; {@code succession.named-already} they are asked, or said yes.
     */
    @Transactional
    public Answer<UUID> name(UUID post, String number, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        if (!positions.lock(post)) {
            return Answer.refused("", "succession.position-unknown");
        }
        if (positions.judgements(post).stream().findFirst().filter(Position.Judgement::key).isEmpty()) {
            return Answer.refused("", "succession.not-key");
        }
        return asked(post, null, number, by);
    }

    /** Whoever calls it has locked the post or the project. */
    Answer<UUID> asked(@Nullable UUID post, @Nullable UUID project, String number, Me by) {
        var person = directory.byNumber(number.strip());
        if (person.isEmpty()) {
            return Answer.refused("number", "succession.person-unknown");
        }
        var who = person.get();
        if (directory.personOf(by).filter(who.id()::equals).isPresent()) {
            return Answer.refused("number", "succession.own-naming");
        }
        if (!positions.engaged(who.id(), positions.today())) {
            return Answer.refused("number", "succession.not-engaged");
        }
        if (post != null && db.sql("SELECT EXISTS (SELECT FROM succession.held(:day, 'infinity') AS held WHERE held.post = :post AND held.person = :person)")
                .param("day", positions.today()).param("post", post).param("person", who.id()).query(Boolean.class).single()) {
            return Answer.refused("number", "succession.holds-it");
        }
        var account = passes.of(who.id());
        if (account.isEmpty()) {
            return Answer.refused("number", "succession.no-account");
        }
        if (of(post, project).stream().anyMatch(it -> it.person().equals(who.id()) && it.state().open())) {
            return Answer.refused("number", "succession.named-already");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO succession.naming (id, post, project, person, by, at) VALUES (:id, :post, :project, :person, :by, :at)")
                .param("id", id).param("post", post, Types.OTHER).param("project", project, Types.OTHER).param("person", who.id()).param("by", by.account())
                .param("at", positions.now())
                .update();
        step(id, State.ASKED, "", by);
        events.publishEvent(new Asked(find(id).orElseThrow(), account.get().id()));
        return Answer.done(id);
    }

    /**
     * Whoever was asked says yes or no. A yes can be taken back at any time; after a no they can be asked anew.
     *
     * <p>Refusals: {@code succession.naming-unknown} nobody asked them that; {@code succession.answered} it is over, or they said so already.
     */
    @Transactional
    public Answer<State> answer(UUID naming, boolean yes, Me by) {
        var found = locked(naming).filter(it -> directory.personOf(by).filter(it.person()::equals).isPresent());
        if (found.isEmpty()) {
            return Answer.refused("", "succession.naming-unknown");
        }
        var state = found.get().state();
        if (!state.open() || yes && state == State.AGREED) {
            return Answer.refused("", "succession.answered");
        }
        step(naming, yes ? State.AGREED : State.DECLINED, "", by);
        return Answer.done(yes ? State.AGREED : State.DECLINED);
    }

    /**
     * Ends it, with a reason that the person reads.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.naming-unknown}; {@code succession.answered} it is over; {@code succession.reason-wrong}.
     */
    @Transactional
    public Answer<Naming> end(UUID naming, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        var found = locked(naming);
        if (found.isEmpty()) {
            return Answer.refused("", "succession.naming-unknown");
        }
        if (!found.get().state().open()) {
            return Answer.refused("", "succession.answered");
        }
        if (reason.isBlank() || reason.length() > Positions.REASON_LONGEST) {
            return Answer.refused("reason", "succession.reason-wrong", Positions.REASON_LONGEST);
        }
        step(naming, State.ENDED, reason.strip(), by);
        return Answer.done(find(naming).orElseThrow());
    }

    private void step(UUID naming, State state, String reason, Me by) {
        db.sql("""
                INSERT INTO succession.naming_step (naming, no, state, reason, day, by, at, record)
                SELECT :naming, coalesce(max(no), 0) + 1, :state, :reason, :day, :by, :at, :record FROM succession.naming_step WHERE naming = :naming
                """)
                .param("naming", naming).param("state", state.name()).param("reason", reason).param("day", positions.today()).param("by", by.account()).param("at", positions.now())
                .param("record", log.record("succession.naming", positions.today(), Map.of("naming", naming.toString(), "state", state.name())))
                .update();
        if (!state.open()) {
            // Without a yes nobody keeps what was found of somebody's potential (PIPL art. 15 and 47).
            db.sql("DELETE FROM succession.potential WHERE naming = :naming").param("naming", naming).update();
        }
    }

    private Optional<Naming> locked(UUID naming) {
        db.sql("SELECT FROM succession.naming WHERE id = :id FOR UPDATE").param("id", naming).query((row, n) -> row).optional();
        return find(naming);
    }

    private static final String SELECT = """
            SELECT naming.id, naming.post, naming.project, naming.person, name.number, name.name_en, name.name_zh,
                   coalesce(post.role_en, project.title_en) AS what_en, coalesce(post.role_zh, project.title_zh) AS what_zh,
                   coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh, newest.state, newest.day, newest.reason
              FROM succession.naming
              JOIN directory.name ON name.id = naming.person
              JOIN LATERAL (SELECT state, day, reason FROM succession.naming_step AS step WHERE step.naming = naming.id ORDER BY no DESC LIMIT 1) AS newest ON true
              LEFT JOIN succession.post ON post.id = naming.post
              LEFT JOIN succession.project ON project.id = naming.project
              LEFT JOIN directory.units(:day, 'infinity') AS place ON place.unit = post.unit
            """;

    Optional<Naming> find(UUID naming) {
        return db.sql(SELECT + " WHERE naming.id = :id").param("day", positions.today()).param("id", naming).query(Naming.class).optional();
    }

    /** Of a post or of a project, newest first. */
    List<Naming> of(@Nullable UUID post, @Nullable UUID project) {
        return db.sql(SELECT + " WHERE naming.post = :post OR naming.project = :project ORDER BY naming.at DESC, naming.id").param("day", positions.today())
                .param("post", post, Types.OTHER).param("project", project, Types.OTHER).query(Naming.class).list();
    }

    /** Whether they were ever asked: by one look into an index, for every page shows the menu. */
    boolean asked(Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.pass JOIN succession.naming ON naming.person = pass.person WHERE pass.account = :me)").param("me", me.account()).query(Boolean.class).single();
    }

    /** What somebody was asked, newest first. */
    public List<Naming> of(UUID person) {
        return db.sql(SELECT + " WHERE naming.person = :person ORDER BY naming.at DESC, naming.id").param("day", positions.today()).param("person", person).query(Naming.class).list();
    }
}
