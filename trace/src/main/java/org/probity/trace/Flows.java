package org.probity.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/** What went from which input into which output, where a step says so: as it was weighed, or as inputs lie end to end and outputs are cut from them. */
record Flows(Step step, Limits limits) {

    /** No input gives, and no output gets, more than it has. */
    @Nullable Refused fit(@Nullable List<Sharing.Flow> flows) {
        if (flows == null) {
            return new Refused(Reason.DOES_NOT_FIT, -1, 0);
        }
        var given = masses(step.inputs());
        var got = masses(step.outputs());
        var along = 0L;
        for (var flow : flows) {
            if (flow.mass() < 0 || !given.containsKey(flow.input()) || given.merge(flow.input(), -flow.mass(), Long::sum) < 0) {
                return new Refused(Reason.DOES_NOT_FIT, flow.input(), flow.mass());
            }
            if (!got.containsKey(flow.output()) || got.merge(flow.output(), -flow.mass(), Long::sum) < 0) {
                return new Refused(Reason.DOES_NOT_FIT, flow.output(), flow.mass());
            }
            along += flow.mass();
        }
        return explained(along);
    }

    /** What flows leave of the inputs is scrap and then lost, what they leave of the outputs is found: each by itself within the limit, though together they close. */
    private @Nullable Refused explained(long along) {
        var in = Draft.sum(step.inputs());
        var out = Draft.sum(step.outputs());
        var rest = in - along - step.scrap();
        var lost = Math.max(0, rest);
        var found = out - along + Math.max(0, -rest);
        var most = Math.max(in, out + step.scrap());
        return limits.allow(lost, most) && limits.allow(found, most) ? null : new Refused(Reason.DOES_NOT_CLOSE, -1, limits.allow(lost, most) ? -found : lost);
    }

    private static Map<Integer, Long> masses(List<Part> parts) {
        var masses = new HashMap<Integer, Long>();
        parts.forEach(part -> masses.put(part.item(), part.mass()));
        return masses;
    }

    /** Inputs end to end, and what each output's stretch covers of them. */
    @Nullable List<Sharing.Flow> laid(List<Long> begins) {
        if (!begins.isEmpty() && begins.size() != step.outputs().size()) {
            return null;
        }
        var flows = new ArrayList<Sharing.Flow>();
        var end = 0L;
        // The first input that is not wholly before the output, and where it begins.
        var first = 0;
        var passed = 0L;
        for (int at = 0; at < step.outputs().size(); at++) {
            var output = step.outputs().get(at);
            var begin = begins.isEmpty() ? end : begins.get(at);
            if (begin < end) {
                return null;
            }
            end = begin + output.mass();
            while (first < step.inputs().size() && passed + step.inputs().get(first).mass() <= begin) {
                passed += step.inputs().get(first++).mass();
            }
            var place = passed;
            for (int next = first; next < step.inputs().size() && place < end; next++) {
                var input = step.inputs().get(next);
                var covered = Math.min(end, place + input.mass()) - Math.max(begin, place);
                if (covered > 0) {
                    flows.add(new Sharing.Flow(input.item(), output.item(), covered));
                }
                place += input.mass();
            }
        }
        return flows;
    }
}
