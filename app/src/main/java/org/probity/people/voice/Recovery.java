package org.probity.people.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Forgetting;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a handler comes to their key without its words: by a passkey of a device, or by two of three colleagues who each keep a share of it. All of it is made and opened in browsers; here
 * lie files that nobody here opens. A share is given for a key alone that two people have entered in place of the lost one, and the browser of whoever gives it looks that up in the log.
 */
@Service
public class Recovery {
    static final int SHARES = 3;
    static final int NEEDED = 2;
    /** Devices of one person. */
    static final int PASSKEYS_MOST = 5;
    private static final String WRAPPED = "[A-Za-z0-9+/=]{100,4000}";

    /** @param wrapped keys of somebody, which opens what the passkey gives */
    public record Passkey(UUID id, String credential, String wrapped, LocalDate day) {}

    /** Shares as they were left last. @param still how many of the three can give theirs back @param asked on which day they were asked for; none: not yet, since this was left */
    public record Left(UUID quorum, LocalDate day, List<String> keepers, List<UUID> keys, int still, @Nullable LocalDate asked) {
        /** Somebody of the three left. As long as two stay nothing is lost, but nothing may go wrong any more. */
        public boolean thin() {
            return still < SHARES;
        }

        /** Whether the key could be given back today. */
        public boolean enough() {
            return still >= NEEDED;
        }
    }

    private final JdbcClient db;
    private final KeyDirectory keys;
    private final Boards boards;
    private final Log log;

    Recovery(JdbcClient db, KeyDirectory keys, Boards boards, Log log) {
        this.db = db;
        this.keys = keys;
        this.boards = boards;
        this.log = log;
    }

    List<Passkey> passkeys(Me me) {
        return db.sql("SELECT id, credential, wrapped, day FROM voice.passkey WHERE account = :me ORDER BY day, id").param("me", me.account()).query(Passkey.class).list();
    }

    /** Keeps keys under what a passkey gives. Refusals: {@code voice.no-key}; {@code voice.key-wrong}; {@code voice.passkeys-full}. */
    @Transactional
    Answer<UUID> keepUnderPasskey(String credential, String wrapped, Me me) {
        if (!keys.reads(me)) {
            return Answer.refused("", "voice.no-key");
        }
        if (!credential.matches("[A-Za-z0-9+/=]{16,1400}") || !wrapped.matches(WRAPPED)) {
            return Answer.refused("", "voice.key-wrong");
        }
        if (passkeys(me).size() >= PASSKEYS_MOST) {
            return Answer.refused("", "voice.passkeys-full", PASSKEYS_MOST);
        }
        var id = UUID.randomUUID();
        var kept = db.sql("INSERT INTO voice.passkey (id, account, credential, wrapped, day) VALUES (:id, :me, :credential, :wrapped, :day) ON CONFLICT DO NOTHING").param("id", id).param("me", me.account())
                .param("credential", credential).param("wrapped", wrapped).param("day", boards.today()).update();
        return kept == 1 ? Answer.done(id) : Answer.refused("", "voice.key-wrong");
    }

    /** A device that was lost, or is no longer used. @return whether it was theirs */
    @Transactional
    boolean forgetPasskey(UUID id, Me me) {
        return db.sql("DELETE FROM voice.passkey WHERE id = :id AND account = :me").param("id", id).param("me", me.account()).update() == 1;
    }

