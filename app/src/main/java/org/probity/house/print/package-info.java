/**
 * Papers: a page of words becomes a PDF that reads the same on every machine, in Latin and Chinese letters.
 *
 * <p>It knows the fonts and the sheet. It never fetches anything, and what strangers wrote reaches it only as escaped words.
 */
@ApplicationModule
@NullMarked
package org.probity.house.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
