package org.probity.supply.exchange;

import org.probity.house.ui.Page;

/** A course as it is taught, with its questions and which answer is right: for those who open campaigns. */
public record CoursePage(Course it) implements Page {}
