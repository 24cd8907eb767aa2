package org.probity.shapes.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Table;

/**
 * A form as a table that people fill in without us and bring back: one line a question, in columns that do not move. What is asked under a condition
 * stands there with its condition, because a table cannot hide it.
 */
public final class SheetFile {
    private static final int MARK = 0;
    private static final int CODE = 1;
    private static final int ANSWER = 5;
    private static final int WORDS = 6;
    private static final int COLUMNS = 7;

    /** What a line says. */
    public record Said(String question, String value, String words) {}

    private SheetFile() {}

    /** The table that goes out; the answers given so far stand in it. */
    public static Table<Question> table(Screen s, Filled filled) {
        return Table.of(s, filled.form().questions())
                .text("form.column.form", it -> filled.form().mark())
                .head("form.column.question", Question::code)
                .text("form.column.words", it -> it.words(s.lang()) + condition(s, filled.form(), it))
                .text("form.column.why", it -> it.why(s.lang()))
                .text("form.column.choices", it -> choices(s, it))
                .text("form.column.answer", it -> it.said(filled.value(it.code()), s.lang()))
                .offers(it -> it.choices().stream().map(choice -> choice.words(s.lang())).toList())
                .text("form.column.remark", it -> filled.words(it.code()));
    }

    private static String condition(Screen s, Form form, Question it) {
        var when = it.when();
        return when == null ? "" : " " + s.t("form.only-when", when.question(), String.join(" / ", when.answers().stream().sorted()
                .map(answer -> form.question(when.question()).map(above -> above.said(answer, s.lang())).orElse(answer)).toList()));
    }

    private static String choices(Screen s, Question it) {
        return switch (it.kind()) {
            case CHOICE -> String.join(" / ", it.choices().stream().map(choice -> choice.words(s.lang())).toList());
            case NUMBER -> s.t("form.a-number");
            case TEXT -> s.t("form.a-text");
        };
    }

    /**
     * Reads it back, whole or not at all; an empty answer says nothing and takes nothing away.
     *
     * <p>Refusals, each with its cell: what {@link Spreadsheet} says of a file that is none; {@code form.file-other} it is no table of ours;
     * {@code form.file-other-form} of another form; {@code form.file-other-version}; {@code form.file-formula} a cell computes; {@code form.file-unknown} a
     * question that the form does not have; {@code form.file-twice}; {@code form.file-answer} none of the answers; {@code form.file-long}.
     */
    public static Answer<List<Said>> read(byte[] file, Form form) {
        Spreadsheet sheet;
        try {
            sheet = Spreadsheet.read(file);
        } catch (Spreadsheet.Unreadable no) {
            return Answer.refused("file", no.key);
        }
        var reasons = new ArrayList<Reason>();
        var said = new ArrayList<Said>();
        var seen = new HashSet<String>();
        var lines = sheet.lines();
        if (lines.size() < 2 || lines.getFirst().size() < COLUMNS) {
            return Answer.refused("file", "form.file-other");
        }
        for (int no = 1; no < lines.size(); no++) {
            var line = lines.get(no);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            read(form, line, no + 1, sheet, seen, reasons).ifPresent(said::add);
        }
        return !reasons.isEmpty() ? new Answer.Refused<>(reasons) : said.isEmpty() ? Answer.refused("file", "form.file-other") : Answer.done(said);
    }

    private static Optional<Said> read(Form form, List<String> line, int row, Spreadsheet sheet, HashSet<String> seen, List<Reason> reasons) {
        var mark = cell(line, MARK);
        if (!mark.equals(form.mark())) {
            var key = mark.startsWith(form.code() + " ") ? "form.file-other-version" : "form.file-other-form";
            // One sentence for a whole foreign file is enough.
            if (reasons.stream().noneMatch(it -> it.key().equals(key))) {
                reasons.add(new Reason("file", key, List.of("A" + row, shown(mark), form.mark())));
            }
            return Optional.empty();
        }
        var question = form.question(cell(line, CODE));
        if (question.isEmpty() || !seen.add(question.get().code())) {
            reasons.add(new Reason("file", question.isEmpty() ? "form.file-unknown" : "form.file-twice", List.of("B" + row, shown(cell(line, CODE)))));
            return Optional.empty();
        }
        var answer = cell(line, ANSWER);
        var words = cell(line, WORDS);
        for (var column : List.of("F", "G")) {
            if (sheet.formulas().contains(column + row)) {
                reasons.add(new Reason("file", "form.file-formula", List.of(column + row)));
                return Optional.empty();
            }
        }
        if (answer.length() > Sheets.WORDS_LONGEST || words.length() > Sheets.WORDS_LONGEST) {
            reasons.add(new Reason("file", "form.file-long", List.of((answer.length() > Sheets.WORDS_LONGEST ? "F" : "G") + row, Sheets.WORDS_LONGEST)));
            return Optional.empty();
        }
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var value = value(question.get(), answer);
        if (value.isEmpty()) {
            reasons.add(new Reason("file", "form.file-answer", List.of("F" + row, shown(answer), question.get().code())));
        }
        return value.map(it -> new Said(question.get().code(), it, words));
    }

    /** The code of a choice, or its words in either language. */
    private static Optional<String> value(Question question, String answer) {
        return switch (question.kind()) {
            case CHOICE -> question.choices().stream()
                    .filter(it -> List.of(it.code(), it.words(Lang.EN).toLowerCase(Locale.ROOT), it.words(Lang.ZH)).contains(answer.toLowerCase(Locale.ROOT)))
                    .findFirst().map(Question.Choice::code);
            case NUMBER -> Optional.of(answer.replace(",", "")).filter(question::takes);
            case TEXT -> Optional.of(answer);
        };
    }

    /** What we put before a text that begins like a formula is not theirs. */
    private static String cell(List<String> line, int column) {
        var text = column < line.size() ? line.get(column).strip() : "";
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text.isEmpty() ? "–" : text;
    }
}
