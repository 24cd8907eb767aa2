@NullMarked
package org.probity.formats;

import org.jspecify.annotations.NullMarked;
