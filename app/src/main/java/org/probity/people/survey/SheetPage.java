package org.probity.people.survey;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** The questionnaire of a slip, on a shared device; it goes back to the beginning by itself when nobody touches it. */
public record SheetPage(Survey survey, String code, Map<String, String> given, List<Reason> reasons) implements Page {}
