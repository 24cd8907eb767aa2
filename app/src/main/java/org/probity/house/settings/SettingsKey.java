package org.probity.house.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that secrets among the settings are kept under: 32 bytes in base64, from {@code PROBITY_KEY} or else a file in the home folder,
 * made at the first start. Another room seals its own secrets with it. Whoever has the database or a backup alone has no secret. Nodes
 * that share a database share the key.
 */
@Component
public class SettingsKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final SecretKeySpec key;

    SettingsKey(@Value("${PROBITY_KEY:}") String given, @Value("${probity.home}") Path home) {
        var bytes = Base64.getDecoder().decode(given.isBlank() ? atHome(home.resolve("settings.key")) : given.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException("the key for settings has " + bytes.length + " bytes and wants 32");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    private static String atHome(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                var fresh = new byte[32];
                RANDOM.nextBytes(fresh);
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                try (var out = Files.newByteChannel(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC), ownerOnly)) {
                    out.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(fresh) + "\n"));
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key for settings at " + file + " cannot be read or made", e);
        }
    }

    /** AES-256-GCM; the name is bound in, so that one secret cannot be moved to another's place. */
    public String seal(String secret, String name) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    /** What was sealed under that name; throws when it was sealed under another name or another key. */
    public String open(String stored, String name) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, nonce, name, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String name, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the setting " + name + " was sealed under another key", e);
        }
    }
}
