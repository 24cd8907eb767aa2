package org.probity.shapes.gathering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.probity.house.access.Me;
import org.probity.house.settings.SettingsKey;
import org.probity.shapes.gathering.Occasion.Means;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Codes that are shown at the door of a session: six digits that follow from a key of the house and the half minute. One holds while it is shown and for the half
 * minute after it, so that a picture sent to somebody who is not there is worth nothing when it arrives. Whoever has read it in time has some minutes to say that
 * they are there.
 */
@Service
public class DoorCodes {
    static final int SECONDS = 30;
    static final int SEEN_SECONDS = 300;
    private static final String NAME = "gathering.door";
    private static final Logger LOG = LoggerFactory.getLogger(DoorCodes.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final SettingsKey settings;
    private final Clock clock;

    DoorCodes(JdbcClient db, SettingsKey settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is shown now. */
    public String now(UUID session) {
        return code(session, window());
    }

    /** Seconds until it is another one. */
    public long left() {
        return SECONDS - clock.instant().getEpochSecond() % SECONDS;
    }

    /** Whether it is shown now or was in the half minute before. */
    boolean shows(UUID session, String code) {
        return same(code.strip(), code(session, window())) | same(code.strip(), code(session, window() - 1));
    }

    /** That somebody has read a code in time, bound to them; carried by the form on which they say that they are there. */
    String seen(UUID session, Means means, Me me) {
        return seen(session, means, me, clock.instant().getEpochSecond());
    }

    private String seen(UUID session, Means means, Me me, long at) {
        return at + "." + means.name() + "." + HexFormat.of().formatHex(mac("seen/" + session + "/" + me.account() + "/" + means + "/" + at), 0, 16);
    }

    /** By which means they read it; nothing: it is not theirs, or too long ago. */
    Optional<Means> saw(UUID session, String ticket, Me me) {
        var parts = ticket.split("\\.", 3);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        var age = clock.instant().getEpochSecond() - Long.parseLong(parts[0]);
        return Optional.of(parts[1]).filter(it -> age >= 0 && age <= SEEN_SECONDS && (it.equals(Means.CODE.name()) || it.equals(Means.SHEET.name()))).map(Means::valueOf)
                .filter(means -> same(ticket, seen(session, means, me, Long.parseLong(parts[0]))));
    }

    private long window() {
        return clock.instant().getEpochSecond() / SECONDS;
    }

    private String code(UUID session, long window) {
        return "%06d".formatted(Integer.toUnsignedLong(ByteBuffer.wrap(mac("door/" + session + "/" + window)).getInt()) % 1_000_000);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var newest = newest();
        if (newest.isPresent()) {
            try {
                return Base64.getDecoder().decode(settings.open(newest.get(), NAME));
            } catch (IllegalStateException otherKey) {
                // A house that was restored elsewhere. Codes live for a minute: nothing is lost with the old key.
                LOG.warn("the key of codes at doors was sealed under another key of settings; a new one takes its place");
            }
        }
        var fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        // Of two nodes that make one at once both use the one that came last.
        db.sql("INSERT INTO gathering.door_key (sealed, made_at) VALUES (:sealed, :at)").param("sealed", settings.seal(Base64.getEncoder().encodeToString(fresh), NAME))
                .param("at", Instant.now(clock).atOffset(ZoneOffset.UTC)).update();
        return Base64.getDecoder().decode(settings.open(newest().orElseThrow(), NAME));
    }

    private Optional<String> newest() {
        return db.sql("SELECT sealed FROM gathering.door_key ORDER BY id DESC LIMIT 1").query(String.class).optional();
    }
}
