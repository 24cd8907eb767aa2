/**
 * The assurer's room: published editions with all their rows, left-out rows, evidence and proofs; samples drawn from a seed so that
 * anybody can draw them again; what the assurer found in each row, and what they concluded of a figure.
 *
 * <p>Nothing here changes a row, a figure or an edition. Whoever assures writes only about what they saw, and sees it only while they are
 * engaged.
 */
@ApplicationModule
@NullMarked
package org.probity.disclosure.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
