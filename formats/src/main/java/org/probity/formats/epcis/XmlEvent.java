package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;

/// Reads one event of an XML document into a [Draft].
final class XmlEvent {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final String RDF_SCHEMA = "http://www.w3.org/2000/01/rdf-schema#";

    private final XMLStreamReader in;
    private final CountedStream stream;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    final Draft draft;
    private final Set<String> ignored = new HashSet<>();
    private boolean inside;
    private int values;
    private int depth;

    XmlEvent(XMLStreamReader in, CountedStream stream, Limits limits) {
        this.in = in;
        this.stream = stream;
        this.limits = limits;
        this.draft = new Draft(() -> in.getLocation().getLineNumber());
    }

    /// Elements of EPCIS stand in its namespace or, as its schema has it, in none.
    static boolean isStandard(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() || namespace.startsWith("urn:epcglobal:epcis");
    }

    /// The reader stands on the event's element; afterwards on its end.
    @Nullable Event read(Member.Type type, long number) throws XMLStreamException {
        draft.begin(number);
        draft.type = type;
        values = 0;
        inside = true;
        int outside = depth - 1;
        try {
            attributes(draft.extensions);
            members(0);
        } catch (TooMuch tooMuch) {
            inside = false;
            draft.refuse("", Reason.TOO_BIG, tooMuch.measure, tooMuch.limit);
            while (depth > outside) {
                next();
            }
            return null;
        }
        inside = false;
        return draft.finish();
    }

    private void members(int wrapped) throws XMLStreamException {
        while (child()) {
            String name = in.getLocalName();
            if (!isStandard(in.getNamespaceURI())) {
                if (ignored.contains(in.getNamespaceURI() + name)) {
                    skip();
                } else {
                    other(draft.extensions, 1);
                }
            } else if (isWrapper(name) && wrapped < 6) {
                members(wrapped + 1);
            } else {
                Member member = Member.named(name);
                if (member == null || member == Member.TYPE) {
                    unknown(name);
                } else if (draft.first(member)) {
                    member(member);
                } else {
                    skip();
                }
            }
        }
    }

    /// A repository says of fields it added itself that they are no part of events: its `ignoreFields`.
    void ignore(@Nullable String namespace, String name) {
        if (ignored.size() < 1_000) {
            ignored.add(namespace + name);
        }
    }

    private static boolean isWrapper(String name) {
        return name.equals("extension") || name.equals("baseExtension");
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
            case SENSOR_ELEMENT_LIST -> sensors(member.label);
            case ILMD -> fields(member.label, draft.ilmd);
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
        while (child()) {
            String name = in.getLocalName();
            String path = "errorDeclaration/" + name;
            if (!isStandard(in.getNamespaceURI())) {
                other(into.extensions, 1);
            } else if (isWrapper(name) && wrapped < 6) {
                declared(into, wrapped + 1);
            } else {
                switch (name) {
                    case "declarationTime" -> {
                        into.hasTime = true;
                        into.time = draft.time(path, text(path));
                    }
                    case "reason" -> into.reason = draft.word(path, Cbv.Kind.ERROR, text(path));
                    case "correctiveEventIDs" -> addresses(path, "correctiveEventID", into.corrections);
                    default -> unknown(path);
                }
            }
        }
    }

    private void addresses(String path, String item, List<String> into) throws XMLStreamException {
        while (child()) {
            if (in.getLocalName().equals(item)) {
                into.add(draft.address(path, text(path)));
            } else {
                unknown(path + '/' + in.getLocalName());
            }
        }
    }

    private void quantities(String path, List<Quantity> into) throws XMLStreamException {
        while (child()) {
            if (in.getLocalName().equals("quantityElement")) {
                quantity(path, into);
            } else {
                unknown(path + '/' + in.getLocalName());
            }
        }
    }

