package org.probity.house.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key this log signs with. It lies in the home folder, readable by its owner alone, and never in the database or a backup; the database
 * knows only its public half, so that a second node, or a restored home, that has another key or none signs nothing.
 *
 * <p>The key's name is the log's origin. It is given once, when the log is born, and stays.
 */
@Component
class LogKey {
    private static final Logger SAID = LoggerFactory.getLogger(LogKey.class);

    private final VerifierKey verifier;
    private final Optional<SignerKey> signer;
    private final Path file;
    private final JdbcClient db;

    /** @param origin of a log that is born now; a random name when nothing was said */
    LogKey(@Value("${probity.home}") Path home, @Value("${probity.log.origin:}") String origin, JdbcClient db, Clock clock) {
        this.file = home.resolve("log.key");
        this.db = db;
        var born = identity(db);
        if (born.isEmpty()) {
            var mine = read(file).orElseGet(() -> make(file, origin.isBlank() ? randomOrigin() : origin));
            db.sql("INSERT INTO log.identity (vkey, born_at) VALUES (:vkey, :at) ON CONFLICT DO NOTHING")
                    .param("vkey", mine.verifier().vkey()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            // Another node may have been quicker by a moment: then ours was made for nothing and must not be taken for the log's.
            born = identity(db);
        }
        verifier = born.orElseThrow();
        signer = read(file).filter(key -> key.verifier().equals(verifier));
        if (signer.isPresent()) {
            SAID.info("The log signs with {}; fingerprint {}", verifier.vkey(), verifier.fingerprint());
        } else {
            SAID.error("This node does not have the key of the log {} and signs nothing. Copy log.key from the node that was first into {} and start again.",
                    verifier.name(), home);
        }
    }

    private static Optional<VerifierKey> identity(JdbcClient db) {
        return db.sql("SELECT vkey FROM log.identity").query(String.class).optional().map(VerifierKey::parse);
    }

    private static Optional<SignerKey> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(SignerKey.parse(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key at " + file + " cannot be read", e);
        }
    }

    private static SignerKey make(Path file, String origin) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createDirectories(file.getParent());
            var key = SignerKey.generate(origin, VerifierKey.Kind.NOTE, new SecureRandom());
            try (var out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC), ownerOnly)) {
                out.write(StandardCharsets.US_ASCII.encode(key.skey() + "\n"));
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key at " + file + " cannot be made", e);
        }
    }

    /** No two houses may have one name: witnesses tell logs apart by it. */
    private static String randomOrigin() {
        var random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "probity-" + HexFormat.of().formatHex(random) + "/log";
    }

    /** The old key is lost for good: from the next start on a new one signs, under the same name. Within the caller's transaction. */
    void beginAnew() {
        var mine = read(file).orElseGet(() -> make(file, origin()));
        db.sql("UPDATE log.identity SET vkey = :vkey").param("vkey", mine.verifier().vkey()).update();
    }

    String origin() {
        return verifier.name();
    }

    /** Empty on a node that reads and never signs. */
    Optional<SignerKey> signer() {
        return signer;
    }

    VerifierKey verifier() {
        return verifier;
    }
}
