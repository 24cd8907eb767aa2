package org.probity.house.signin;

import java.util.List;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** One account, as an administrator sees it. @param chosen the roles as they stand in the form */
public record AccountPage(Account account, Set<Role> chosen, String reason, List<AuditTrail.Note> notes, List<Answer.Reason> reasons)
        implements Page {}
