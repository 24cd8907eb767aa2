package org.probity.trace;

import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/**
 * Puts another step in the place of one that was reported wrongly, or takes it out, and tells what is different because of it.
 *
 * <p>What was made keeps its number and gets other sources; what was made of that stays as it is and only holds something else now. A mixed pool hands the
 * difference on from state to state. An item that was used, and which after all nobody made, comes from nowhere that is known: it counts as found, and
 * nothing below it is clean. What other steps had found or lost stays with them. A queue or a pack would have another order, so where those are concerned the correction is refused and the book built again.
 */
public final class Correction {

    private final Book book;
    private final Recall recall;

    public Correction(Book book) {
        this.book = book;
        this.recall = new Recall(book);
    }

    /**
     * @param event the event that was wrong
     * @param by what happened instead, under an event number of its own
     * @param effects is told each state whose content is different now, and which share of it: shipments, figures and papers about those are to be looked at
     */
    public Outcome replace(long event, Step by, Recall.Visitor effects) {
        var step = standing(event);
        if (step < 0) {
            return new Refused(Reason.NO_SUCH_EVENT, -1, 0);
        }
        return new Amendment(book, recall, step, by).replace(effects);
    }

    /** The same with nothing instead. */
    public Outcome remove(long event, Recall.Visitor effects) {
        var step = standing(event);
        if (step < 0) {
            return new Refused(Reason.NO_SUCH_EVENT, -1, 0);
        }
        return new Amendment(book, recall, step, null).remove(effects);
    }

    private int standing(long event) {
        var step = book.events.find(event);
        return step < 0 || book.events.corrected.get(step) ? -1 : step;
    }
}
