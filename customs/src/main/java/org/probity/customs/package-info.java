/**
 * The customs pack: one zip that says of serial numbers which quartz is in them, by which sites and with which papers, and the program that checks it
 * without a network, a database or a word of ours. PACK.md is its description. It reads events by {@code formats} and proofs by {@code proof}; it does not use
 * {@code trace}, so that who follows material in the house and who follows it in a pack are two.
 */
@NullMarked
package org.probity.customs;

import org.jspecify.annotations.NullMarked;
