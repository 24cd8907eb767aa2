package org.probity.house.signin;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Visits;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** What a person sees of their own account: who they are here, where they are signed in, how they sign in. */
public record MyAccountPage(Account account, UUID here, List<Visits.Stay> stays, List<Answer.Reason> reasons) implements Page {}
