package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whether two events that say different things can be given one name.
class SealingEventsTest {

    private static final List<String> WORDS = List.of("a", "b", "=", "a=b", "{n}", "{n}a", "}", "{", "ilmd", "", "7", "007", "sourceList", "type=");

    private final EventHash hash = new EventHash();
    private final Random random = new Random(3);

    private static Event event(List<Extension> extensions, List<Extension> ilmd, List<String> epcs) {
        Particulars particulars = Particulars.of(new When(Instant.EPOCH, "+00:00", null), new Where(null, null), new Why(null, null, List.of(), List.of(), List.of(), List.of(), List.of()), extensions);
        return new Event.ObjectEvent(particulars, Action.ADD, epcs, List.of(), ilmd);
    }

    /// One field that is spelled like two gives the name of those two by the standard, and another seal.
    @Test
    void whatIsGluedHasTheSameHashAndNotTheSameSeal() {
        Event two = event(List.of(Extension.text("n", "a", "1"), Extension.text("n", "b", "2")), List.of(), List.of());
        Event one = event(List.of(Extension.text("n", "a", "1{n}b=2".replace("1", "x"))), List.of(), List.of());
        Event twin = event(List.of(Extension.text("n", "a", "x"), Extension.text("n", "b", "2")), List.of(), List.of());
        assertThat(hash.hash(one)).isEqualTo(hash.hash(twin)).isNotEqualTo(hash.hash(two));
        assertThat(hash.seal(one)).isNotEqualTo(hash.seal(twin));
    }

    /// 100,000 small events made of what could be glued: one seal for one content, as lists with brackets say it, and one content for one seal.
    @Test
    void oneSealForOneContent() {
        Map<String, String> seals = new HashMap<>();
        Map<String, String> contents = new HashMap<>();
        Map<String, String> hashes = new HashMap<>();
        int glued = 0;
        for (int i = 0; i < 100_000; i++) {
            List<Extension> extensions = fields(2);
            List<Extension> ilmd = random.nextInt(3) == 0 ? fields(1) : List.of();
            List<String> epcs = random.nextInt(3) == 0 ? List.of("x:" + word(), "x:" + word()) : List.of();
            Event event = event(extensions, ilmd, epcs);
            String content = said(extensions) + said(ilmd) + sorted(epcs.stream().map(SealingEventsTest::quoted).toList());
            String seal = HexFormat.of().formatHex(hash.seal(event));
            assertThat(seals.computeIfAbsent(content, _ -> seal)).as(content).isEqualTo(seal);
            assertThat(contents.computeIfAbsent(seal, _ -> content)).isEqualTo(content);
            glued += hashes.computeIfAbsent(hash.id(event), _ -> content).equals(content) ? 0 : 1;
        }
        assertThat(glued).as("the standard's hash joins some of them").isGreaterThan(100);
        assertThat(contents).hasSizeGreaterThan(10_000);
    }

    @Test
    void theSealIsTheSameInEitherOrder() {
        RandomEvents events = new RandomEvents(4);
        for (int i = 0; i < 2_000; i++) {
            if (events.next() instanceof Event.ObjectEvent(var particulars, var action, var epcs, var quantities, var ilmd)) {
                Event turned = new Event.ObjectEvent(
                        new Particulars(particulars.id(), particulars.when(), null, particulars.where(), particulars.why(), particulars.sensors().reversed(), particulars.certifications().reversed(), particulars.extensions().reversed()), action,
                        epcs.reversed(), quantities.reversed(), ilmd.reversed());
                assertThat(hash.seal(turned)).isEqualTo(hash.seal(new Event.ObjectEvent(particulars, action, epcs, quantities, ilmd)));
            }
        }
    }

    private List<Extension> fields(int depth) {
        List<Extension> fields = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String text = word();
            fields.add(new Extension(random.nextBoolean() ? "n" : "n}a", name(), text.isEmpty() ? null : text, depth == 0 ? List.of() : fields(depth - 1)));
        }
        return fields;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String name() {
        String word = word();
        return word.isEmpty() ? "x" : word;
    }

    private static String said(List<Extension> fields) {
        return sorted(fields.stream().map(it -> quoted(it.namespace()) + quoted(it.name()) + quoted(it.text() == null ? "" : it.text()) + said(it.fields())).toList());
    }

    private static String sorted(List<String> items) {
        List<String> sorted = new ArrayList<>(items);
        Collections.sort(sorted);
        return "[" + String.join(",", sorted) + "]";
    }

    private static String quoted(String text) {
        return text.length() + ":" + text + ";";
    }
}
