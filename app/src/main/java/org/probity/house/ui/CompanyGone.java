package org.probity.house.ui;

/** A contact is signed in for a company that is not on the register: there is nothing to show them, and they are told whom to ask. */
public class CompanyGone extends RuntimeException {
    /** @param what for the log, never shown */
    public CompanyGone(String what) {
        super(what);
    }
}
