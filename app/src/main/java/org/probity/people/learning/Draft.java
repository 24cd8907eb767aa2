package org.probity.people.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Json;
import org.probity.shapes.course.Lesson;

/** A course online as somebody writes it: anything may still be missing. */
public record Draft(int minutes, List<Page> pages, List<Asked> questions) {
    static final int PAGES_MOST = 30;
    static final int QUESTIONS_MOST = 20;
    static final int ANSWERS = 4;
    static final int MINUTES_MOST = 240;
    static final int LINE_LONGEST = 300;
    static final int TEXT_LONGEST = 4_000;

    /** Each line of a text is a paragraph. */
    public record Page(String titleEn, String titleZh, String textEn, String textZh) {
        static final Page EMPTY = new Page("", "", "", "");
    }

    /** @param right place of the right answer; nothing chosen: -1 */
    public record Asked(String wordsEn, String wordsZh, List<Lesson.Said> answers, int right, String becauseEn, String becauseZh) {
        static final Asked EMPTY = new Asked("", "", List.of(), -1, "", "");

        Lesson.Said answer(int place) {
            return place < answers.size() ? answers.get(place) : new Lesson.Said("", "");
        }

        /** Those that are filled in, in either language. */
        private List<Lesson.Said> given() {
            return answers.stream().filter(it -> !it.en().isEmpty() || !it.zh().isEmpty()).toList();
        }
    }

    static final Draft EMPTY = new Draft(15, List.of(Page.EMPTY), List.of(Asked.EMPTY));

    public Draft {
        pages = List.copyOf(pages);
        questions = List.copyOf(questions);
    }

    static Draft of(Lesson lesson, int minutes) {
        return new Draft(minutes, lesson.sheets().stream().map(it -> new Page(it.title().en(), it.title().zh(), String.join("\n", it.paragraphs().stream().map(Lesson.Said::en).toList()),
                String.join("\n", it.paragraphs().stream().map(Lesson.Said::zh).toList()))).toList(), lesson.questions().stream().map(it -> new Asked(it.words().en(), it.words().zh(),
                it.answers(), it.right(), it.because().en(), it.because().zh())).toList());
    }

    /** The same for a calm reader who takes so long. */
    public Draft lasting(int longer) {
        return new Draft(longer, pages, questions);
    }

    /** What still stands in the way of publishing it, by field. */
    List<Reason> missing() {
        var reasons = new ArrayList<Reason>();
        if (minutes < 1 || minutes > MINUTES_MOST) {
            reasons.add(new Reason("minutes", "learning.minutes-wrong", List.of(MINUTES_MOST)));
        }
        if (pages.isEmpty()) {
            reasons.add(new Reason("", "learning.page-none", List.of()));
        }
        if (questions.isEmpty()) {
            reasons.add(new Reason("", "learning.question-none", List.of()));
        }
        for (var i = 0; i < pages.size(); i++) {
            missing(reasons, "p" + i, pages.get(i));
        }
        for (var i = 0; i < questions.size(); i++) {
            missing(reasons, "q" + i, questions.get(i));
        }
        return reasons;
    }

    private static void missing(List<Reason> reasons, String at, Page it) {
        both(reasons, at + "-title", it.titleEn(), it.titleZh());
        both(reasons, at + "-text", it.textEn(), it.textZh());
        if (!it.textEn().isBlank() && !it.textZh().isBlank() && paragraphs(it.textEn()).size() != paragraphs(it.textZh()).size()) {
            reasons.add(new Reason(at + "-textZh", "learning.paragraphs-differ", List.of(paragraphs(it.textEn()).size(), paragraphs(it.textZh()).size())));
        }
    }

    private static void missing(List<Reason> reasons, String at, Asked it) {
        both(reasons, at + "-words", it.wordsEn(), it.wordsZh());
        both(reasons, at + "-because", it.becauseEn(), it.becauseZh());
        if (it.given().size() < 2) {
            reasons.add(new Reason(at + "-a0En", "learning.answers-few", List.of()));
        }
        for (var place = 0; place < it.answers().size(); place++) {
            var said = it.answers().get(place);
            if (!said.en().isEmpty() || !said.zh().isEmpty()) {
                both(reasons, at + "-a" + place, said.en(), said.zh());
            }
        }
        if (it.right() < 0 || !it.given().contains(it.answer(it.right()))) {
            reasons.add(new Reason(at + "-right", "learning.right-missing", List.of()));
        }
    }

