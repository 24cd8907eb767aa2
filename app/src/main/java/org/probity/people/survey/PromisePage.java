package org.probity.people.survey;

import org.probity.house.ui.Page;

/** In the words of whoever answers: who can see what of a questionnaire, which way of keeping it this house has, and what is not protected. */
public record PromisePage(int least, int commentLeast) implements Page {}
