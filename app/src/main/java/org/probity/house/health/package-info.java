/**
 * How the house is: whether it lives, whether it can answer, and its measurements, for a balancer, a watchdog or Prometheus.
 *
 * <p>It says nothing about people or records: counts and durations of the machine only.
 */
@ApplicationModule
@NullMarked
package org.probity.house.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
