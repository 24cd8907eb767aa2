package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Page;

/** Hashes of the files that seal and open, as the log has them; for whoever compares. @param key the log's, in which a client believes */
public record FilesPage(List<Given> given, String key) implements Page {
    /** @param day since when */
    public record Given(LocalDate day, Map<String, String> files) {}
}
