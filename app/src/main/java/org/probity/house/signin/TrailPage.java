package org.probity.house.signin;

import java.util.List;
import org.probity.house.access.Account;
import org.probity.house.access.AuditTrail;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;

/** Who did what, when. @param older where the list goes on; empty at its end */
public record TrailPage(List<AuditTrail.Note> notes, List<String> kinds, List<Account> people, Query query, String older) implements Page {}
