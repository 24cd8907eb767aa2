package org.probity.people.voice;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Another client of docs/voice-protocol.md, over another implementation of age: what our script seals it must open, and the other way round. */
final class Age {
    static final int SMALL = 8192;

    record Key(String identity, String recipient) {}

    private Age() {}

    static Key key() {
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Key(new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII), new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For sixteen keys, those that nobody has among them. */
    static byte[] seal(String json, int size, String... recipients) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        return sealed(ByteBuffer.allocate(size).putInt(text.length).put(text).array(), recipients);
    }

    /** Whatever is to be in it. */
    static byte[] sealed(byte[] plain, String... recipients) {
        var seats = new ArrayList<>(List.of(recipients));
        while (seats.size() < 16) {
            seats.add(key().recipient());
        }
        Collections.shuffle(seats);
        try {
            var writers = new ArrayList<RecipientStanzaWriter>();
            for (var seat : seats) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(seat));
            }
            var out = new ByteArrayOutputStream();
            try (var channel = new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), writers)) {
                channel.write(ByteBuffer.wrap(plain));
            }
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** None: it is not for this key, or not whole. */
    static Optional<byte[]> decrypt(byte[] sealed, String identity) {
        try (var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)), List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity)))) {
            return Optional.of(Channels.newInputStream(channel).readAllBytes());
        } catch (GeneralSecurityException | IOException notForThisKey) {
            return Optional.empty();
        }
    }

    static Optional<String> open(byte[] sealed, String identity) {
        return decrypt(sealed, identity).map(plain -> new String(plain, 4, ByteBuffer.wrap(plain).getInt(), StandardCharsets.UTF_8));
    }
}
