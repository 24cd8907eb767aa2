package org.probity.people.learning;

import java.util.ArrayList;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.course.Lesson;

/** A course online is written: pages, then questions, in both languages. @param kept whether it was saved before */
public record DraftPage(Course it, Draft draft, boolean kept, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/trainings/" + it.id() + "/online/draft";
    }

    public int pages() {
        return draft.pages().size();
    }

    public int questions() {
        return draft.questions().size();
    }

    public int minutes() {
        return draft.minutes();
    }

    public boolean morePages() {
        return pages() < Draft.PAGES_MOST;
    }

    public boolean moreQuestions() {
        return questions() < Draft.QUESTIONS_MOST;
    }

    public int answers() {
        return Draft.ANSWERS;
    }

    public String titleEn(int page) {
        return draft.pages().get(page).titleEn();
    }

    public String titleZh(int page) {
        return draft.pages().get(page).titleZh();
    }

    public String textEn(int page) {
        return draft.pages().get(page).textEn();
    }

    public String textZh(int page) {
        return draft.pages().get(page).textZh();
    }

    public String wordsEn(int question) {
        return draft.questions().get(question).wordsEn();
    }

    public String wordsZh(int question) {
        return draft.questions().get(question).wordsZh();
    }

    public String becauseEn(int question) {
        return draft.questions().get(question).becauseEn();
    }

    public String becauseZh(int question) {
        return draft.questions().get(question).becauseZh();
    }

    public Lesson.Said answer(int question, int place) {
        return draft.questions().get(question).answer(place);
    }

    public String right(int question) {
        return String.valueOf(draft.questions().get(question).right());
    }

    public List<Option> places(Screen s) {
        var places = new ArrayList<Option>();
        for (var place = 0; place < Draft.ANSWERS; place++) {
            places.add(new Option(String.valueOf(place), s.t("learning.answer-no", place + 1)));
        }
        return places;
    }
}
