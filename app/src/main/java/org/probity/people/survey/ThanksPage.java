package org.probity.people.survey;

import org.probity.house.ui.Page;

/** The ballot of a slip is in. @param sheet under which it lies in the list */
public record ThanksPage(String sheet) implements Page {}
