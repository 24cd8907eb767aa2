package org.probity.supply.minerals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.formats.cmrt.Background;
import org.probity.formats.cmrt.Cell;
import org.probity.formats.cmrt.Declaration;
import org.probity.formats.cmrt.Finding;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.SecondOpinion;
import org.probity.formats.cmrt.SmelterList;
import org.probity.formats.cmrt.Words;
import org.probity.formats.worker.ReadingWorker;
import org.probity.supply.minerals.Paper.NamedSmelter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Reads a workbook and says what is to be said about each cell. */
@Component
class Workbooks {
    private final ReadingWorker reader;
    private final SmelterLists lists;
    private final Words english = Words.of(Locale.ENGLISH);
    private final Words chinese = Words.of(Locale.SIMPLIFIED_CHINESE);

    Workbooks(ReadingWorker reader, SmelterLists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    /**
     * A stranger's file is read in a process of its own, with a heap and a deadline of its own; what breaks there breaks nothing here.
     * That process starts from the same program, so the program must lie unpacked, as {@code ./probity} lays it.
     */
    @Configuration
    static class Apart {
        @Bean(destroyMethod = "close")
        ReadingWorker readingWorker() {
            return new ReadingWorker(ReadingWorker.Terms.of(System.getProperty("java.class.path")));
        }
    }

    /** What came of reading one file. */
    sealed interface Judged {
        record Unreadable(String key, List<String> of, String wordsEn, String wordsZh) implements Judged {}

        record Checked(
                String version,
                @Nullable LocalDate effectiveDay,
                String company,
                Map<String, String> cells,
                List<Told> findings,
                List<NamedSmelter> smelters) implements Judged {
            boolean mustBeCorrected() {
                return findings.stream().anyMatch(told -> told.finding().severity() == Finding.Severity.MUST_CORRECT);
            }
        }
    }

    /** A finding with the words it was told in. */
    record Told(Finding finding, String en, String zh) {}

    Judged judge(byte[] file, LocalDate today) {
        return switch (reader.read(file)) {
            case Reading.Unreadable unreadable -> new Judged.Unreadable(
                    unreadable.key(), unreadable.args().stream().map(Object::toString).toList(),
                    english.say(unreadable), chinese.say(unreadable));
            case Reading.Read(var declaration) -> check(declaration, today);
        };
    }

    private Judged.Checked check(Declaration declaration, LocalDate today) {
        var editions = lists.inForce();
        var findings = SecondOpinion.all(declaration, Background.of(today)
                .withList(editions.getLast(), editions.subList(0, editions.size() - 1))
                .expecting(Set.of(Metal.TIN)));
        return new Judged.Checked(
                declaration.version().toString(),
                declaration.effectiveDate().orElse(null),
                declaration.companyName(),
                cells(declaration),
                findings.stream().map(finding -> new Told(finding, english.say(finding), chinese.say(finding))).toList(),
                declaration.smelters().stream()
                        .map(row -> new NamedSmelter(
                                row.row(), row.metal().map(Enum::name).orElse(""), editions.getLast().resolve(row).map(SmelterList.Smelter::id).orElse(""),
                                row.name().isEmpty() ? row.lookup() : row.name(), row.country()))
                        .toList());
    }

    /** Every cell that says something, in sheet order; beside an answer, in short, what was asked. */
    private Map<String, String> cells(Declaration declaration) {
        var cells = new LinkedHashMap<String, String>();
        declaration.company().forEach((field, cell) -> {
            asked(cells, cell, english.word(field));
            put(cells, cell);
        });
        declaration.answers().forEach(answer -> {
            asked(cells, answer.cell(), english.word(answer.question()) + ": " + english.word(answer.metal()));
            put(cells, answer.cell());
        });
        declaration.companyAnswers().forEach(answer -> {
            asked(cells, answer.cell(), english.word(answer.question()));
            put(cells, answer.cell());
            put(cells, answer.comment());
        });
        declaration.smelters().forEach(row -> row.cells().values().forEach(cell -> put(cells, cell)));
        return cells;
    }

    /** The form writes its questions in column B. */
    private static void asked(Map<String, String> cells, Cell answer, String question) {
        cells.put(answer.at().sheet() + "!B" + answer.at().address().replaceAll("[A-Z]", ""), question);
    }

    private static void put(Map<String, String> cells, Cell cell) {
        if (!cell.blank()) {
            cells.put(cell.at().sheet() + "!" + cell.at().address(), cell.value());
        }
    }
}
