package org.probity.supply.minerals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.formats.cmrt.Background;
import org.probity.formats.cmrt.Cell;
import org.probity.formats.cmrt.Declaration;
import org.probity.formats.cmrt.Finding;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.SecondOpinion;
import org.probity.formats.cmrt.SmelterList;
import org.probity.formats.cmrt.SmelterRow;
import org.probity.formats.cmrt.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.supply.minerals.Paper.NamedSmelter;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what is to be said about each cell of a workbook that was read. */
@Component
class Workbooks {
    private static final String COPIED = "cmrt.list-copied";
    private static final String NEARLY = "minerals.list-nearly-copied";
    private static final String ANOTHER = "minerals.another-supplier";
    /** The metals of the form by their registry numbers. */
    static final Map<Metal, String> REGISTRY =
            Map.of(Metal.TANTALUM, "7440-25-7", Metal.TIN, Suppliers.TIN, Metal.GOLD, "7440-57-5", Metal.TUNGSTEN, "7440-33-7");

    private final SmelterLists lists;
    private final Copies copies;
    private final Messages messages;
    private final JdbcClient db;
    private final Words english = Words.of(Locale.ENGLISH);
    private final Words chinese = Words.of(Locale.SIMPLIFIED_CHINESE);

    Workbooks(SmelterLists lists, Copies copies, Messages messages, JdbcClient db) {
        this.lists = lists;
        this.copies = copies;
        this.messages = messages;
        this.db = db;
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
                List<NamedSmelter> smelters,
                @Nullable String listHash) implements Judged {
            boolean mustBeCorrected() {
                return findings.stream().anyMatch(told -> told.finding().severity() == Finding.Severity.MUST_CORRECT);
            }
        }
    }

    /** A finding with the words it was told in. @param other the paper it compares with, which the supplier is not told */
    record Told(Finding finding, String en, String zh, @Nullable UUID other) {}

    /**
     * Judges what a reader read, by what the house knows besides: the reference lists, what is bought from the supplier, the other suppliers'
     * lists, the answer that was accepted the year before.
     */
    Judged judge(Reading reading, @Nullable Reading before, UUID party, int period, LocalDate today) {
        return switch (reading) {
            case Reading.Unreadable unreadable -> new Judged.Unreadable(
                    unreadable.key(), unreadable.args().stream().map(Object::toString).toList(),
                    english.say(unreadable), chinese.say(unreadable));
            case Reading.Read(var declaration) -> check(declaration, before, party, period, today);
        };
    }

    private Judged.Checked check(Declaration declaration, @Nullable Reading before, UUID party, int period, LocalDate today) {
        var editions = lists.inForce();
        var smelters = declaration.smelters().stream().map(row -> named(row, editions.getLast())).toList();
        var copy = copies.of(party, period, smelters.stream().map(NamedSmelter::smelter).toList());
        var background = Background.of(today)
                .withList(editions.getLast(), editions.subList(0, editions.size() - 1))
                .expecting(expected(party, today));
        if (before instanceof Reading.Read(var previous)) {
            background = background.after(previous);
        }
        var print = declaration.listFingerprint();
        if (print.isPresent() && copy.filter(Copies.Copy::same).isPresent()) {
            background = background.beside(Map.of(print.get(), messages.letter(Lang.EN, ANOTHER)));
        }
        var findings = new ArrayList<>(SecondOpinion.all(declaration, background).stream().map(finding -> told(finding, copy)).toList());
        copy.filter(it -> !it.same()).ifPresent(it -> findings.add(nearly(declaration, it)));
        return new Judged.Checked(
                declaration.version().toString(), declaration.effectiveDate().orElse(null), declaration.companyName(), cells(declaration),
                findings, smelters, print.orElse(null));
    }

    private static NamedSmelter named(SmelterRow row, SmelterList list) {
        return new NamedSmelter(row.row(), row.metal().map(Enum::name).orElse(""), list.resolve(row).map(SmelterList.Smelter::id).orElse(""),
                row.name().isEmpty() ? row.lookup() : row.name(), row.country());
    }

    private Told told(Finding finding, Optional<Copies.Copy> copy) {
        if (!finding.key().equals(COPIED)) {
            return new Told(finding, english.say(finding), chinese.say(finding), null);
        }
        var inChinese = new Finding(finding.key(), finding.severity(), finding.cell(), finding.value(), List.of(messages.letter(Lang.ZH, ANOTHER)));
        return new Told(finding, english.say(finding), chinese.say(inChinese), copy.map(Copies.Copy::paper).orElse(null));
    }

    private Told nearly(Declaration declaration, Copies.Copy copy) {
        var cell = declaration.smelters().getFirst().principal();
        var finding = new Finding(NEARLY, Finding.Severity.LOOK_AT, cell.at(), cell.value(), List.of(copy.shared(), copy.mine()));
        return new Told(finding, messages.letter(Lang.EN, NEARLY, copy.shared(), copy.mine()), messages.letter(Lang.ZH, NEARLY, copy.shared(), copy.mine()),
                copy.paper());
    }

    /** The metals that what we buy from a supplier holds, by their registry numbers. */
    private Set<Metal> expected(UUID supplier, LocalDate today) {
        return REGISTRY.entrySet().stream()
                .filter(metal -> db.sql("SELECT EXISTS (SELECT FROM supplier.with_substance(:cas, :today, 'infinity') WHERE supplier = :supplier)")
                        .param("cas", metal.getValue()).param("today", today).param("supplier", supplier)
                        .query(Boolean.class).single())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
