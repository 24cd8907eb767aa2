package org.probity.formats.epcis;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.probity.formats.epcis.Member.Type;
import org.probity.formats.epcis.Reading.Reason;

/// Which fields an event of a kind must have, and which it may not (clause 7.4).
record Required(Draft draft) {

    private static final Map<Type, Set<Member>> FIELDS = new EnumMap<>(Type.class);

    static {
        for (Type type : Type.values()) {
            EnumSet<Member> fields = EnumSet.allOf(Member.class);
            fields.removeIf(member -> !member.types.contains(type));
            FIELDS.put(type, fields);
        }
    }

    void check(Type type) {
        if (!FIELDS.get(type).containsAll(draft.seen)) {
            for (Member member : draft.seen) {
                if (!member.types.contains(type)) {
                    draft.refuse(member.label, Reason.UNKNOWN_FIELD, member.label);
                }
            }
        }
        require(Member.EVENT_TIME);
        require(Member.EVENT_TIME_ZONE_OFFSET);
        if (Member.ACTION.types.contains(type)) {
            require(Member.ACTION);
        }
        content(type);
    }

    private void require(Member member) {
        if (!draft.seen.contains(member)) {
            draft.refuse("", Reason.MISSING, member.label);
        }
    }

    private void content(Type type) {
        switch (type) {
            case OBJECT -> {
                if (!draft.seen.contains(Member.EPC_LIST) && draft.quantities.isEmpty() && (draft.sensors.isEmpty() || draft.readPoint == null)) {
                    draft.refuse("", Reason.MISSING, Member.EPC_LIST.label);
                }
                if (!draft.ilmd.isEmpty() && draft.action != null && draft.action != Action.ADD) {
                    draft.refuse(Member.ILMD.label, Reason.CONTRADICTION, Member.ILMD.label, draft.action.name());
                }
            }
            case AGGREGATION, ASSOCIATION -> {
                if (draft.things.isEmpty() && draft.quantities.isEmpty() && draft.action != Action.DELETE) {
                    draft.refuse("", Reason.MISSING, Member.CHILD_EPCS.label);
                }
                if (draft.parent == null && !draft.seen.contains(Member.PARENT_ID) && (type == Type.ASSOCIATION || draft.action != Action.OBSERVE)) {
                    draft.refuse("", Reason.MISSING, Member.PARENT_ID.label);
                }
            }
            case TRANSACTION -> {
                if (draft.transactions.isEmpty()) {
                    draft.refuse("", Reason.MISSING, Member.BIZ_TRANSACTION_LIST.label);
                }
                if (!draft.seen.contains(Member.EPC_LIST) && draft.quantities.isEmpty() && draft.action != Action.DELETE) {
                    draft.refuse("", Reason.MISSING, Member.EPC_LIST.label);
                }
            }
            case TRANSFORMATION -> {
                boolean in = !draft.things.isEmpty() || !draft.quantities.isEmpty();
                boolean out = !draft.outputs.isEmpty() || !draft.outputQuantities.isEmpty();
                if (!in && !out || draft.transformation == null && !(in && out)) {
                    draft.refuse("", Reason.MISSING, in ? Member.OUTPUT_EPC_LIST.label : Member.INPUT_EPC_LIST.label);
                }
            }
        }
    }
}
