/**
 * What makes a published number checkable by a stranger: the tamper-evident log (RFC 6962 tree, C2SP tiles, notes, checkpoints and
 * cosignatures), salted commitments (RFC 8785), the closed list of folds in exact arithmetic, and the sealed package with its verifier. Needs
 * nothing but the JDK; knows no database, no web and no rule of the business. It must never say more than it checked.
 */
@NullMarked
package org.probity.proof;

import org.jspecify.annotations.NullMarked;
