package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Reason;

/// Reads one event of an XML document into a [Draft].
final class XmlEvent {

    static final int WRAPPERS = 6;

    private final XmlTokens in;
    final Draft draft;
    private final XmlFields others;
    private final XmlSensors sensors;
    private final Set<String> ignored = new HashSet<>();

    XmlEvent(XmlTokens in) {
        this.in = in;
        this.draft = new Draft(in::line);
        this.others = new XmlFields(in, draft);
        this.sensors = new XmlSensors(in, others, draft);
    }

    /// A repository says of fields it added itself that they are no part of events: its `ignoreFields`.
    void ignore(String namespace, String name) {
        if (ignored.size() < 1_000) {
            ignored.add(namespace + name);
        }
    }

    /// The reader stands on the event's element; afterwards on its end.
    @Nullable Event read(Member.Type type, long number) throws XMLStreamException {
        draft.begin(number);
        draft.type = type;
        int outside = in.begin();
        try {
            in.attributes(draft.extensions, false);
            members(0);
        } catch (TooMuch tooMuch) {
            draft.refuse("", Reason.TOO_BIG, tooMuch.measure, tooMuch.limit);
            in.passOver(outside);
            return null;
        }
        in.end();
        return draft.finish();
    }

    private void members(int wrapped) throws XMLStreamException {
        while (in.child()) {
            String name = in.name();
            if (!in.isStandard()) {
                if (!ignored.isEmpty() && ignored.contains(in.namespace() + name)) {
                    in.skip();
                } else {
                    others.other(draft.extensions);
                }
            } else if (in.isWrapper() && wrapped < WRAPPERS) {
                members(wrapped + 1);
            } else {
                Member member = Member.named(name);
                if (member == null || member == Member.TYPE) {
                    others.unknown(name);
                } else if (member == Member.CERTIFICATION_INFO || draft.first(member)) {
                    member(member);
                } else {
                    in.skip();
                }
            }
        }
    }

    private void member(Member member) throws XMLStreamException {
        draft.inOrder(member);
        switch (member) {
            case ERROR_DECLARATION -> error();
            case EPC_LIST, CHILD_EPCS, INPUT_EPC_LIST -> addresses(member.label, "epc", draft.things);
            case OUTPUT_EPC_LIST -> addresses(member.label, "epc", draft.outputs);
            case QUANTITY_LIST, CHILD_QUANTITY_LIST, INPUT_QUANTITY_LIST -> quantities(member.label, draft.quantities);
            case OUTPUT_QUANTITY_LIST -> quantities(member.label, draft.outputQuantities);
            case PERSISTENT_DISPOSITION -> persistent(member.label);
            case READ_POINT -> draft.readPoint = place(member.label);
            case BIZ_LOCATION -> draft.location = place(member.label);
            case BIZ_TRANSACTION_LIST -> links(member.label, "bizTransaction", Cbv.Kind.TRANSACTION, draft.transactions);
            case SOURCE_LIST -> links(member.label, "source", Cbv.Kind.PARTY, draft.sources);
            case DESTINATION_LIST -> links(member.label, "destination", Cbv.Kind.PARTY, draft.destinations);
            case SENSOR_ELEMENT_LIST -> sensors.read(member.label);
            case ILMD -> ilmd(member.label);
            default -> {
                String said = text(member.label);
                if (said.isEmpty()) {
                    draft.forget(member);
                } else {
                    draft.take(member, said);
                }
            }
        }
    }

    // Parts of events

    private void error() throws XMLStreamException {
        Declared declared = new Declared();
        declared(declared, 0);
        if (declared.time != null) {
            draft.error = new ErrorDeclaration(declared.time, declared.reason, declared.corrections, declared.extensions);
        } else if (!declared.hasTime) {
            draft.refuse("errorDeclaration", Reason.MISSING, "declarationTime");
        }
    }

    private static final class Declared {
        private boolean hasTime;
        private @Nullable Instant time;
        private @Nullable String reason;
        private final List<String> corrections = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();
    }

