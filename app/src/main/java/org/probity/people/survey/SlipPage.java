package org.probity.people.survey;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** A shared device asks for the code of a slip. It knows nobody and remembers nothing. */
public record SlipPage(String code, List<Reason> reasons) implements Page {}
