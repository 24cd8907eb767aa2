/// Reads declarations of substances: IPC-1752A XML of class C (which listed substances are above their threshold in a product) and class D (every
/// homogeneous material with its substances and masses), and the same sections of IPC-1752B.
///
/// [org.probity.formats.ipc1752.Ipc1752] turns bytes into a [org.probity.formats.ipc1752.Reading]; [org.probity.formats.ipc1752.Checks] says what in
/// it is missing or cannot be right. Every value knows its element and line. Masses and shares are exact.
///
/// The names of elements follow public implementations of the standard; no copy of its schema was at hand. So elements are known by their local
/// name, and what is unknown is left alone. This package never resolves an entity, never follows an address, and knows no law: which substance may
/// be how much is the reader's own data.
@NullMarked
package org.probity.formats.ipc1752;

import org.jspecify.annotations.NullMarked;
