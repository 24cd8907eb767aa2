@NullMarked
package org.probity.bench;

import org.jspecify.annotations.NullMarked;
