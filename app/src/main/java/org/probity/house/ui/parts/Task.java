package org.probity.house.ui.parts;

import gg.jte.Content;

/** Something owed: what, by when, how it stands. */
public record Task(String words, String href, String more, Content due, State state) {}
