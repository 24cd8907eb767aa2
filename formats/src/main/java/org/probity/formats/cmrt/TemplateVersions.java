package org.probity.formats.cmrt;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Which revisions of the form came out when. Dated knowledge: the shipped file says as of when, and an operator may load a newer one.
public final class TemplateVersions {

    private final NavigableMap<Version, LocalDate> days = new TreeMap<>();

    private TemplateVersions() {
    }

    public static TemplateVersions shipped() {
        return parse(SmelterList.resource("template-versions.csv"));
    }

    /// Lines of version and day, e.g. `6.5,2025-04-25`; the line that names the columns and remarks are passed over.
    ///
    /// @throws IllegalArgumentException when a line is neither
    public static TemplateVersions parse(byte[] csv) {
        TemplateVersions versions = new TemplateVersions();
        for (Csv.Line line : Csv.parse(new String(csv, StandardCharsets.UTF_8))) {
            if (line.fields().getFirst().equals("version")) {
                continue;
            }
            if (line.fields().size() < 2) {
                throw new IllegalArgumentException("line " + line.line() + ": version and day wanted");
            }
            versions.days.put(Version.of(line.fields().get(0)), LocalDate.parse(line.fields().get(1)));
        }
        return versions;
    }

    /// The newest revision that was out on that day.
    public Optional<Version> newest(LocalDate on) {
        return days.descendingMap().entrySet().stream().filter(e -> !e.getValue().isAfter(on)).map(java.util.Map.Entry::getKey).findFirst();
    }

    /// The day on which a revision was followed by the next one; none while it is the newest known.
    public Optional<LocalDate> replaced(Version version) {
        return days.tailMap(version, false).values().stream().min(LocalDate::compareTo);
    }

    public Optional<LocalDate> released(Version version) {
        return Optional.ofNullable(days.get(version));
    }
}