    private static void both(List<Reason> reasons, String field, String en, String zh) {
        if (en.isBlank() || zh.isBlank()) {
            reasons.add(new Reason(field + (en.isBlank() ? "En" : "Zh"), "learning.in-both", List.of()));
        }
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** Once nothing is missing. */
    Lesson lesson() {
        var sheets = new ArrayList<Lesson.Sheet>();
        for (var it : pages) {
            var said = new ArrayList<Lesson.Said>();
            var zh = paragraphs(it.textZh());
            paragraphs(it.textEn()).forEach(en -> said.add(new Lesson.Said(en, zh.get(said.size()))));
            sheets.add(new Lesson.Sheet(new Lesson.Said(it.titleEn(), it.titleZh()), said));
        }
        var asked = new ArrayList<Lesson.Question>();
        questions.forEach(it -> asked.add(new Lesson.Question("q" + (asked.size() + 1), new Lesson.Said(it.wordsEn(), it.wordsZh()), it.given(), it.given().indexOf(it.answer(it.right())),
                new Lesson.Said(it.becauseEn(), it.becauseZh()))));
        return new Lesson(sheets, asked);
    }

    /** As a form carries it; what is longer than a field holds is cut nowhere, so it is refused as a whole by the caller. */
    static Draft typed(Map<String, String> typed) {
        var pages = new ArrayList<Page>();
        for (var i = 0; i < PAGES_MOST && typed.containsKey("p" + i + "-titleEn"); i++) {
            var at = "p" + i + "-";
            pages.add(new Page(word(typed, at + "titleEn"), word(typed, at + "titleZh"), word(typed, at + "textEn"), word(typed, at + "textZh")));
        }
        var questions = new ArrayList<Asked>();
        for (var i = 0; i < QUESTIONS_MOST && typed.containsKey("q" + i + "-wordsEn"); i++) {
            var at = "q" + i + "-";
            var answers = new ArrayList<Lesson.Said>();
            for (var place = 0; place < ANSWERS; place++) {
                answers.add(new Lesson.Said(word(typed, at + "a" + place + "En"), word(typed, at + "a" + place + "Zh")));
            }
            questions.add(new Asked(word(typed, at + "wordsEn"), word(typed, at + "wordsZh"), answers, org.probity.house.ui.Typed.number(typed.get(at + "right"), -1),
                    word(typed, at + "becauseEn"), word(typed, at + "becauseZh")));
        }
        return new Draft(org.probity.house.ui.Typed.number(typed.get("minutes"), 0), pages, questions);
    }

    /** Fields that hold more than fits. */
    List<Reason> tooLong() {
        var reasons = new ArrayList<Reason>();
        for (var i = 0; i < pages.size(); i++) {
            var it = pages.get(i);
            fits(reasons, "p" + i + "-titleEn", it.titleEn(), LINE_LONGEST);
            fits(reasons, "p" + i + "-titleZh", it.titleZh(), LINE_LONGEST);
            fits(reasons, "p" + i + "-textEn", it.textEn(), TEXT_LONGEST);
            fits(reasons, "p" + i + "-textZh", it.textZh(), TEXT_LONGEST);
        }
        for (var i = 0; i < questions.size(); i++) {
            var it = questions.get(i);
            fits(reasons, "q" + i + "-wordsEn", it.wordsEn(), LINE_LONGEST);
            fits(reasons, "q" + i + "-wordsZh", it.wordsZh(), LINE_LONGEST);
            fits(reasons, "q" + i + "-becauseEn", it.becauseEn(), LINE_LONGEST);
            fits(reasons, "q" + i + "-becauseZh", it.becauseZh(), LINE_LONGEST);
            for (var place = 0; place < it.answers().size(); place++) {
                fits(reasons, "q" + i + "-a" + place + "En", it.answer(place).en(), LINE_LONGEST);
                fits(reasons, "q" + i + "-a" + place + "Zh", it.answer(place).zh(), LINE_LONGEST);
            }
        }
        return reasons;
    }

    private static void fits(List<Reason> reasons, String field, String words, int longest) {
        if (words.length() > longest) {
            reasons.add(new Reason(field, "learning.words-long", List.of(longest)));
        }
    }

    private static String word(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    String text() {
        return Json.object("minutes", minutes,
                "pages", pages.stream().map(it -> List.of(it.titleEn(), it.titleZh(), it.textEn(), it.textZh())).toList(),
                "questions", questions.stream().map(it -> Map.of("said", List.of(it.wordsEn(), it.wordsZh(), it.becauseEn(), it.becauseZh()), "right", it.right(),
                        "answers", it.answers().stream().map(said -> List.of(said.en(), said.zh())).toList())).toList()).text();
    }

    static Draft read(String text) {
        var it = (Json.Obj) Json.parse(text);
        return new Draft(number(it, "minutes"), items(it, "pages").stream().map(Draft::words).map(page -> new Page(page.get(0), page.get(1), page.get(2), page.get(3))).toList(),
                items(it, "questions").stream().map(Json.Obj.class::cast).map(asked -> {
                    var said = words(asked.get("said").orElseThrow());
                    return new Asked(said.get(0), said.get(1), items(asked, "answers").stream().map(Draft::words).map(both -> new Lesson.Said(both.get(0), both.get(1))).toList(),
                            number(asked, "right"), said.get(2), said.get(3));
                }).toList());
    }

    private static int number(Json.Obj of, String key) {
        return ((Json.Num) of.get(key).orElseThrow()).value().intValueExact();
    }

    private static List<Json> items(Json.Obj of, String key) {
        return ((Json.Arr) of.get(key).orElseThrow()).items();
    }

    private static List<String> words(Json list) {
        return ((Json.Arr) list).items().stream().map(it -> ((Json.Str) it).value()).toList();
    }
}
