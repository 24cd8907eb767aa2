package org.probity.house.ui.parts;

/** One reason of a verdict, with the way to the record behind it. */
public record Because(Mark mark, String what, String why, Link link) {}
