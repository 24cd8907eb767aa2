package org.probity.trace;

import java.util.List;

/**
 * What happened once to some items: inputs went in, outputs came out, some was scrap.
 *
 * <p>Without inputs, outputs come from outside and are origins. Without outputs, inputs leave the book. What inputs and outputs and scrap do not explain is
 * kept under a name of its own, never spread.
 *
 * @param event the caller's number of the event that says so; no two steps of a book have the same
 * @param when when it happened, in seconds of the epoch
 * @param scrap what left as scrap, in the book's units
 */
public record Step(long event, long when, Sharing sharing, List<Part> inputs, List<Part> outputs, long scrap) {

    public Step {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Items that come from outside: the book follows them no further. */
    public static Step received(long event, long when, Part... outputs) {
        return new Step(event, when, new Sharing.Proportional(), List.of(), List.of(outputs), 0);
    }

    /** Inputs that are mixed and become outputs. */
    public static Step mixed(long event, long when, List<Part> inputs, List<Part> outputs, long scrap) {
        return new Step(event, when, new Sharing.Proportional(), inputs, outputs, scrap);
    }
}
