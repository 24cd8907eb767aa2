/// How a reading process answers: the part of the message that is the same for every kind of file.
@NullMarked
package org.probity.formats.wire;

import org.jspecify.annotations.NullMarked;
