package org.probity.supply.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The short courses, every version of each. */
@Component
public class Courses {
    private final List<Course> all = Stream.of("environment-1", "climate-1", "safety-1", "integrity-1", "information-security-1", "privacy-1").map(Courses::file).toList();

    private static Course file(String name) {
        try (var in = Courses.class.getResourceAsStream("packs/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no course " + name);
            }
            return Course.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those taught on a day, one of each code. */
    public List<Course> on(LocalDate day) {
        return all.stream().map(Course::code).distinct().flatMap(code -> on(code, day).stream()).toList();
    }

    Optional<Course> on(String code, LocalDate day) {
        return all.stream().filter(it -> it.code().equals(code) && !it.since().isAfter(day)).max(Comparator.comparingInt(Course::version));
    }

    Course find(String code, int version) {
        return all.stream().filter(it -> it.code().equals(code) && it.version() == version).findFirst()
                .orElseThrow(() -> new IllegalStateException("no course " + code + " " + version));
    }
}
