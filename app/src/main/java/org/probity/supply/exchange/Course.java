package org.probity.supply.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.probity.house.ui.Lang;

/**
 * A version of a short course, read from a file of our own words; a change is another file with the next version.
 *
 * @param minutes how long it takes a calm reader
 * @param sha256 of the file, which a campaign names: what was taught cannot be changed afterwards
 */
public record Course(
        String code, int version, LocalDate since, Topic topic, int minutes, Said name, Said source, List<Sheet> sheets, List<Question> questions, String sha256) {
    /** Something in both languages. */
    public record Said(String en, String zh) {
        public String in(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    /** One page on a phone. */
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

    public Course {
        sheets = List.copyOf(sheets);
        questions = List.copyOf(questions);
        if (sheets.isEmpty() || questions.isEmpty()) {
            throw new IllegalArgumentException("a course has pages and questions: " + code);
        }
    }

    /**
     * Settings as {@code name = value}; then lines of a mark, English, Chinese: {@code #} begins a page, {@code -} is a paragraph, {@code ?} a question,
     * {@code +} its right answer, {@code x} a wrong one, {@code =} why.
     *
     * @throws IllegalArgumentException naming the line that is none of these
     */
    static Course read(String text) {
        var settings = new HashMap<String, String>();
        var sheets = new ArrayList<Sheet>();
        var questions = new ArrayList<Question>();
        var paragraphs = new ArrayList<Said>();
        var answers = new ArrayList<Said>();
        Said title = null;
        Said asked = null;
        var right = -1;
        for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
            var mark = line.charAt(0);
            if (line.length() < 2 || line.charAt(1) != ' ') {
                var at = line.indexOf(" = ");
                if (at < 0) {
                    throw new IllegalArgumentException("neither a setting nor a line with a mark: " + line);
                }
                settings.put(line.substring(0, at).strip(), line.substring(at + 3).strip());
                continue;
            }
            var said = said(line);
            switch (mark) {
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
        return new Course(settings.get("code"), Integer.parseInt(settings.get("version")), LocalDate.parse(settings.get("since")), Topic.valueOf(settings.get("topic")),
                Integer.parseInt(settings.get("minutes")), new Said(settings.get("name_en"), settings.get("name_zh")),
                new Said(settings.get("source_en"), settings.get("source_zh")), sheets, questions, sha256(text));
    }

    private static Said said(String line) {
        var at = line.indexOf(" | ");
        if (at < 0) {
            throw new IllegalArgumentException("both languages, with a bar between them: " + line);
        }
        return new Said(line.substring(2, at).strip(), line.substring(at + 3).strip());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
