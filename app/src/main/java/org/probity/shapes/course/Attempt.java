package org.probity.shapes.course;

import java.time.LocalDate;
import java.util.UUID;

/** A quiz that was handed in. @param seconds online until then */
public record Attempt(UUID id, int no, int questions, int rightAnswers, int neededPercent, boolean passed, int seconds, LocalDate day, UUID record) {}
