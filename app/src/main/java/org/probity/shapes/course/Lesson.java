package org.probity.shapes.course;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;
import org.probity.proof.Json;

/** What one version of a course teaches: pages as large as a phone, then questions. */
public record Lesson(List<Sheet> sheets, List<Question> questions) {
    /** Something in both languages. */
    public record Said(String en, String zh) {
        public String in(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }

        private Map<String, String> json() {
            return Map.of("en", en, "zh", zh);
        }
    }

    /** One page. */
    public record Sheet(Said title, List<Said> paragraphs) {
        public Sheet {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** @param right index of the right answer; @param because told after the quiz */
    public record Question(String code, Said words, List<Said> answers, int right, Said because) {
        public Question {
            answers = List.copyOf(answers);
            if (answers.size() < 2 || right < 0 || right >= answers.size()) {
                throw new IllegalArgumentException("a question has one right answer among others: " + code);
            }
        }
    }

    public Lesson {
        sheets = List.copyOf(sheets);
        questions = List.copyOf(questions);
        if (sheets.isEmpty() || questions.isEmpty()) {
            throw new IllegalArgumentException("a course has pages and questions");
        }
    }

    /**
     * Lines of a mark, English, Chinese: {@code #} begins a page, {@code -} is a paragraph, {@code ?} a question, {@code +} its right answer, {@code x} a wrong
     * one, {@code =} why.
     *
     * @throws IllegalArgumentException naming the line that is none of these
     */
    public static Lesson marked(List<String> lines) {
        var sheets = new ArrayList<Sheet>();
        var questions = new ArrayList<Question>();
        var paragraphs = new ArrayList<Said>();
        var answers = new ArrayList<Said>();
        Said title = null;
        Said asked = null;
        var right = -1;
        for (var line : lines) {
            var said = said(line);
            switch (line.charAt(0)) {
                case '#' -> {
                    if (title != null) {
                        sheets.add(new Sheet(title, paragraphs));
                        paragraphs.clear();
                    }
                    title = said;
                }
                case '-' -> paragraphs.add(said);
                case '?' -> {
                    asked = said;
                    answers.clear();
                    right = -1;
                }
                case '+' -> {
                    right = answers.size();
                    answers.add(said);
                }
                case 'x' -> answers.add(said);
                case '=' -> {
                    if (asked == null) {
                        throw new IllegalArgumentException("a reason without a question: " + line);
                    }
                    questions.add(new Question("q" + (questions.size() + 1), asked, answers, right, said));
                    asked = null;
                }
                default -> throw new IllegalArgumentException("no such mark: " + line);
            }
        }
        if (title == null || asked != null) {
            throw new IllegalArgumentException("a course begins with a page, and each question ends with its reason");
        }
        sheets.add(new Sheet(title, paragraphs));
        return new Lesson(sheets, questions);
    }

    private static Said said(String line) {
        var at = line.indexOf(" | ");
        if (at < 0) {
            throw new IllegalArgumentException("both languages, with a bar between them: " + line);
        }
        return new Said(line.substring(2, at).strip(), line.substring(at + 3).strip());
    }

    /** In its one canonical form. */
    String text() {
        return new String(Json.object(
                "sheets", sheets.stream().map(it -> Map.of("title", it.title().json(), "paragraphs", it.paragraphs().stream().map(Said::json).toList())).toList(),
                "questions", questions.stream().map(it -> Map.of("code", it.code(), "words", it.words().json(), "answers", it.answers().stream().map(Said::json).toList(), "right", it.right(),
                        "because", it.because().json())).toList()).canonical(), StandardCharsets.UTF_8);
    }

    /** Of that form: what was taught cannot be changed afterwards. */
    public String sha256() {
        return Hash.sha256(text().getBytes(StandardCharsets.UTF_8)).hex();
    }

    static Lesson read(String text) {
        return switch (Json.parse(text)) {
            case Json.Obj it -> new Lesson(items(it, "sheets").stream().map(sheet -> new Sheet(said(sheet, "title"), items(sheet, "paragraphs").stream().map(Lesson::said).toList())).toList(),
                    items(it, "questions").stream().map(asked -> new Question(word(asked, "code"), said(asked, "words"), items(asked, "answers").stream().map(Lesson::said).toList(),
                            number(asked, "right"), said(asked, "because"))).toList());
            case Json other -> throw new IllegalStateException("no course: " + other);
        };
    }

    private static List<Json.Obj> items(Json.Obj of, String key) {
        return of.get(key).orElseThrow() instanceof Json.Arr(var items) ? items.stream().map(Json.Obj.class::cast).toList() : List.of();
    }

    private static Said said(Json.Obj of, String key) {
        return said((Json.Obj) of.get(key).orElseThrow());
    }

    private static Said said(Json.Obj it) {
        return new Said(word(it, "en"), word(it, "zh"));
    }

    private static String word(Json.Obj of, String key) {
        return ((Json.Str) of.get(key).orElseThrow()).value();
    }

    private static int number(Json.Obj of, String key) {
        return ((Json.Num) of.get(key).orElseThrow()).value().intValueExact();
    }
}
