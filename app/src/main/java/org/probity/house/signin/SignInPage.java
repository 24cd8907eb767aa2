package org.probity.house.signin;

import java.util.List;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/**
 * The door.
 *
 * @param next where the person wanted to go
 * @param demo the invented people a visitor may choose to be; empty in a real house
 */
public record SignInPage(String next, String email, List<Account> demo, String demoPassword, List<Answer.Reason> reasons) implements Page {}
