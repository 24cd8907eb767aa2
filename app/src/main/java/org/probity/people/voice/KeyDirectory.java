package org.probity.people.voice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.Forgetting;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose keys reports are sealed for. A handler makes a key in their browser and offers it; the union rules on it, and legal affairs on one of the union or the committee; each change
 * makes the whole list a new version, whose hash is in the log. Whoever writes a report has their browser check the list against the log before anything is sealed.
 */
@Service
class KeyDirectory {
    static final String ENTER = "voice.key";
    static final String RETIRE = "voice.key-retired";
    /** As many as a message has seats for beside the one of whoever writes; the fallback joins two channels. */
    static final int MOST_OF_A_CHANNEL = 7;
    private static final RowMapper<Handler> HANDLER = (row, n) -> new Handler(row.getObject("id", UUID.class), row.getObject("account", UUID.class), Channel.valueOf(row.getString("channel")), row.getString("name"),
            row.getString("function_en"), row.getString("function_zh"), row.getString("recipient"), row.getString("wrapped"), row.getObject("offered_on", LocalDate.class),
            row.getObject("replaces", UUID.class), row.getObject("entered", Integer.class), row.getObject("retired", Integer.class));
    private static final String SELECT = """
            SELECT handler.*, entered.no AS entered, retired.no AS retired
              FROM voice.handler
              LEFT JOIN voice.entered ON entered.handler = handler.id
              LEFT JOIN voice.retired ON retired.handler = handler.id
            """;

    private final JdbcClient db;
    private final Decisions decisions;
    private final Directory directory;
    private final Log log;
    private final InTheLog proofs;
    private final Accounts people;
    private final Clock clock;

    KeyDirectory(JdbcClient db, Decisions decisions, Directory directory, Log log, InTheLog proofs, Accounts people, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.directory = directory;
        this.log = log;
        this.proofs = proofs;
        this.people = people;
        this.clock = clock;
    }

    Optional<Handler> find(UUID id) {
        return db.sql(SELECT + " WHERE handler.id = :id").param("id", id).query(HANDLER).optional();
    }

    /** In force, channel by channel. */
    List<Handler> inForce() {
        return db.sql(SELECT + " WHERE entered.no IS NOT NULL AND retired.no IS NULL ORDER BY channel, name, handler.id").query(HANDLER).list();
    }

    /** Every key somebody offered and that was not refused, newest first: what was sealed for a key that is retired opens with it still. */
    List<Handler> of(UUID account) {
        return db.sql(SELECT + " WHERE handler.account = :account ORDER BY offered_on DESC, handler.id").param("account", account).query(HANDLER).list();
    }

    /** Whether somebody may no longer come in: nothing is sealed for them, and the union is asked to take the key out. */
    boolean gone(Handler handler) {
        return people.find(handler.account()).filter(it -> it.disabledAt() != null).isPresent();
    }

