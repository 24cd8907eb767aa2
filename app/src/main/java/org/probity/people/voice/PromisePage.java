package org.probity.people.voice;

import org.probity.house.ui.Page;

/** Who can and who cannot see what, in the words of whoever writes; also what is not protected. */
public record PromisePage() implements Page {}
