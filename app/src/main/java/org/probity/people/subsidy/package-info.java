/**
 * Money that somebody gets beside their wage for a cause: meals, travel, visits to their family. A scheme says who gets how much for what and by which source; somebody claims days with receipts; another agrees; what was
 * agreed is paid in a list for payroll, each claim once.
 *
 * <p>A day, an invoice and a file count once: overlapping claims, an invoice number that stands in another claim and a file that was brought before are refused, by constraints too. It must never agree to more than the scheme
 * gives or the year's budget has, let somebody answer their own claim, or pay twice. It keeps no wage and no account of a bank.
 *
 * <p>Personal data: who claimed what for which days, with what words and receipts, what was agreed and paid. The person sees all of it and human resources see it; line managers do not. When somebody is forgotten words, invoice
 * numbers and receipts go; amounts stay under an id that leads to nobody ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.subsidy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
