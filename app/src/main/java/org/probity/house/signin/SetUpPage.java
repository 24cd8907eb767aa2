package org.probity.house.signin;

import java.util.List;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** The first page of an empty house. */
public record SetUpPage(String code, String company, String name, String email, String language, List<Answer.Reason> reasons) implements Page {}
