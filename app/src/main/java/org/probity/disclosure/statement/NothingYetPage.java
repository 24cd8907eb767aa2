package org.probity.disclosure.statement;

import org.probity.house.ui.Page;

/** The public start page of a house that has published nothing. */
public record NothingYetPage() implements Page {}
