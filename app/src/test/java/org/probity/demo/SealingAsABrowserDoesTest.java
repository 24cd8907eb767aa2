package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.people.voice.Channel;

/** What the demo seals another implementation of age opens; and the readers and receipts that lie beside it are whole. */
class SealingAsABrowserDoesTest {
    @Test
    void whatIsSealedOpensForEachWhomItIsFor() throws Exception {
        var one = new X25519KeyPairGenerator().generateKeyPair();
        var other = new X25519KeyPairGenerator().generateKeyPair();
        var sealed = Envelope.seal("{\"text\":\"读到了\"}", List.of(text(one.getPublic().getEncoded()), text(other.getPublic().getEncoded())));
        assertThat(sealed).hasSize(9_862);
        for (var pair : List.of(one, other)) {
            try (var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)),
                    List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text(pair.getPrivate().getEncoded()))))) {
                var plain = Channels.newInputStream(channel).readAllBytes();
                assertThat(plain).hasSize(8_192);
                assertThat(new String(plain, 4, ByteBuffer.wrap(plain).getInt(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"读到了\"}");
            }
        }
    }

    @Test
    void everyChannelHasTwoReadersAndNoReceiptComesTwice() {
        var kept = VoiceTale.kept();
        for (var channel : Channel.values()) {
            assertThat(kept.handlers()).filteredOn(it -> it.channel().equals(channel.name())).as(channel.name()).hasSize(2);
        }
        assertThat(kept.handlers()).allSatisfy(it -> assertThat(it.recipient()).matches("age1[02-9ac-hj-np-z]{58}")).extracting(VoiceTale.Handler::recipient).doesNotHaveDuplicates();
        assertThat(kept.receipts()).hasSizeGreaterThanOrEqualTo(10).extracting(VoiceTale.Receipt::thread).doesNotHaveDuplicates();
    }

    private static String text(byte[] encoded) {
        return new String(encoded, StandardCharsets.US_ASCII);
    }
}
