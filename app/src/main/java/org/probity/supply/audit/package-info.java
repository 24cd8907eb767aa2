/**
 * Audits of suppliers on site: whom we visit this year and why, who goes, what was asked and seen there, what was found, and that it was put right.
 *
 * <p>The plan follows from risk by published points; the team comes from four departments, and nobody audits what they admitted, certified or deal with.
 * Findings lead to corrective actions, which {@code casework} carries to a closing by two. What is asked stands in packs of our own words. It never
 * counts who was interviewed by name, and it changes no answer of an auditor: two auditors' answers both stay.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