    boolean reads(Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM voice.handler JOIN voice.entered ON entered.handler = handler.id WHERE account = :me)").param("me", me.account()).query(Boolean.class).single();
    }

    /**
     * Offers a key that was made in the browser of whoever offers it. If one of theirs is in force for this channel, the new one takes its place: cases stay theirs, and what was sealed for
     * the old one opens with it, if its words were at hand when the new one was made.
     *
     * <p>Refusals: {@code voice.channel-missing}; {@code voice.function-missing} in both languages, up to a hundred letters; {@code voice.key-wrong} no age key, or none under words;
     * {@code voice.key-taken} it was offered before; {@code voice.offered-already} another of theirs waits for this channel; {@code voice.channel-full}.
     */
    @Transactional
    Answer<UUID> offer(String channel, String functionEn, String functionZh, String recipient, String wrapped, Me me) {
        var found = Channel.of(channel);
        if (found.isEmpty()) {
            return Answer.refused("channel", "voice.channel-missing");
        }
        if (functionEn.isBlank() || functionZh.isBlank() || functionEn.length() > 100 || functionZh.length() > 100) {
            return Answer.refused(functionEn.isBlank() || functionEn.length() > 100 ? "functionEn" : "functionZh", "voice.function-missing");
        }
        if (!recipient.matches("age1[02-9ac-hj-np-z]{58}") || !wrapped.matches("[A-Za-z0-9+/=]{100,2000}")) {
            return Answer.refused("", "voice.key-wrong");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM voice.handler WHERE recipient = :recipient)").param("recipient", recipient).query(Boolean.class).single()) {
            return Answer.refused("", "voice.key-taken");
        }
        if (of(me.account()).stream().anyMatch(it -> it.channel() == found.get() && it.entered() == null && open(ENTER, it.id()).isPresent())) {
            return Answer.refused("channel", "voice.offered-already");
        }
        var there = inForce().stream().filter(it -> it.channel() == found.get()).toList();
        var old = there.stream().filter(it -> it.account().equals(me.account())).findFirst().map(Handler::id).orElse(null);
        if (old == null && there.size() >= MOST_OF_A_CHANNEL) {
            return Answer.refused("channel", "voice.channel-full", MOST_OF_A_CHANNEL);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO voice.handler (id, account, channel, name, function_en, function_zh, recipient, wrapped, offered_on, replaces)
                VALUES (:id, :account, :channel, :name, :en, :zh, :recipient, :wrapped, :day, :replaces)
                """)
                .param("id", id).param("account", me.account()).param("channel", found.get().name()).param("name", me.name()).param("en", functionEn.strip()).param("zh", functionZh.strip())
                .param("recipient", recipient).param("wrapped", wrapped).param("day", LocalDate.now(clock)).param("replaces", old, java.sql.Types.OTHER).update();
        decisions.propose(ENTER, id, "", me);
        return Answer.done(id);
    }

    /**
     * Proposes to take a key out: by its handler, the union or legal affairs.
     *
     * <p>Refusals: {@code voice.not-in-force}; {@code voice.retiring-already}; {@code voice.reason-missing}.
     */
    @Transactional
    Answer<UUID> retire(UUID handler, String reason, Me me) {
        var found = find(handler).filter(Handler::inForce);
        if (found.isEmpty()) {
            return Answer.refused("", "voice.not-in-force");
        }
        if (open(RETIRE, handler).isPresent()) {
            return Answer.refused("", "voice.retiring-already");
        }
        return reason.isBlank() || reason.length() > 500 ? Answer.refused("reason", "voice.reason-missing") : Answer.done(decisions.propose(RETIRE, handler, reason.strip(), me));
    }

    Optional<Decisions.Decision> open(String matter, UUID handler) {
        return decisions.about(matter, handler).stream().filter(Decisions.Decision::open).findFirst();
    }

    /** Who rules on a key: the union, and legal affairs on those of the union and the committee. Never whoever proposed it, and never whose key it is. */
    boolean mayRule(Handler handler, Me me) {
        var ruling = handler.channel() == Channel.UNION || handler.channel() == Channel.COMMITTEE ? Role.LEGAL : Role.UNION;
        return me.is(ruling) && !handler.account().equals(me.account());
    }

    /**
     * Rules on a key that was offered, or on taking one out. What is approved makes a new version of the list and an entry of the log in the same transaction.
     *
     * <p>Refusals: {@code voice.ruling-not-yours}; {@code voice.channel-full}; {@code voice.not-in-force} it went another way meanwhile; what {@link Decisions#rule} says.
     */
    @Transactional
    Answer<UUID> rule(String matter, UUID proposal, Outcome outcome, Me me) {
        var found = decisions.find(proposal).filter(it -> it.matter().equals(matter)).flatMap(it -> find(it.subject()));
        if (found.isEmpty()) {
            return Answer.refused("", "decision.unknown");
        }
        var handler = found.get();
        if (outcome != Outcome.WITHDRAWN && !mayRule(handler, me)) {
            return Answer.refused("", "voice.ruling-not-yours");
        }
        // One change at a time, so that versions follow one another.
        db.sql("LOCK TABLE voice.directory IN EXCLUSIVE MODE").update();
        var old = matter.equals(ENTER) && handler.replaces() != null ? find(handler.replaces()).filter(Handler::inForce) : Optional.<Handler>empty();
        if (matter.equals(ENTER) && outcome == Outcome.APPROVED && old.isEmpty() && inForce().stream().filter(it -> it.channel() == handler.channel()).count() >= MOST_OF_A_CHANNEL) {
            return Answer.refused("", "voice.channel-full", MOST_OF_A_CHANNEL);
        }
        if (matter.equals(RETIRE) && outcome == Outcome.APPROVED && !handler.inForce()) {
            return Answer.refused("", "voice.not-in-force");
        }
        return switch (decisions.rule(matter, proposal, outcome, "", me)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> _ -> {
                if (outcome == Outcome.APPROVED) {
                    change(handler.id(), matter.equals(ENTER), old);
                }
                yield Answer.done(handler.id());
            }
        };
    }

    private void change(UUID handler, boolean in, Optional<Handler> old) {
        var no = db.sql("SELECT coalesce(max(no), 0) + 1 FROM voice.directory").query(Integer.class).single();
        if (in) {
            db.sql("INSERT INTO voice.entered (handler, no) VALUES (:handler, :no)").param("handler", handler).param("no", no).update();
            old.ifPresent(it -> {
                takeOut(it.id(), no);
                db.sql("INSERT INTO voice.team (card, handler) SELECT card, :handler FROM voice.team WHERE handler = :old").param("handler", handler).param("old", it.id()).update();
                db.sql("INSERT INTO voice.recused (card, handler, because, day, by, record) SELECT card, :handler, because, day, by, record FROM voice.recused WHERE handler = :old").param("handler", handler).param("old", it.id()).update();
            });
        } else {
            takeOut(handler, no);
        }
        var sha = Hash.sha256(text(no).getBytes(StandardCharsets.UTF_8)).hex();
        var today = LocalDate.now(clock);
        var record = log.record("voice.directory", today, Map.of("no", no, "sha256", sha));
        db.sql("INSERT INTO voice.directory (no, day, sha256, record) VALUES (:no, :day, :sha, :record)").param("no", no).param("day", today).param("sha", sha).param("record", record).update();
    }

    /**
     * Whoever is forgotten reads nothing more: keys of theirs leave the list, what stood about them beside the keys goes, and so does the private half, which nobody could open any more.
     * Taking out a key needs no second person here, for it lets nobody read; two have said that they are forgotten.
     */
    @EventListener
    void forgotten(Forgetting.Forgotten somebody) {
        var account = somebody.account();
        of(account).forEach(it -> {
            open(ENTER, it.id()).ifPresent(offer -> decisions.rule(ENTER, offer.id(), Outcome.WITHDRAWN, "", new Me(account, "", Set.of(), Optional.empty())));
            if (it.inForce()) {
                db.sql("LOCK TABLE voice.directory IN EXCLUSIVE MODE").update();
                change(it.id(), false, Optional.empty());
            }
        });
        db.sql("UPDATE voice.handler SET name = '–', function_en = '–', function_zh = '–', wrapped = repeat('-', 100) WHERE account = :account").param("account", account).update();
    }

    private void takeOut(UUID handler, int no) {
        db.sql("INSERT INTO voice.retired (handler, no) VALUES (:handler, :no)").param("handler", handler).param("no", no).update();
    }

    /** Keys in whose place one stands, the last one first. */
    List<UUID> before(Handler handler) {
        return db.sql("""
                WITH RECURSIVE earlier AS (
                    SELECT CAST(:id AS uuid) AS id, CAST(:replaces AS uuid) AS replaces, 0 AS no
                     UNION ALL
                    SELECT handler.id, handler.replaces, no + 1 FROM earlier JOIN voice.handler ON handler.id = earlier.replaces
                )
                SELECT id FROM earlier WHERE no > 0 ORDER BY no
                """).param("id", handler.id()).param("replaces", handler.replaces(), java.sql.Types.OTHER).query(UUID.class).list();
    }

    /** The list as it is hashed: RFC 8785, in the order of the ids. */
    private String text(int no) {
        var handlers = db.sql(SELECT + " WHERE entered.no IS NOT NULL AND retired.no IS NULL ORDER BY handler.id::text").query(HANDLER).list().stream().map(it -> {
            var told = new TreeMap<String, Object>(Map.of("id", it.id().toString(), "channel", it.channel().name(), "name", it.name(), "function_en", it.functionEn(), "function_zh", it.functionZh(),
                    "recipient", it.recipient()));
            if (it.replaces() != null) {
                told.put("replaces", before(it).stream().map(UUID::toString).toList());
            }
            return told;
        }).toList();
        return new String(Json.of(Map.of("no", no, "handlers", handlers)).canonical(), StandardCharsets.UTF_8);
    }

    /**
     * The list as it stands in the tables, and the proof of the newest one that the log has. That the two fit is for the browser to see: here somebody could be asked not to look.
     */
    Map<String, Object> given() {
        var given = new LinkedHashMap<String, Object>();
        given.put("directory", text(db.sql("SELECT coalesce(max(no), 0) FROM voice.directory").query(Integer.class).single()));
        db.sql("SELECT record FROM log.place WHERE class = 'voice.directory' ORDER BY year DESC, number DESC LIMIT 1").query(UUID.class).optional().flatMap(proofs::proof).ifPresent(it -> given.put("proof", it));
        return given;
    }

    /**
     * Where the handlers work, and of the parts of the house those that make a difference: the ones in which a handler works or that one leads, what is above them, and sites. Anybody
     * may ask, so the rest of the house is not told; a team that nobody of them works in or leads stands, for who may read, as the next part above it does. Given whole: whose place
     * somebody looks up is then nobody's to see.
     */
    Map<String, Object> places() {
        var today = directory.today();
        var tree = directory.tree(today);
        var heads = directory.heads(today);
        record Works(UUID account, UUID person, UUID unit) {}
        var works = new HashMap<UUID, Works>();
        db.sql("""
                SELECT DISTINCT ON (pass.account) pass.account, pass.person, engaged.unit
                  FROM directory.pass AS pass
                  LEFT JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.person = pass.person
                 WHERE pass.account IN (SELECT account FROM voice.handler JOIN voice.entered ON entered.handler = handler.id)
                 ORDER BY pass.account, engaged.from_day DESC
                """).param("day", today).query(Works.class).list().forEach(it -> works.put(it.account(), it));
        var handlers = new HashMap<String, Object>();
        var accounts = new ArrayList<UUID>();
        var matter = new HashSet<UUID>();
        for (var handler : inForce()) {
            if (!accounts.contains(handler.account())) {
                accounts.add(handler.account());
            }
            var place = new LinkedHashMap<String, Object>();
            place.put("who", accounts.indexOf(handler.account()));
            place.put("gone", gone(handler));
            var at = works.get(handler.account());
            var unit = at == null || at.unit() == null ? null : tree.stream().filter(it -> it.id().equals(at.unit())).findFirst().orElse(null);
            place.put("unit", unit == null ? "" : unit.id().toString());
            place.put("path", unit == null ? List.of() : unit.path().stream().map(UUID::toString).toList());
            var leads = at == null ? List.<UUID>of() : heads.stream().filter(it -> it.person().equals(at.person())).map(it -> it.unit()).toList();
            place.put("heads", leads.stream().map(UUID::toString).toList());
            handlers.put(handler.id().toString(), place);
            // Whom an earlier message names by a key that was changed is the same person still.
            before(handler).forEach(it -> handlers.put(it.toString(), place));
            Stream.concat(Stream.ofNullable(unit), tree.stream().filter(it -> leads.contains(it.id()))).forEach(it -> matter.addAll(it.path()));
        }
        return Map.of("handlers", handlers, "units", tree.stream().filter(it -> matter.contains(it.id()) || it.kind() == Place.Kind.SITE)
                .map(it -> Map.of("id", it.id().toString(), "path", it.path().stream().map(UUID::toString).toList(), "en", it.nameEn(), "zh", it.nameZh(), "site", it.kind() == Place.Kind.SITE)).toList());
    }
}
