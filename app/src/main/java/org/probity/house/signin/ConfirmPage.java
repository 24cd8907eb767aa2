package org.probity.house.signin;

import java.util.List;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** "Is it still you?", asked before a binding act. @param byLink for whoever has no password */
public record ConfirmPage(String next, boolean byLink, boolean sent, boolean demo, List<Answer.Reason> reasons) implements Page {}
