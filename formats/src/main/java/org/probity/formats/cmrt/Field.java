package org.probity.formats.cmrt;

/// What the form wants to know about the company that declares.
public enum Field {
    COMPANY_NAME, SCOPE, SCOPE_TEXT, UNIQUE_ID, UNIQUE_ID_AUTHORITY, ADDRESS,
    CONTACT_NAME, CONTACT_EMAIL, CONTACT_PHONE,
    AUTHORISER_NAME, AUTHORISER_TITLE, AUTHORISER_EMAIL, AUTHORISER_PHONE,
    EFFECTIVE_DATE
}
