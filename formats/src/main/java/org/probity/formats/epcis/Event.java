package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened to things, at one time and place: an event of EPCIS 2.0 (clause 7.4).
///
/// Things are named as the sender named them (`urn:epc:id:sgtin:...` or `https://id.gs1.org/01/...`); [DigitalLink#canonical] says when two names
/// mean the same thing. Words of the standard vocabulary stand as full addresses, see [Cbv].
public sealed interface Event {

    /// What all kinds of events have.
    Particulars particulars();

    default When when() {
        return particulars().when();
    }

    default Where where() {
        return particulars().where();
    }

    default Why why() {
        return particulars().why();
    }

    /// Things were seen, made or used up (clause 7.4.2).
    ///
    /// @param epcs single things
    /// @param quantities amounts of a class of things
    /// @param ilmd what is true of the things from their making on; only with [Action#ADD]
    record ObjectEvent(Particulars particulars, Action action, List<String> epcs, List<Quantity> quantities, List<Extension> ilmd) implements Event {

        public ObjectEvent {
            epcs = List.copyOf(epcs);
            quantities = List.copyOf(quantities);
            ilmd = List.copyOf(ilmd);
        }
    }

    /// Things were put into or taken out of another (clause 7.4.3): modules on a pallet.
    ///
    /// @param parent null only with [Action#OBSERVE]
    /// @param children none, with [Action#DELETE], means all that were in the parent
    record AggregationEvent(Particulars particulars, Action action, @Nullable String parent, List<String> children, List<Quantity> quantities) implements Event {

        public AggregationEvent {
            children = List.copyOf(children);
            quantities = List.copyOf(quantities);
        }
    }

    /// Things became part of a business transaction, or were taken out of it (clause 7.4.5). The transactions stand in [Why#transactions].
    record TransactionEvent(Particulars particulars, Action action, @Nullable String parent, List<String> epcs, List<Quantity> quantities) implements Event {

        public TransactionEvent {
            epcs = List.copyOf(epcs);
            quantities = List.copyOf(quantities);
        }
    }

    /// Things were used up and others came out (clause 7.4.6). The standard says nothing of which input went into which output.
    ///
    /// @param transformation joins several events, each with only inputs or only outputs, to one transformation
    record TransformationEvent(
            Particulars particulars,
            List<String> inputs,
            List<Quantity> inputQuantities,
            List<String> outputs,
            List<Quantity> outputQuantities,
            @Nullable String transformation,
            List<Extension> ilmd)
            implements Event {

        public TransformationEvent {
            inputs = List.copyOf(inputs);
            inputQuantities = List.copyOf(inputQuantities);
            outputs = List.copyOf(outputs);
            outputQuantities = List.copyOf(outputQuantities);
            ilmd = List.copyOf(ilmd);
        }
    }

    /// Things were fixed to an asset or a place (clause 7.4.7): a sensor to a furnace.
    record AssociationEvent(Particulars particulars, Action action, String parent, List<String> children, List<Quantity> quantities) implements Event {

        public AssociationEvent {
            children = List.copyOf(children);
            quantities = List.copyOf(quantities);
        }
    }
}
