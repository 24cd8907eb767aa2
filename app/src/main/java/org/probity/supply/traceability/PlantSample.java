package org.probity.supply.traceability;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventWriter;
import org.probity.house.start.SampleKind;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Plant;
import org.probity.trace.plant.Size;

/**
 * {@code probity sample plant FILE [--days N] [--seed N]}: one document of EPCIS 2.0 with all that happened in a small plant that does not exist, and before it
 * at those it has its silicon from. Written as it happens, so a year is no larger in memory than a day.
 */
public final class PlantSample implements SampleKind {
    /** Not today's, so that the same seed gives the same bytes on every day. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

    @Override
    public String spelled() {
        return "plant";
    }

    @Override
    public void write(OutputStream to, Wish wish) throws IOException {
        write(to, Size.small(wish.seed(), FIRST_DAY, wish.days()));
    }

    /** All events of a plant as one file. @return what its items are */
    static Items write(OutputStream to, Size size) throws IOException {
        var created = size.firstDay().plusDays(size.days()).atStartOfDay(Plant.CLOCK).toInstant();
        try (var document = EventWriter.capture(to, created, Map.of("trace", PlantSampleEvents.OURS))) {
            return happenings(size, event -> {
                try {
                    document.write(event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Every event of a plant, in the order of time. @return what its items are */
    public static Items happenings(Size size, Consumer<Event> reader) {
        // The plant numbers its items as it goes, and its events name them.
        var events = new PlantSampleEvents[1];
        var plant = new Plant(size, happening -> reader.accept(events[0].event(happening)));
        events[0] = new PlantSampleEvents(plant.items());
        plant.run();
        return plant.items();
    }
}