    private void declared(Declared into, int wrapped) throws XMLStreamException {
        while (in.child()) {
            String name = in.name();
            String path = "errorDeclaration/" + name;
            if (!in.isStandard()) {
                others.other(into.extensions);
            } else if (in.isWrapper() && wrapped < WRAPPERS) {
                declared(into, wrapped + 1);
            } else {
                switch (name) {
                    case "declarationTime" -> {
                        into.hasTime = true;
                        into.time = draft.time(path, text(path));
                    }
                    case "reason" -> into.reason = draft.word(path, Cbv.Kind.ERROR, text(path));
                    case "correctiveEventIDs" -> addresses(path, "correctiveEventID", into.corrections);
                    default -> others.unknown(path);
                }
            }
        }
    }

    private void addresses(String path, String item, List<String> into) throws XMLStreamException {
        while (in.child()) {
            if (in.name().equals(item)) {
                into.add(draft.address(path, text(path)));
            } else {
                others.unknown(path + '/' + in.name());
            }
        }
    }

    private void quantities(String path, List<Quantity> into) throws XMLStreamException {
        while (in.child()) {
            if (in.name().equals("quantityElement")) {
                quantity(path, into);
            } else {
                others.unknown(path + '/' + in.name());
            }
        }
    }

    private void quantity(String path, List<Quantity> into) throws XMLStreamException {
        String epcClass = null;
        BigDecimal amount = null;
        String unit = null;
        while (in.child()) {
            switch (in.name()) {
                case "epcClass" -> epcClass = draft.address(path, text(path));
                case "quantity" -> {
                    String said = text(path);
                    amount = said.isEmpty() ? null : draft.amount(path, said);
                }
                case "uom" -> {
                    String said = text(path);
                    unit = said.isEmpty() ? null : draft.unit(path, said);
                }
                default -> others.unknown(path + '/' + in.name());
            }
        }
        if (epcClass != null) {
            into.add(new Quantity(epcClass, amount, unit));
        } else {
            draft.refuse(path, Reason.MISSING, "epcClass");
        }
    }

    private void persistent(String path) throws XMLStreamException {
        while (in.child()) {
            switch (in.name()) {
                case "set" -> draft.set.add(draft.word(path, Cbv.Kind.DISPOSITION, text(path)));
                case "unset" -> draft.unset.add(draft.word(path, Cbv.Kind.DISPOSITION, text(path)));
                default -> others.unknown(path + '/' + in.name());
            }
        }
    }

    private Where.@Nullable Place place(String path) throws XMLStreamException {
        List<Extension> extensions = new ArrayList<>();
        String id = place(path, extensions, 0);
        if (id == null) {
            draft.refuse(path, Reason.MISSING, "id");
            return null;
        }
        return new Where.Place(id, extensions);
    }

    private @Nullable String place(String path, List<Extension> extensions, int wrapped) throws XMLStreamException {
        String id = null;
        while (in.child()) {
            String name = in.name();
            if (!in.isStandard()) {
                others.other(extensions);
            } else if (in.isWrapper() && wrapped < WRAPPERS) {
                place(path, extensions, wrapped + 1);
            } else if (name.equals("id")) {
                id = draft.address(path, text(path));
            } else {
                others.unknown(path + '/' + name);
            }
        }
        return id;
    }

    private void links(String path, String item, Cbv.Kind kind, List<Why.Link> into) throws XMLStreamException {
        while (in.child()) {
            if (!in.name().equals(item)) {
                others.unknown(path + '/' + in.name());
                continue;
            }
            String written = in.attribute("type");
            String type = written == null ? null : draft.word(path, kind, written.strip());
            if (type == null && kind == Cbv.Kind.PARTY) {
                draft.refuse(path, Reason.MISSING, "type");
            }
            into.add(new Why.Link(type, draft.address(path, text(path))));
        }
    }

    private void ilmd(String path) throws XMLStreamException {
        while (in.child()) {
            if (!in.isStandard()) {
                others.other(draft.ilmd);
            } else if (in.isWrapper()) {
                in.skip();
            } else {
                others.unknown(path + '/' + in.name());
            }
        }
    }

    private String text(String path) throws XMLStreamException {
        String text = in.text();
        if (text == null) {
            draft.refuse(path, Reason.WRONG_TYPE, "");
            return "";
        }
        return text;
    }
}
