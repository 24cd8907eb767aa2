package org.probity.people.community;

import org.probity.house.ui.Page;

/** In plain words who can see what of the board, and what is not protected. */
public record PromisePage() implements Page {}
