package org.probity.house.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key this log signs with. It lies in the home folder, readable by its owner alone, and never in the database or a backup. */
@Component
class LogKey {
    private final SignerKey signer;

    LogKey(@Value("${probity.home}") Path home, @Value("${probity.log.origin:probity.example/log}") String origin) {
        this.signer = atHome(home.resolve("log.key"), origin);
        LoggerFactory.getLogger(LogKey.class).info("The log signs with {}; fingerprint {}", verifier().vkey(), verifier().fingerprint());
    }

    private static SignerKey atHome(Path file, String origin) {
        try {
            if (Files.notExists(file)) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createDirectories(file.getParent());
                var key = SignerKey.generate(origin, VerifierKey.Kind.NOTE, new SecureRandom());
                try (var out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC), ownerOnly)) {
                    out.write(java.nio.charset.StandardCharsets.US_ASCII.encode(key.skey() + "\n"));
                }
            }
            return SignerKey.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key at " + file + " cannot be read or made", e);
        }
    }

    String origin() {
        return signer.verifier().name();
    }

    SignerKey signer() {
        return signer;
    }

    VerifierKey verifier() {
        return signer.verifier();
    }
}
