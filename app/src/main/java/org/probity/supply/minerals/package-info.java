/**
 * Conflict minerals: who delivers tin, the yearly campaign that asks them for their papers, the workbooks they send (CMRT), read and
 * checked cell by cell, and the ruling of a person on each.
 *
 * <p>A workbook is never changed, and what the reader says never accepts anything by itself: rules may send back, only people accept.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.minerals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
