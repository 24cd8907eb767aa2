package org.probity.people.education;

/** What a programme leads to. */
public enum Kind { JUNIOR_COLLEGE, BACHELOR, CERTIFICATE }
