package org.probity.house.ui;

/** What the company is called on every screen. A bean of this type says it; empty while nobody has. */
public interface CompanyName {
    String in(Lang lang);
}
