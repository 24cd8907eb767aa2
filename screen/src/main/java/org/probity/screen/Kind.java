package org.probity.screen;

/** What a party is; names of persons are compared by other rules than names of organisations. */
public enum Kind { ORGANISATION, PERSON, CRAFT, UNKNOWN }
