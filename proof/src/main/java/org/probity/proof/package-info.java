@NullMarked
package org.probity.proof;

import org.jspecify.annotations.NullMarked;
