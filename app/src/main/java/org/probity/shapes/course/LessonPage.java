package org.probity.shapes.course;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;

/** One page of a course, as large as a phone. @param taking that signs of life are of; none: nobody has begun, or it is only looked at; @param page from 1 */
public record LessonPage(Place place, Optional<UUID> taking, Progress progress, int page) implements Page {
    public Lesson.Sheet sheet() {
        return progress.lesson().sheets().get(page - 1);
    }

    public int pages() {
        return progress.lesson().sheets().size();
    }

    public boolean last() {
        return page == pages();
    }
}
