/// Reads strangers' files in a process of its own, with its own heap and a deadline, so that nothing a file does can harm the house that
/// received it. Carries bytes and cells only; it must never be given credentials, a database or a network.
@NullMarked
package org.probity.formats.worker;

import org.jspecify.annotations.NullMarked;
