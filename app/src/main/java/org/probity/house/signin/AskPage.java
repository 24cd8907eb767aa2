package org.probity.house.signin;

import java.util.List;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/**
 * "Write your e-mail and we send you a link."
 *
 * @param words beginning of the page's messages: {@code signin.ask-link} or {@code signin.ask-reset}
 * @param sent the answer, the same for everybody
 */
public record AskPage(String words, String action, String email, boolean sent, boolean demo, List<Answer.Reason> reasons) implements Page {}
