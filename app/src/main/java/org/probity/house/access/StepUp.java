package org.probity.house.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A binding act: whoever uses this handler has shown within the last five minutes that it is still them. On the page that asks "do you
 * really" and on the act itself; the gate sends anyone else to confirm first and back to the page afterwards.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