    private void quantity(String path, List<Quantity> into) throws XMLStreamException {
        String epcClass = null;
        BigDecimal amount = null;
        String unit = null;
        while (child()) {
            switch (in.getLocalName()) {
                case "epcClass" -> epcClass = draft.address(path, text(path));
                case "quantity" -> {
                    String said = text(path);
                    amount = said.isEmpty() ? null : draft.amount(path, said);
                }
                case "uom" -> {
                    String said = text(path);
                    unit = said.isEmpty() ? null : draft.unit(path, said);
                }
                default -> unknown(path + '/' + in.getLocalName());
            }
        }
        if (epcClass != null) {
            into.add(new Quantity(epcClass, amount, unit));
        } else {
            draft.refuse(path, Reason.MISSING, "epcClass");
        }
    }

    private void persistent(String path) throws XMLStreamException {
        while (child()) {
            switch (in.getLocalName()) {
                case "set" -> draft.set.add(draft.word(path, Cbv.Kind.DISPOSITION, text(path)));
                case "unset" -> draft.unset.add(draft.word(path, Cbv.Kind.DISPOSITION, text(path)));
                default -> unknown(path + '/' + in.getLocalName());
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
        while (child()) {
            String name = in.getLocalName();
            if (!isStandard(in.getNamespaceURI())) {
                other(extensions, 1);
            } else if (isWrapper(name) && wrapped < 6) {
                place(path, extensions, wrapped + 1);
            } else if (name.equals("id")) {
                id = draft.address(path, text(path));
            } else {
                unknown(path + '/' + name);
            }
        }
        return id;
    }

    private void links(String path, String item, Cbv.Kind kind, List<Why.Link> into) throws XMLStreamException {
        while (child()) {
            if (!in.getLocalName().equals(item)) {
                unknown(path + '/' + in.getLocalName());
                continue;
            }
            String written = in.getAttributeValue(null, "type");
            String type = written == null ? null : draft.word(path, kind, written.strip());
            if (type == null && kind == Cbv.Kind.PARTY) {
                draft.refuse(path, Reason.MISSING, "type");
            }
            into.add(new Why.Link(type, draft.address(path, text(path))));
        }
    }

    private void sensors(String path) throws XMLStreamException {
        while (child()) {
            if (in.getLocalName().equals("sensorElement")) {
                SensorElement.Report[] metadata = {new SensorElement.Report(List.of(), List.of())};
                List<SensorElement.Report> reports = new ArrayList<>();
                List<Extension> extensions = new ArrayList<>();
                sensor(path, metadata, reports, extensions, 0);
                draft.sensors.add(new SensorElement(metadata[0].facts(), metadata[0].extensions(), reports, extensions));
            } else {
                unknown(path + '/' + in.getLocalName());
            }
        }
    }

    private void sensor(String path, SensorElement.Report[] metadata, List<SensorElement.Report> reports, List<Extension> extensions, int wrapped)
            throws XMLStreamException {
        while (child()) {
            String name = in.getLocalName();
            if (!isStandard(in.getNamespaceURI())) {
                other(extensions, 1);
            } else if (isWrapper(name) && wrapped < 6) {
                sensor(path, metadata, reports, extensions, wrapped + 1);
            } else if (name.equals("sensorMetadata")) {
                metadata[0] = report("sensorElementList/sensorMetadata", true);
            } else if (name.equals("sensorReport")) {
                reports.add(report("sensorElementList/sensorReport", false));
            } else {
                unknown(path + '/' + name);
            }
        }
    }

    /// Sensors say everything in attributes.
    private SensorElement.Report report(String path, boolean metadata) throws XMLStreamException {
        List<SensorElement.Fact> facts = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            count();
            String namespace = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            String value = limited(in.getAttributeValue(i)).strip();
            SensorField field = isStandard(namespace) ? SensorField.named(name) : null;
            if (field != null && (metadata ? field.ofMetadata : field.ofReport)) {
                facts.add(draft.fact(path, field, value));
            } else if (isStandard(namespace)) {
                draft.refuse(path, Reason.UNKNOWN_FIELD, name);
            } else if (!namespace.equals(SCHEMA_INSTANCE)) {
                extensions.add(new Extension(namespace, name, Extension.textOrNull(value), List.of()));
            }
        }
        while (child()) {
            if (isStandard(in.getNamespaceURI())) {
                unknown(path + '/' + in.getLocalName());
            } else {
                other(extensions, 1);
            }
        }
        return new SensorElement.Report(facts, extensions);
    }

    // Fields of others

    private void fields(String path, List<Extension> into) throws XMLStreamException {
        while (child()) {
            if (!isStandard(in.getNamespaceURI())) {
                other(into, 1);
            } else if (isWrapper(in.getLocalName())) {
                skip();
            } else {
                unknown(path + '/' + in.getLocalName());
            }
        }
    }

    private void other(List<Extension> into, int nested) throws XMLStreamException {
        if (nested > limits.depth()) {
            throw new TooMuch(Measure.DEPTH, limits.depth());
        }
        String namespace = in.getNamespaceURI();
        String name = limitedName(in.getLocalName());
        if (name.equals("comment") && RDF_SCHEMA.equals(namespace)) {
            skip();
            return;
        }
        List<Extension> fields = new ArrayList<>();
        attributes(fields);
        text.setLength(0);
        String own = null;
        while (true) {
            int token = next();
            if (token == XMLStreamConstants.CHARACTERS || token == XMLStreamConstants.CDATA) {
                append();
            } else if (token == XMLStreamConstants.START_ELEMENT) {
                // Only what stands before the first element is the text (as the reference has it).
                own = own == null && fields.isEmpty() ? stripped() : own;
                other(fields, nested + 1);
                text.setLength(0);
            } else if (token == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        own = own == null ? stripped() : own;
        into.add(new Extension(namespace == null ? "" : namespace, name, Extension.textOrNull(own), fields));
    }

    /// Attributes of others are fields, too; what only concerns a schema is not.
    private void attributes(List<Extension> into) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            count();
            String namespace = in.getAttributeNamespace(i);
            boolean own = namespace == null || namespace.isEmpty();
            if (own ? depth > 0 && into != draft.extensions : !namespace.equals(SCHEMA_INSTANCE)) {
                String value = limited(in.getAttributeValue(i)).strip();
                into.add(new Extension(own ? "" : namespace, limitedName(in.getAttributeLocalName(i)), Extension.textOrNull(value), List.of()));
            }
        }
    }

    // Steps of the reader

    private void unknown(String path) throws XMLStreamException {
        draft.refuse(path, Reason.UNKNOWN_FIELD, in.getLocalName());
        skip();
    }

    /// Goes on to the next element inside the one whose child is looked for; false at its end.
    boolean child() throws XMLStreamException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // Blanks and remarks between elements.
                }
            }
        }
    }

    /// Passes over the element the reader stands on.
    void skip() throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    private String text(String path) throws XMLStreamException {
        text.setLength(0);
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append();
                case XMLStreamConstants.START_ELEMENT -> {
                    draft.refuse(path, Reason.WRONG_TYPE, in.getLocalName());
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return stripped();
                }
                default -> {
                    // Remarks.
                }
            }
        }
    }

    private void append() {
        int length = in.getTextLength();
        if (text.length() + length > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        text.append(in.getTextCharacters(), in.getTextStart(), length);
    }

    private String stripped() {
        return text.toString().strip();
    }

    private String limited(String value) {
        if (value.length() > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        return value;
    }

    private String limitedName(String name) {
        if (name.length() > limits.nameChars()) {
            throw new TooMuch(Measure.NAME, limits.nameChars());
        }
        return name;
    }

    int next() throws XMLStreamException {
        stream.token();
        int token = in.next();
        if (token == XMLStreamConstants.START_ELEMENT) {
            depth++;
            count();
        } else if (token == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (token == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException(new Refused(Reason.UNSAFE_MARKUP, new Position(0, "", in.getLocation().getLineNumber())));
        }
        return token;
    }

    private void count() {
        if (inside && ++values > limits.eventValues()) {
            throw new TooMuch(Measure.VALUES, limits.eventValues());
        }
    }
}
