package org.probity.people.recruitment;

import org.probity.house.ui.Page;

/** Consent was withdrawn and nothing is kept. */
public record GonePage() implements Page {}
