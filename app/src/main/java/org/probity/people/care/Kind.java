package org.probity.people.care;

/** What somebody is away for. */
public enum Kind {
    /** Paid, by law, for years of service; from an account. */
    ANNUAL
}
