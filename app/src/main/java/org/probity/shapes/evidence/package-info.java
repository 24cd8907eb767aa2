/**
 * Files that make a record true, kept byte for byte under their own hash.
 *
 * <p>It knows a file's bytes, name and who brought it; never what it proves. It does not read files and never changes or replaces one. What
 * was taken out of a draft before anything stood on it is let go of on the next day.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
