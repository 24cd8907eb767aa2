/**
 * What many ask within the same moment is asked once: questions that came while the database was busy with the ones before go to it together.
 *
 * <p>It remembers no answer. A question is put to the database after it was asked, so whoever asks sees what was committed before.
 */
@ApplicationModule
@NullMarked
package org.probity.house.crowd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
