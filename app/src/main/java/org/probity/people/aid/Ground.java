package org.probity.people.aid;

/** For what the fund helps; there is no "other". Law of a fund: two who read an application come to one answer. */
public enum Ground {
    ILLNESS_OWN,
    /** Of a parent, husband or wife, or child. */
    ILLNESS_FAMILY,
    /** Without fighting, drink, gambling, harm to oneself, and where nobody else has to pay. */
    ACCIDENT,
    DISASTER,
    /** The cost of a child's school or studies that the household cannot bear. */
    STUDY
}
