package org.probity.supply.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;

/** Questions that came as a table. */
record Lists(List<Typed> questions) {
    static final List<String> COLUMNS = List.of("supplier", "category", "site", "act", "reference");

    /**
     * Reads a file. The heading says which column is which; only {@code supplier} and {@code act} must be there.
     *
     * <p>Refusals: those of {@link Spreadsheet}; {@code clearance.file-columns}.
     */
    static Answer<Lists> read(byte[] file) {
        try {
            var lines = Spreadsheet.read(file).lines();
            var heading = lines.isEmpty() ? List.<String>of() : lines.getFirst().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
            if (!heading.contains("supplier") || !heading.contains("act")) {
                return Answer.refused("file", "clearance.file-columns");
            }
            var questions = new ArrayList<Typed>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                    questions.add(new Typed(cell(line, heading, "supplier"), cell(line, heading, "category"), cell(line, heading, "site"),
                            cell(line, heading, "act"), cell(line, heading, "reference")));
                }
            }
            return Answer.done(new Lists(questions));
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
    }

    static String cell(List<String> line, List<String> heading, String column) {
        var at = heading.indexOf(column);
        return at < 0 || at >= line.size() ? "" : line.get(at);
    }
}