    /** Keys that came back, under words, beside the key whose words these are. */
    Map<UUID, List<String>> restored(Me me) {
        var restored = new LinkedHashMap<UUID, List<String>>();
        db.sql("SELECT recovery.next, restored.wrapped FROM voice.restored JOIN voice.recovery ON recovery.id = restored.recovery JOIN voice.quorum ON quorum.id = recovery.quorum WHERE quorum.account = :me ORDER BY restored.day")
                .param("me", me.account()).query((row, n) -> restored.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>()).add(row.getString(2))).list();
        return restored;
    }

    Optional<Left> left(Me me) {
        // A share opens with the key it was sealed for, which goes along when its keeper changes keys: it counts as long as its keeper has any key in force and may come in.
        var keepers = keys.inForce().stream().filter(it -> !keys.gone(it)).map(Handler::account).distinct().toArray(UUID[]::new);
        return db.sql("""
                SELECT quorum.id, quorum.day, quorum.keys,
                       (SELECT array_agg(handler.name ORDER BY share.no) FROM voice.share JOIN voice.handler ON handler.id = share.keeper WHERE share.quorum = quorum.id) AS keepers,
                       (SELECT count(*) FROM voice.share JOIN voice.handler ON handler.id = share.keeper WHERE share.quorum = quorum.id AND handler.account = ANY (:keepers)) AS still,
                       (SELECT max(recovery.day) FROM voice.recovery WHERE recovery.quorum = quorum.id) AS asked
                  FROM voice.quorum
                 WHERE quorum.account = :me
                 ORDER BY EXISTS (SELECT FROM voice.recovery JOIN voice.restored ON restored.recovery = recovery.id WHERE recovery.quorum = quorum.id), quorum.day DESC, quorum.id
                 LIMIT 1
                """).param("me", me.account()).param("keepers", keepers).query((row, n) -> new Left(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), List.of((String[]) row.getArray(4).getArray()),
                List.of((UUID[]) row.getArray(3).getArray()), row.getInt(5), row.getObject(6, LocalDate.class))).optional();
    }

    /** Shares of a key in force of which too few can be given back, so that they are to be left anew; none: enough can, or they are asked for already. */
    Optional<Left> thin(Me me) {
        return left(me).filter(it -> it.asked() == null && it.thin() && keys.of(me.account()).stream().anyMatch(key -> key.inForce() && it.keys().contains(key.id())));
    }

    /**
     * Leaves shares with three others; those left before are gone. The keys it is about are those in force.
     *
     * <p>Refusals: {@code voice.no-key} none of theirs is in force; {@code voice.keepers-wrong} not three people whose keys are in force, or oneself among them; {@code voice.no-message}.
     */
    @Transactional
    Answer<UUID> leave(List<UUID> keepers, byte[] sealed, List<byte[]> shares, Me me) {
        var own = keys.of(me.account()).stream().filter(Handler::inForce).map(Handler::id).toList();
        if (own.isEmpty()) {
            return Answer.refused("", "voice.no-key");
        }
        var people = keepers.stream().flatMap(it -> keys.find(it).filter(handler -> handler.inForce() && !keys.gone(handler)).stream()).map(Handler::account).filter(it -> !it.equals(me.account())).distinct().count();
        if (keepers.size() != SHARES || people != SHARES) {
            return Answer.refused("", "voice.keepers-wrong");
        }
        var whole = Sealed.of(sealed);
        if (whole.isEmpty() || shares.size() != SHARES || shares.stream().anyMatch(it -> it.length != Sealed.SMALL || Sealed.of(it).isEmpty())) {
            return Answer.refused("", "voice.no-message");
        }
        // One at a time for each person, so that there is one newest.
        db.sql("SELECT FROM voice.handler WHERE account = :me FOR UPDATE").param("me", me.account()).query((row, n) -> row).list();
        letGo(me.account());
        var id = UUID.randomUUID();
        var record = log.record("voice.quorum", boards.today(), Map.of("quorum", id.toString(), "keepers", keepers.stream().map(UUID::toString).toList(), "sha256", whole.get().sha256()));
        db.sql("INSERT INTO voice.quorum (id, account, keys, sealed, day, record) VALUES (:id, :me, :keys, :sealed, :day, :record)").param("id", id).param("me", me.account()).param("keys", own.toArray(UUID[]::new))
                .param("sealed", sealed).param("day", boards.today()).param("record", record).update();
        IntStream.range(0, SHARES).forEach(at -> db.sql("INSERT INTO voice.share (quorum, no, keeper, sealed) VALUES (:quorum, :no, :keeper, :sealed)").param("quorum", id).param("no", at + 1)
                .param("keeper", keepers.get(at)).param("sealed", shares.get(at)).update());
        return Answer.done(id);
    }

    /** The key in force that took the place of one whose keys were left with others: for it shares are sealed. */
    Optional<Handler> next(Left left, Me me) {
        return keys.of(me.account()).stream().filter(it -> it.inForce() && !left.keys().contains(it.id()) && keys.before(it).stream().anyMatch(left.keys()::contains)).findFirst();
    }

    /**
     * Asks those who keep shares. Refusals: {@code voice.nothing-left} no shares were left; {@code voice.next-missing} no new key stands in the place of the lost one yet;
     * {@code voice.asked-already}.
     */
    @Transactional
    Answer<UUID> ask(Me me) {
        var left = left(me);
        if (left.isEmpty()) {
            return Answer.refused("", "voice.nothing-left");
        }
        var next = next(left.get(), me);
        if (next.isEmpty()) {
            return Answer.refused("", "voice.next-missing");
        }
        var id = UUID.randomUUID();
        if (db.sql("SELECT EXISTS (SELECT FROM voice.recovery WHERE quorum = :quorum AND next = :next)").param("quorum", left.get().quorum()).param("next", next.get().id()).query(Boolean.class).single()) {
            return Answer.refused("", "voice.asked-already");
        }
        var record = log.record("voice.recovery", boards.today(), Map.of("recovery", id.toString(), "quorum", left.get().quorum().toString(), "next", next.get().id().toString()));
        db.sql("INSERT INTO voice.recovery (id, quorum, next, day, record) VALUES (:id, :quorum, :next, :day, :record)").param("id", id).param("quorum", left.get().quorum()).param("next", next.get().id())
                .param("day", boards.today()).param("record", record).update();
        return Answer.done(id);
    }

    /** What is asked of somebody who keeps shares. @param sealed the share, for their own key @param next for which key */
    record Asked(UUID recovery, String name, UUID next, byte[] sealed) {}

    List<Asked> asked(Me me) {
        return db.sql("""
                SELECT recovery.id AS recovery, next.name, recovery.next, share.sealed
                  FROM voice.share
                  JOIN voice.handler AS keeper ON keeper.id = share.keeper AND keeper.account = :me
                  JOIN voice.recovery ON recovery.quorum = share.quorum
                  JOIN voice.handler AS next ON next.id = recovery.next
                 WHERE NOT EXISTS (SELECT FROM voice.given WHERE given.recovery = recovery.id AND given.no = share.no)
                   AND NOT EXISTS (SELECT FROM voice.restored WHERE restored.recovery = recovery.id)
                 ORDER BY recovery.day, recovery.id
                """).param("me", me.account()).query((row, n) -> new Asked(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getBytes(4))).list();
    }

    /** Gives a share, sealed for the new key. Refusals: {@code voice.not-asked-of-you}; {@code voice.no-message}. */
    @Transactional
    Answer<UUID> give(UUID recovery, byte[] sealed, Me me) {
        if (asked(me).stream().noneMatch(it -> it.recovery().equals(recovery))) {
            return Answer.refused("", "voice.not-asked-of-you");
        }
        if (sealed.length != Sealed.SMALL || Sealed.of(sealed).isEmpty()) {
            return Answer.refused("", "voice.no-message");
        }
        var no = db.sql("SELECT share.no FROM voice.recovery JOIN voice.share ON share.quorum = recovery.quorum JOIN voice.handler ON handler.id = share.keeper WHERE recovery.id = :recovery AND handler.account = :me")
                .param("recovery", recovery).param("me", me.account()).query(Integer.class).single();
        var record = log.record("voice.given", boards.today(), Map.of("recovery", recovery.toString(), "share", no));
        db.sql("INSERT INTO voice.given (recovery, no, sealed, day, by, record) VALUES (:recovery, :no, :sealed, :day, :by, :record) ON CONFLICT DO NOTHING").param("recovery", recovery).param("no", no).param("sealed", sealed)
                .param("day", boards.today()).param("by", me.account()).param("record", record).update();
        return Answer.done(recovery);
    }

    /** What came back for somebody and was not opened yet. @param sealed their keys @param shares sealed for the new key */
    record Back(UUID recovery, byte[] sealed, List<byte[]> shares) {}

    List<Back> back(Me me) {
        record Row(UUID recovery, byte[] sealed) {}
        return db.sql("""
                SELECT recovery.id, quorum.sealed
                  FROM voice.recovery
                  JOIN voice.quorum ON quorum.id = recovery.quorum AND quorum.account = :me
                 WHERE NOT EXISTS (SELECT FROM voice.restored WHERE restored.recovery = recovery.id)
                   AND (SELECT count(*) FROM voice.given WHERE given.recovery = recovery.id) >= :needed
                """).param("me", me.account()).param("needed", NEEDED).query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2))).list().stream()
                .map(it -> new Back(it.recovery(), it.sealed(), db.sql("SELECT sealed FROM voice.given WHERE recovery = :id ORDER BY no").param("id", it.recovery()).query((row, n) -> row.getBytes(1)).list())).toList();
    }

    /** Keeps what came back, under the words of the new key. Once. Refusals: {@code voice.not-back}; {@code voice.key-wrong}. */
    @Transactional
    Answer<UUID> restore(UUID recovery, String wrapped, Me me) {
        if (back(me).stream().noneMatch(it -> it.recovery().equals(recovery))) {
            return Answer.refused("", "voice.not-back");
        }
        if (!wrapped.matches(WRAPPED)) {
            return Answer.refused("", "voice.key-wrong");
        }
        db.sql("INSERT INTO voice.restored (recovery, wrapped, day) VALUES (:recovery, :wrapped, :day) ON CONFLICT DO NOTHING").param("recovery", recovery).param("wrapped", wrapped).param("day", boards.today()).update();
        return Answer.done(recovery);
    }

    /** Shares that were left before open nothing any more; what came back by them stays. */
    private void letGo(UUID account) {
        for (var sql : List.of(
                "DELETE FROM voice.given USING voice.recovery, voice.quorum WHERE given.recovery = recovery.id AND recovery.quorum = quorum.id AND quorum.account = :account AND NOT EXISTS (SELECT FROM voice.restored WHERE restored.recovery = recovery.id)",
                "DELETE FROM voice.recovery USING voice.quorum WHERE recovery.quorum = quorum.id AND quorum.account = :account AND NOT EXISTS (SELECT FROM voice.restored WHERE restored.recovery = recovery.id)",
                "DELETE FROM voice.share USING voice.quorum WHERE share.quorum = quorum.id AND quorum.account = :account AND NOT EXISTS (SELECT FROM voice.recovery WHERE recovery.quorum = quorum.id)",
                "DELETE FROM voice.quorum WHERE quorum.account = :account AND NOT EXISTS (SELECT FROM voice.recovery WHERE recovery.quorum = quorum.id)")) {
            db.sql(sql).param("account", account).update();
        }
    }

    @EventListener
    void forgotten(Forgetting.Forgotten somebody) {
        for (var sql : List.of(
                "DELETE FROM voice.passkey WHERE account = :account",
                "DELETE FROM voice.restored USING voice.recovery, voice.quorum WHERE restored.recovery = recovery.id AND recovery.quorum = quorum.id AND quorum.account = :account")) {
            db.sql(sql).param("account", somebody.account()).update();
        }
        letGo(somebody.account());
    }
}
