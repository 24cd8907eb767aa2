package org.probity.supply.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The checklists, every version of each. */
@Component
public class Packs {
    public static final String GENERAL = "general";
    /** Stricter: for whoever supplies material that holds tin. */
    public static final String TIN = "tin";

    private final List<Pack> all = Stream.of("general-1", "tin-1").map(Packs::file).toList();

    private static Pack file(String name) {
        try (var in = Packs.class.getResourceAsStream("packs/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no checklist " + name);
            }
            return Pack.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in force on a day, one of each code. */
    List<Pack> on(LocalDate day) {
        return all.stream().map(Pack::code).distinct().flatMap(code -> on(code, day).stream()).toList();
    }

    Optional<Pack> on(String code, LocalDate day) {
        return all.stream().filter(it -> it.code().equals(code) && !it.since().isAfter(day)).max(Comparator.comparingInt(Pack::version));
    }

    public Pack of(Audit audit) {
        return all.stream().filter(it -> it.code().equals(audit.pack()) && it.version() == audit.packVersion()).findFirst()
                .orElseThrow(() -> new IllegalStateException("no checklist " + audit.pack() + " " + audit.packVersion()));
    }
}
