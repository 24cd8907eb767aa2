package org.probity.people.succession;

/** Why a post may be key. A post is key when enough of them are met, each with its reason in words. */
public enum Criterion {
    /** Without it production, delivery or a closing stands still within days. */
    STANDSTILL,
    /** Nobody who could do it is found on the market within half a year. */
    SCARCE,
    /** One person alone knows how it is done. */
    SINGLE,
    /** A law, a permit or a standard asks for a named person in it. */
    REQUIRED,
    /** Customers, authorities or partners rely on whoever holds it. */
    RELATIONS,
    /** A goal of the company's plan hangs on it. */
    STRATEGY
}
