/**
 * What people are paid for a year, and why: fixed pay, performance bonus, position allowances, shared gains, long-term incentive and subsidies, brought from payroll as a file and checked line by line before they count. Grades have
 * ranges from a day on. Everybody gets a letter a year, in two languages; how pay spreads and whether women and men are paid differently is told of groups that are large enough.
 *
 * <p>This is no payroll: it reckons nobody's pay and pays nothing. Amounts lie sealed in the schema {@code pay} under a database role of its own ({@code Vault}), and in no log entry, no event, no log file and no
 * figure. It must never show somebody's pay to anybody else but who keeps remuneration, and never to them without noting that they looked.
 *
 * <p>Personal data: what payroll stated of each year, and the letter. The person sees all of it, and who looked. When somebody is forgotten it goes ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.pay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
