package org.probity.shapes.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far somebody came in a course. @param read pages read, from 1; @param attempts the newest first; @param seconds online */
public record Progress(Lesson lesson, List<Integer> read, List<Attempt> attempts, long seconds) {
    public Progress {
        read = List.copyOf(read);
        attempts = List.copyOf(attempts);
    }

    /** Nobody has begun. */
    public static Progress none(Lesson lesson) {
        return new Progress(lesson, List.of(), List.of(), 0);
    }

    public Optional<Attempt> pass() {
        return attempts.stream().filter(Attempt::passed).findFirst();
    }

    public boolean passed() {
        return pass().isPresent();
    }

    public boolean allRead() {
        return read.size() >= lesson.sheets().size();
    }

    /** The first page that was not read, from 1; one more than there are when all were. */
    public int next() {
        return IntStream.rangeClosed(1, lesson.sheets().size()).filter(page -> !read.contains(page)).findFirst().orElse(lesson.sheets().size() + 1);
    }

    /** Tries that are left on a day. */
    public long left(int attemptsADay, LocalDate day) {
        return attemptsADay - attempts.stream().filter(it -> it.day().equals(day)).count();
    }
}
