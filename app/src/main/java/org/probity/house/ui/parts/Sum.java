package org.probity.house.ui.parts;

/**
 * A number in a ledger line. It opens its rows when there is an address.
 *
 * @param after small words behind it, such as "of 212"
 */
public record Sum(String term, String value, String after, String href, boolean bad) {
    public Sum(String term, String value) {
        this(term, value, "", "", false);
    }

    public Sum(String term, String value, String href) {
        this(term, value, "", href, false);
    }
}
