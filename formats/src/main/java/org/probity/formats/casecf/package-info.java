/// Reads and writes frameworks of competencies in CASE (Competencies and Academic Standards Exchange) 1.0 and 1.1, as JSON.
///
/// [org.probity.formats.casecf.Casecf] turns bytes into a [org.probity.formats.casecf.Reading] and a [org.probity.formats.casecf.Framework] into bytes.
/// Whatever a file says beyond what is read here is kept as it is and written again, so that nothing is lost on the way through.
///
/// Traps that are met in files: version 1.1 wraps everything in `CFPackage`, version 1.0 does not; a member may be null or not there; `CFDefinitions` is an
/// object or a list of one; a link is an address or an object with one; a sequence number is a number or a text. [org.probity.formats.casecf.Sameness]
/// says whether two frameworks mean the same.
///
/// This package never follows an address.
@NullMarked
package org.probity.formats.casecf;

import org.jspecify.annotations.NullMarked;
