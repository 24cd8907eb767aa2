/**
 * The look and the language: layouts, parts, messages, charts, and how a page record becomes HTML.
 *
 * <p>It decides nothing about the business and reads no table.
 */
@ApplicationModule
@NullMarked
package org.probity.house.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
