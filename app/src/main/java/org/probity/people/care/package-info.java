/**
 * What is owed to those who work here beside their wage. It begins with leave: each year human resources grant what the law of the place gives for the years that
 * somebody has worked, seen before it is given; hours lie on accounts in a book ({@code shapes/book}), one a person, a kind and a year; asking puts hours aside, the line
 * manager's yes uses them up, and whatever ends otherwise is a reversal, so that a balance is never typed and each hour leads to what it came from.
 *
 * <p>The numbers of law are {@code labour}'s, by place and day, signed by counsel; this room keeps none of them. It must never let somebody be away twice at once, take back
 * what was granted, or answer a request by whoever made it.
 *
 * <p>Of payroll it keeps who is covered by social insurance and has a housing fund, month by month, yes or no, and no amount. Of papers it keeps that one was shown, and never
 * the paper.
 *
 * <p>Personal data: since when somebody has worked in all, what leave they were granted, asked for, with their words, what was answered, and whether they are covered. The person sees all of it,
 * human resources see it; their line manager sees requests and days of those whom they lead, and of leave that tells of somebody's health or family that they are away, and
 * no more. When somebody is forgotten words and reasons go; hours stay on an account whose owner leads to nobody ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
