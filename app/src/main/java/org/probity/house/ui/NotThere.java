package org.probity.house.ui;

/** What was asked for does not exist, or must look as if it did not. Shown as the page "not found". */
public class NotThere extends RuntimeException {
    /** @param what for the log, never shown */
    public NotThere(String what) {
        super(what);
    }
}
