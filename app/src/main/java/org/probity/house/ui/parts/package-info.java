/** The pieces a page is put together from: small records, each with what it shows, and the templates that show them. */
@NamedInterface("parts")
@NullMarked
package org.probity.house.ui.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
