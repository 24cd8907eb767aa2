/**
 * What the house keeps about each person, shown to that person and handed to them as one file: access and portability (GDPR, art. 15 and
 * 20; PIPL, art. 45).
 *
 * <p>Each room that keeps personal data tells its part through {@link org.probity.house.privacy.PersonalData}; this room adds what
 * {@code access} keeps, which stands below the pages. It never shows anybody's data to anybody else, not even to an administrator, and keeps
 * no copy of what it hands out: the trail says that it was, and when.
 */
@ApplicationModule
@NullMarked
package org.probity.house.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
