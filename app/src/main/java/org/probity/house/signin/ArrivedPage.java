package org.probity.house.signin;

import java.util.List;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/**
 * Where a mailed link leads. It shows a button and does nothing yet, because mail scanners open links too.
 *
 * @param words beginning of the page's messages
 * @param name whom the link is for; empty when it works no more
 * @param choosesPassword the button comes with a new password
 */
public record ArrivedPage(String words, String action, String link, String name, boolean choosesPassword, List<Answer.Reason> reasons)
        implements Page {}
