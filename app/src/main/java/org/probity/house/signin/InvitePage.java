package org.probity.house.signin;

import java.util.List;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** Inviting somebody of the staff; a supplier's contacts are invited on the supplier's page. */
public record InvitePage(String name, String email, String language, List<String> roles, List<Answer.Reason> reasons) implements Page {}
