package org.probity.supply.exchange;

import org.probity.house.ui.Page;

/**
 * A course as it is taught, with its questions: for those who open campaigns.
 *
 * @param told whether it says which answers are right; not to whoever is asked to find them
 */
public record CoursePage(Course it, boolean told) implements Page {}
