package org.probity.house.signin;

import java.util.List;
import org.probity.house.access.Account;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;

/** A page of the accounts of the house. @param total how many there are on all its pages */
public record AccountsPage(List<Account> accounts, Query query, int total) implements Page {}
