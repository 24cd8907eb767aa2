package org.probity.shapes.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class CoursePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000c0");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Place PLACE = new Place("/app/my-training/takings/" + ID, "Preventing <workplace> harassment", "My training", "/app/my-training");

    private static Progress progress(int read, long seconds, Attempt... attempts) {
        return new Progress(ALesson.OF_TWO, IntStream.rangeClosed(1, read).boxed().toList(), List.of(attempts), seconds);
    }

    private static Attempt attempt(int no, int right) {
        return new Attempt(ID, no, 2, right, 80, right == 2, 754, DAY, ID);
    }

    private static QuizPage quiz(Progress progress, long left, String over, List<Reason> reasons) {
        return new QuizPage(PLACE, Optional.of(ID), progress, Map.of("q1", List.of(2, 0, 1), "q2", List.of(1, 0)), 80, left, over, Map.of("q1", "1"), reasons);
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new LessonPage(PLACE, Optional.empty(), progress(0, 0), 1), new LessonPage(PLACE, Optional.of(ID), progress(1, 95), 2),
                quiz(progress(2, 180), 3, "", List.of()), quiz(progress(2, 180, attempt(1, 1)), 2, "", List.of(new Reason("q2", "course.answer-missing", List.of()))),
                quiz(progress(2, 180, attempt(3, 1)), 0, "", List.of()), quiz(progress(2, 0), 3, "course.passed-already", List.of()),
                new ResultPage(PLACE, progress(2, 754, attempt(2, 2), attempt(1, 1)), Map.of("q1", 1, "q2", 0), 1, "", "course.progress-kept"),
                new ResultPage(PLACE, progress(2, 754, attempt(1, 1)), Map.of("q1", 0, "q2", 0), 2, "", ""),
                new ResultPage(PLACE, progress(2, 0, attempt(3, 1)), Map.of("q1", 0, "q2", 0), 0, "", ""),
                new ResultPage(PLACE, progress(2, 0, attempt(1, 1)), Map.of("q1", 0, "q2", 0), 2, "course.attempts-used", ""));
    }
}
