/**
 * Corrective actions that a supplier owes us: for a finding, a poor grade, a high risk. The supplier says what it did at once, the root cause, and what
 * corrects it and keeps it from coming back, by whom and by when; we accept the plan or return it; the supplier shows that it is done; one of us
 * verifies it, at the desk or on site, and another closes it. Every step is a row with who and when.
 *
 * <p>Rooms open cases and give them their own words ({@code CaseKind}); it never judges what a case is about, never closes one by rule, and knows
 * suppliers only through {@code Parties}. Owners of actions are named by the supplier so that both sides know whom to ask, and for nothing else.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
