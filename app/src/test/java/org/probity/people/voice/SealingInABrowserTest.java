package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Our script in a browser meets what others say of age, slips, forgeries, organisations of every shape, and another client. */
@WholeHouse
@Tag("browser")
class SealingInABrowserTest {
    private static final Path VECTORS = Path.of("../../shared/data/security/age-cctv/age/testdata");
    private static final Path NAUGHTY = Path.of("../../shared/data/security/blns/blns.json");

    @LocalServerPort int port;

    /** Each part of a message that somebody could touch: the seat of a reader, another's seat, the header's end, the text, its filling. */
    @Test
    void whatWasTamperedWithOpensForNobody() {
        var key = Age.key();
        var sealed = Age.seal("{\"v\":1,\"text\":\"whole\"}", Age.SMALL, key.recipient());
        var tried = new ArrayList<String>();
        tried.add(Base64.getEncoder().encodeToString(sealed));
        for (var at : List.of(0, 30, 700, 1590, 1620, 1700, 5000, sealed.length - 1)) {
            var other = sealed.clone();
            other[at] ^= 1;
            tried.add(Base64.getEncoder().encodeToString(other));
        }
        tried.add(Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, sealed.length - 1)));
        var filled = Age.sealed(ByteBuffer.allocate(Age.SMALL).putInt(2).put("{}".getBytes(StandardCharsets.UTF_8)).put(8000, (byte) 7).array(), key.recipient());
        var longer = Age.sealed(ByteBuffer.allocate(Age.SMALL).putInt(Age.SMALL).array(), key.recipient());
        var noText = Age.sealed(ByteBuffer.allocate(Age.SMALL).putInt(2).put(new byte[] {(byte) 0xff, (byte) 0xfe}).array(), key.recipient());
        for (var wrong : List.of(filled, longer, noText)) {
            tried.add(Base64.getEncoder().encodeToString(wrong));
        }
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var opened = (List<?>) browser.page().evaluate("""
                    async ({ identity, tried }) => {
                      const voice = await import('/voice/protocol.js'), all = []
                      for (const one of tried) all.push(await voice.open(identity, voice.unbase64(one)) !== null)
                      return all
                    }""", Map.of("identity", key.identity(), "tried", tried));
            assertThat(opened.getFirst()).as("as it was").isEqualTo(true);
            assertThat(opened.subList(1, opened.size())).asInstanceOf(LIST).containsOnly(false).hasSize(12);
        }
    }

    @Test
    void ourScriptAgreesWithTheGivenVectorsOfAge() throws Exception {
        assumeTrue(Files.isDirectory(VECTORS), "the vectors are not here");
        var tried = 0;
        try (var browser = Browser.at(port).go("/voice/promise"); var files = Files.list(VECTORS)) {
            for (var file : files.sorted().toList()) {
                var bytes = Files.readAllBytes(file);
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                var end = text.indexOf("\n\n");
                var fields = new HashMap<String, List<String>>();
                text.substring(0, end).lines().map(it -> it.split(": ", 2)).forEach(it -> fields.computeIfAbsent(it[0], _ -> new ArrayList<>()).add(it[1]));
                if (fields.containsKey("armored")) {
                    continue;
                }
                var body = Arrays.copyOfRange(bytes, end + 2, bytes.length);
                if (fields.containsKey("compressed")) {
                    var out = new ByteArrayOutputStream();
                    new InflaterInputStream(new ByteArrayInputStream(body)).transferTo(out);
                    body = out.toByteArray();
                }
                var got = browser.page().evaluate("""
                        async ({ file, identities, passphrases }) => {
                          const { Decrypter } = await import('/voice/age.js'), voice = await import('/voice/protocol.js'), age = new Decrypter()
                          identities.forEach(it => age.addIdentity(it))
                          passphrases.forEach(it => age.addPassphrase(it))
                          try { return voice.hex(await voice.sha256(await age.decrypt(voice.unbase64(file)))) } catch { return 'failure' }
                        }""", Map.of("file", Base64.getEncoder().encodeToString(body), "identities", fields.getOrDefault("identity", List.of()), "passphrases", fields.getOrDefault("passphrase", List.of())));
                assertThat(got).as(file.getFileName().toString()).isEqualTo(fields.get("expect").contains("success") ? fields.get("payload").getFirst() : "failure");
                tried++;
            }
        }
        assertThat(tried).isEqualTo(52);
    }

    /** One wrong character of twelve: fifteen of sixteen are seen; and the same receipt in both lists. */
    @Test
    void fifteenOfSixteenSlipsInAReceiptAreCaught() {
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var caught = (Number) browser.page().evaluate("""
                    async () => {
                      const voice = await import('/voice/protocol.js')
                      let caught = 0
                      for (let at = 0; at < 4000; at++) {
                        const entropy = voice.drawReceipt(), zh = [...await voice.words(entropy, true)]
                        if (at < 50 && (voice.hex(await voice.readReceipt(await voice.words(entropy, false))) !== voice.hex(entropy) || voice.hex(await voice.readReceipt(zh.join(''))) !== voice.hex(entropy))) return -1
                        let other = zh[at % 12]
                        while (other === zh[at % 12]) other = [...await voice.words(voice.drawReceipt(), true)][at % 12]
                        zh[at % 12] = other
                        if (!await voice.readReceipt(zh.join(''))) caught++
                      }
                      return caught
                    }""");
            assertThat(caught.intValue()).as("of 4,000; 3,750 are expected, and the spread is some 15").isBetween(3_660, 3_840);
        }
    }

    @Test
    void whoeverItIsAboutAndTheirLineGetNoKeyInAnyOrganisation() {
        var charts = new Charts(20261127).draw(300);
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var given = (List<?>) browser.page().evaluate("""
                    async charts => {
                      const voice = await import('/voice/protocol.js')
                      return charts.map(it => voice.readers(it.channel, it.about, [], it.directory, it.places).handlers.map(one => one.id))
                    }""", charts.given);
            for (var n = 0; n < charts.given.size(); n++) {
                assertThat(((List<?>) given.get(n)).stream().map(Object::toString).filter(charts.out.get(n)::contains)).as("%s", charts.given.get(n)).isEmpty();
            }
        }
    }

    /** The same with real sealing: another client opens each message for exactly those who may read, and what is in it is what was written, however naughty. */
    @Test
    void whoIsLeftOutOpensNothingAndWhatIsWrittenArrivesAsItIs() throws Exception {
        var naughty = Files.isRegularFile(NAUGHTY) ? JsonMapper.shared().readTree(Files.readAllBytes(NAUGHTY)) : JsonMapper.shared().readTree("[\"<script>alert(1)</script>\", \"\\u0000\\u202e田中さん\"]");
        var drawn = new Charts(77).draw(26);
        var charts = drawn.given;
        var expected = drawn.out;
        var texts = new ArrayList<String>();
        for (var n = 0; n < 26; n++) {
            var some = new ArrayList<String>();
            for (var at = n * naughty.size() / 26; at < (n + 1) * naughty.size() / 26; at++) {
                some.add(naughty.get(at).asString());
            }
            texts.add(String.join("\n", some));
        }
        var own = new TreeMap<String, Age.Key>();
        for (var h = 0; h < 12; h++) {
            own.put("h" + h, Age.key());
        }
        var recipients = new TreeMap<String, Object>();
        own.forEach((id, key) -> recipients.put(id, key.recipient()));
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var sealed = (List<?>) browser.page().evaluate("""
                    async ({ charts, recipients, texts }) => {
                      const voice = await import('/voice/protocol.js'), all = []
                      for (const [at, it] of charts.entries()) {
                        const to = voice.readers(it.channel, it.about, [], it.directory, it.places).handlers.map(one => one.id)
                        all.push({ to, sealed: to.length ? voice.base64(await voice.seal(to.map(id => recipients[id]), { v: 1, text: texts[at] })) : '' })
                      }
                      return all
                    }""", Map.of("charts", charts, "recipients", recipients, "texts", texts));
            var opened = 0;
            for (var n = 0; n < charts.size(); n++) {
                var one = (Map<?, ?>) sealed.get(n);
                var to = ((List<?>) one.get("to")).stream().map(Object::toString).toList();
                if (to.isEmpty()) {
                    continue;
                }
                var bytes = Base64.getDecoder().decode((String) one.get("sealed"));
                for (var it : own.entrySet()) {
                    var text = Age.open(bytes, it.getValue().identity());
                    assertThat(text.isPresent()).as("%s of %s", it.getKey(), charts.get(n)).isEqualTo(to.contains(it.getKey()) && !expected.get(n).contains(it.getKey()));
                    if (text.isPresent()) {
                        assertThat(JsonMapper.shared().readTree(text.get()).get("text").asString()).isEqualTo(texts.get(n));
                        opened++;
                    }
                }
            }
            assertThat(opened).isPositive();
        }
    }

    /** Any two of three make the key again, one says nothing, and one that was changed does not stand in the way of two that were not. */
    @Test
    void twoOfThreeSharesOpenAKeyAndOneDoesNot() {
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var said = (Map<?, ?>) browser.page().evaluate("""
                    async () => {
                      const voice = await import('/voice/protocol.js'), secret = crypto.getRandomValues(new Uint8Array(32)), hex = voice.hex(secret), cut = voice.split(secret)
                      const joined = [[0, 1], [0, 2], [1, 2], [2, 0]].map(([one, other]) => voice.hex(voice.joinShares(cut[one], cut[other])) === hex)
                      const keepers = [await voice.drawKey(false), await voice.drawKey(true), await voice.drawKey(false)], own = await voice.drawKey(false, ['AGE-SECRET-KEY-OF-BEFORE'])
                      const { sealed, shares } = await voice.leaveShares(await voice.unwrap(own.wrapped, own.phrase), ['a'], keepers.map(it => it.recipient))
                      const opened = await Promise.all(shares.map((it, at) => voice.open(keepers[at].identity, it)))
                      const wrong = { ...opened[0], y: '00'.repeat(32) }, other = { ...opened[1], share: '00'.repeat(32) }
                      return {
                        joined,
                        closed: await voice.open(keepers[0].identity, shares[1]) === null,
                        two: await voice.fromShares(sealed, [opened[2], opened[0]]),
                        three: await voice.fromShares(sealed, [wrong, opened[1], opened[2]]),
                        one: await voice.fromShares(sealed, [opened[0], opened[0], null]),
                        foreign: await voice.fromShares(sealed, [opened[0], other]),
                        own: own.identity,
                        passkey: await voice.unwrapBy(secret, await voice.wrapBy(secret, [own.identity])),
                        another: await voice.unwrapBy(crypto.getRandomValues(new Uint8Array(32)), await voice.wrapBy(secret, [own.identity])),
                        again: await voice.unwrap(await voice.wrap(own.phrase.toUpperCase(), [own.identity, 'b']), own.phrase),
                      }
                    }""");
            assertThat(said.get("joined")).asInstanceOf(LIST).containsOnly(true);
            assertThat(said.get("closed")).isEqualTo(true);
            assertThat(said.get("two")).isEqualTo(List.of(said.get("own"), "AGE-SECRET-KEY-OF-BEFORE"));
            assertThat(said.get("three")).isEqualTo(said.get("two"));
            assertThat(said.get("one")).isNull();
            assertThat(said.get("foreign")).isNull();
            assertThat(said.get("passkey")).isEqualTo(List.of(said.get("own")));
            assertThat(said.get("another")).isNull();
            assertThat(said.get("again")).isEqualTo(List.of(said.get("own"), "b"));
        }
    }
}
