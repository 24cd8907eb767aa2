/**
 * What suppliers say of themselves once a year, and what risk follows for environment, people and governance: campaigns, answers with their files, the review
 * by departments, the change to the year before, and points of which each leads to a record.
 *
 * <p>Which supplier's answers are good enough, a person says; a rule never accepts. Points come from {@code Factor} beans and dated rules that two people
 * change; no list of countries is shipped. It compares a supplier with its category only where at least ten answered, and tells nobody who they are. It stops no order:
 * high risk asks for a plan and speaks to the plan of audits. Of people it keeps who answered and who reviewed, to show who said what.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.esg;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
