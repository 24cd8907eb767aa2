package org.probity.house.signin;

import java.util.List;
import org.probity.house.access.Account;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;

/** The accounts of the house. */
public record AccountsPage(List<Account> accounts, Query query) implements Page {}
