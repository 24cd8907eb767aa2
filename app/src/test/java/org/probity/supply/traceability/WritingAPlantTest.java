package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Limits;
import org.probity.formats.epcis.Quantity;
import org.probity.house.start.SampleKind;
import org.probity.trace.plant.Size;

class WritingAPlantTest {
    private static final byte[] FIVE_DAYS = document(5, 3);

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(document(5, 3)).isEqualTo(FIVE_DAYS);
        assertThat(document(5, 4)).isNotEqualTo(FIVE_DAYS);
    }

    @Test
    void everyEventIsReadBackAndNoneIsRefused() {
        var hash = new EventHash();
        var written = new ArrayList<String>();
        PlantSample.happenings(Size.small(3, PlantSample.FIRST_DAY, 5), event -> written.add(hash.id(event)));
        var read = new ArrayList<String>();
        var reading = Epcis.read(new ByteArrayInputStream(FIVE_DAYS), Limits.standard(), (event, number) -> read.add(hash.id(event)));
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.whole()).isTrue();
        assertThat(read).hasSizeGreaterThan(3_000).isEqualTo(written);
    }

    @Test
    void noTwoEventsHaveOneHash() {
        var hash = new EventHash();
        var hashes = new HashSet<String>();
        var events = new int[1];
        PlantSample.happenings(Size.small(3, PlantSample.FIRST_DAY, 5), event -> {
            events[0]++;
            hashes.add(hash.id(event));
        });
        assertThat(hashes).hasSize(events[0]);
    }

    @Test
    void namesStandAsTheyAreCompared() {
        PlantSample.happenings(Size.small(3, PlantSample.FIRST_DAY, 1), event -> {
            if (event instanceof Event.TransformationEvent made) {
                made.inputQuantities().forEach(quantity -> assertThat(DigitalLink.canonical(quantity.epcClass())).isEqualTo(quantity.epcClass()));
                made.outputs().forEach(name -> assertThat(DigitalLink.canonical(name)).isEqualTo(name));
            }
        });
    }

    @Test
    void aModuleSaysItsGramsAndThoseOfItsCells() {
        var modules = new ArrayList<Event.TransformationEvent>();
        PlantSample.happenings(Size.small(3, PlantSample.FIRST_DAY, 1), event -> {
            if (event instanceof Event.TransformationEvent made && made.outputs().size() == 1) {
                modules.add(made);
            }
        });
        assertThat(modules).hasSize(600).allSatisfy(made -> {
            assertThat(Extension.find(made.particulars().extensions(), PlantSampleEvents.OURS, "sharing")).isEqualTo("proportional");
            var grams = made.inputQuantities().stream().mapToLong(quantity -> quantity.amount().movePointRight(3).longValueExact()).sum();
            assertThat(Extension.find(made.ilmd(), PlantSampleEvents.OURS, "massGrams")).isEqualTo("" + grams);
        });
    }

    @Test
    void aLineIsLoadedWithMilligramsOfTinAndWithGlassThatHasNone() {
        var loaded = new ArrayList<List<Quantity>>();
        PlantSample.happenings(Size.small(3, LocalDate.of(2026, 1, 1), 1), event -> {
            if (event instanceof Event.TransformationEvent made && "tin".equals(Extension.find(made.particulars().extensions(), PlantSampleEvents.OURS, "material")) && made.outputs().isEmpty()) {
                loaded.add(made.inputQuantities());
            }
        });
        assertThat(loaded).isNotEmpty();
        assertThat(loaded.getFirst()).extracting(Quantity::unit).containsExactly("MGM", "MGM", null, null);
    }

    private static byte[] document(int days, long seed) {
        var out = new ByteArrayOutputStream();
        try {
            new PlantSample().write(out, new SampleKind.Wish(days, seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
