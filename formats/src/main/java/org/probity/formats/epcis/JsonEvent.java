package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one event of a JSON document into a [Draft].
final class JsonEvent {

    private final JsonParser in;
    private final CountedStream stream;
    private final Limits limits;
    final Draft draft;
    private Context context = new Context(null);
    private int values;
    private int outside;

    JsonEvent(JsonParser in, CountedStream stream, Limits limits) {
        this.in = in;
        this.stream = stream;
        this.limits = limits;
        this.draft = new Draft(() -> in.currentTokenLocation().getLineNr());
    }

    /// The reader stands inside the object that is the event.
    void begin(long number, Context documents) {
        draft.begin(number);
        context = documents;
        values = 0;
        outside = in.streamReadContext().getNestingDepth();
    }

    /// Reads to the end of the event. An event that is too much is passed over without keeping it.
    ///
    /// @param met a field whose name has been read already
    @Nullable Event rest(@Nullable Member met) {
        try {
            if (met != null) {
                member(met);
            }
            for (String name = name(); name != null; name = name()) {
                Member member = Member.named(name);
                if (member != null) {
                    member(member);
                } else {
                    next();
                    other("", name, draft.extensions);
                }
            }
        } catch (TooMuch tooMuch) {
            draft.refuse("", Reason.TOO_BIG, tooMuch.measure, tooMuch.limit);
            passOver();
            return null;
        }
        return draft.finish();
    }

    private void passOver() {
        while (in.streamReadContext().getNestingDepth() >= outside) {
            in.nextToken();
        }
    }

    /// A field of the standard, whose name has been read.
    private void member(Member member) {
        next();
        if (!draft.first(member)) {
            in.skipChildren();
            return;
        }
        switch (member) {
            case CONTEXT -> {
                if (!draft.extensions.isEmpty() || !draft.ilmd.isEmpty()) {
                    draft.refuse(member.label, Reason.NO_CONTEXT);
                }
                context = new Context(context);
                readContext(context);
            }
            case ERROR_DECLARATION -> error();
            case CERTIFICATION_INFO -> certifications(member);
            case EPC_LIST, CHILD_EPCS, INPUT_EPC_LIST -> addresses(member.label, draft.things);
            case OUTPUT_EPC_LIST -> addresses(member.label, draft.outputs);
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
            case COMMENT -> in.skipChildren();
            default -> {
                String text = text(member.label);
                if (text != null) {
                    draft.take(member, text);
                }
            }
        }
    }

    // What stands for what

    /// An address, an object of short names, or a list of both. The reader stands at its first token.
    void readContext(Context into) {
        switch (in.currentToken()) {
            case START_ARRAY -> {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    readContext(into);
                }
            }
            case START_OBJECT -> {
                for (String name = in.nextName(); name != null; name = in.nextName()) {
                    switch (in.nextToken()) {
                        case VALUE_STRING -> into.define(name, in.getString());
                        case START_OBJECT -> term(name, into);
                        default -> in.skipChildren();
                    }
                }
            }
            // Addresses of contexts are not followed; that of the standard is known.
            default -> in.skipChildren();
        }
    }

    /// A name with its meaning and type: `{"@id": "https://...", "@type": "@id"}`.
    private void term(String name, Context into) {
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            JsonToken value = in.nextToken();
            if (key.equals("@id") && value == JsonToken.VALUE_STRING) {
                into.define(name, in.getString());
            } else {
                in.skipChildren();
            }
        }
    }

    // Parts of events

    private void error() {
        if (!object(Member.ERROR_DECLARATION.label)) {
            return;
        }
        Instant declared = null;
        String reason = null;
        List<String> corrections = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        boolean hasTime = false;
        for (String name = name(); name != null; name = name()) {
            next();
            String path = "errorDeclaration/" + name;
            switch (name) {
                case "declarationTime" -> {
                    hasTime = true;
                    String text = text(path);
                    declared = text == null ? null : draft.time(path, text);
                }
                case "reason" -> {
                    String text = text(path);
                    reason = text == null ? null : draft.word(path, Cbv.Kind.ERROR, text);
                }
                case "correctiveEventIDs" -> addresses(path, corrections);
                default -> other("errorDeclaration", name, extensions);
            }
        }
        if (declared != null) {
            draft.error = new ErrorDeclaration(declared, reason, corrections, extensions);
        } else if (!hasTime) {
            draft.refuse("errorDeclaration", Reason.MISSING, "declarationTime");
        }
    }

    private void certifications(Member member) {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            addresses(member.label, draft.certifications);
        } else {
            String text = text(member.label);
            if (text != null) {
                draft.take(member, text);
            }
        }
    }

    private void addresses(String path, List<String> into) {
        if (!list(path)) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            String text = text(path);
            if (text != null) {
                into.add(draft.address(path, text));
            }
        }
    }

    private void quantities(String path, List<Quantity> into) {
        if (!list(path)) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            if (object(path)) {
                quantity(path, into);
            }
        }
    }

    private void quantity(String path, List<Quantity> into) {
        String epcClass = null;
        BigDecimal amount = null;
        String unit = null;
        for (String name = name(); name != null; name = name()) {
            next();
            switch (name) {
                case "epcClass" -> {
                    String text = text(path);
                    epcClass = text == null ? null : draft.address(path, text);
                }
                case "quantity" -> {
                    String text = text(path);
                    amount = text == null ? null : draft.amount(path, text);
                }
                case "uom" -> {
                    String text = text(path);
                    unit = text == null ? null : draft.unit(path, text);
                }
                default -> unknown(path, name);
            }
        }
        if (epcClass != null) {
            into.add(new Quantity(epcClass, amount, unit));
        } else {
            draft.refuse(path, Reason.MISSING, "epcClass");
        }
    }

    private void persistent(String path) {
        if (!object(path)) {
            return;
        }
        for (String name = name(); name != null; name = name()) {
            next();
            switch (name) {
                case "set" -> dispositions(path, draft.set);
                case "unset" -> dispositions(path, draft.unset);
                default -> unknown(path, name);
            }
        }
    }

    private void dispositions(String path, List<String> into) {
        if (!list(path)) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            String text = text(path);
            if (text != null) {
                into.add(draft.word(path, Cbv.Kind.DISPOSITION, text));
            }
        }
    }

    private Where.@Nullable Place place(String path) {
        if (!object(path)) {
            return null;
        }
        String id = null;
        List<Extension> extensions = List.of();
        for (String name = name(); name != null; name = name()) {
            next();
            if (name.equals("id")) {
                String text = text(path);
                id = text == null ? null : draft.address(path, text);
            } else {
                if (extensions.isEmpty()) {
                    extensions = new ArrayList<>();
                }
                other(path, name, extensions);
            }
        }
        if (id == null) {
            draft.refuse(path, Reason.MISSING, "id");
            return null;
        }
        return new Where.Place(id, extensions);
    }

    private void links(String path, String field, Cbv.Kind kind, List<Why.Link> into) {
        if (!list(path)) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            if (object(path)) {
                link(path, field, kind, into);
            }
        }
    }

    private void link(String path, String field, Cbv.Kind kind, List<Why.Link> into) {
        String type = null;
        String id = null;
        for (String name = name(); name != null; name = name()) {
            next();
            if (name.equals("type")) {
                String text = text(path);
                type = text == null ? null : draft.word(path, kind, text);
            } else if (name.equals(field)) {
                String text = text(path);
                id = text == null ? null : draft.address(path, text);
            } else {
                unknown(path, name);
            }
        }
        if (id == null) {
            draft.refuse(path, Reason.MISSING, field);
        } else if (type == null && kind == Cbv.Kind.PARTY) {
            draft.refuse(path, Reason.MISSING, "type");
        } else {
            into.add(new Why.Link(type, id));
        }
    }

    private void sensors(String path) {
        if (!list(path)) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            if (!object(path)) {
                continue;
            }
            SensorElement.Report metadata = new SensorElement.Report(List.of(), List.of());
            List<SensorElement.Report> reports = new ArrayList<>();
            List<Extension> extensions = new ArrayList<>();
            for (String name = name(); name != null; name = name()) {
                next();
                switch (name) {
                    case "sensorMetadata" -> metadata = report("sensorElementList/sensorMetadata", true);
                    case "sensorReport" -> {
                        if (list("sensorElementList/sensorReport")) {
                            while (next() != JsonToken.END_ARRAY) {
                                reports.add(report("sensorElementList/sensorReport", false));
                            }
                        }
                    }
                    default -> other(path, name, extensions);
                }
            }
            draft.sensors.add(new SensorElement(metadata.facts(), metadata.extensions(), reports, extensions));
        }
    }

    private SensorElement.Report report(String path, boolean metadata) {
        List<SensorElement.Fact> facts = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        if (object(path)) {
            for (String name = name(); name != null; name = name()) {
                next();
                SensorField field = SensorField.named(name);
                if (field == null || !(metadata ? field.ofMetadata : field.ofReport)) {
                    other(path, name, extensions);
                    continue;
                }
                String text = text(path);
                if (text != null) {
                    facts.add(draft.fact(path, field, text));
                }
            }
        }
        return new SensorElement.Report(facts, extensions);
    }

    // Fields of others

    /// A field the standard does not have there. It needs a namespace; what it holds does not.
    private void other(String path, String name, List<Extension> into) {
        if (name.equals("comment") || name.equals("rdfs:comment") || context.ignores(name)) {
            in.skipChildren();
        } else if (Name.of(name, context) instanceof Name known) {
            value(known, into, 1);
        } else {
            unknown(path, name);
        }
    }

    private void fields(String path, List<Extension> into) {
        if (object(path)) {
            for (String name = name(); name != null; name = name()) {
                next();
                other(path, name, into);
            }
        }
    }

    private void value(Name name, List<Extension> into, int depth) {
        if (depth > limits.depth()) {
            throw new TooMuch(Measure.DEPTH, limits.depth());
        }
        switch (in.currentToken()) {
            case START_ARRAY -> {
                while (next() != JsonToken.END_ARRAY) {
                    value(name, into, depth + 1);
                }
            }
            case START_OBJECT -> into.add(nested(name, depth));
            // JSON-LD takes a null for a field that is not there.
            case VALUE_NULL -> {
            }
            default -> into.add(new Extension(name.namespace(), name.local(), Extension.textOrNull(scalar()), List.of()));
        }
    }

    private Extension nested(Name name, int depth) {
        List<Extension> fields = new ArrayList<>();
        String text = null;
        for (String key = name(); key != null; key = name()) {
            next();
            if (key.equals("comment") || key.equals("rdfs:comment")) {
                in.skipChildren();
            } else if ((key.equals("#text") || key.equals("@value")) && in.currentToken().isScalarValue()) {
                text = Extension.textOrNull(scalar());
            } else {
                Name known = Name.of(key, context);
                value(known == null ? new Name("", key) : known, fields, depth + 1);
            }
        }
        return new Extension(name.namespace(), name.local(), text, fields);
    }

    /// What a prefixed name or a whole address says. A prefix that nobody declares is the scheme of an address, as JSON-LD has it.
    record Name(String namespace, String local) {

        static @Nullable Name of(String written, Context context) {
            int colon = written.indexOf(':');
            if (colon < 0) {
                String meaning = context.meaning(written);
                // What a prefix stands for is no field.
                boolean term = meaning != null && !meaning.endsWith("/") && !meaning.endsWith("#") && !meaning.endsWith(":");
                return term ? split(meaning) : context.vocabulary() != null ? new Name(context.vocabulary(), written) : null;
            }
            String meaning = context.meaning(written.substring(0, colon));
            return meaning != null ? new Name(meaning, written.substring(colon + 1)) : split(written);
        }

        private static Name split(String address) {
            int end = Math.max(address.lastIndexOf('#'), address.lastIndexOf('/'));
            end = end > 0 && end < address.length() - 1 ? end : address.lastIndexOf(':', address.length() - 2);
            return new Name(address.substring(0, end + 1), address.substring(end + 1));
        }
    }

    // Steps of the reader

    private void unknown(String path, String name) {
        draft.refuse(path, Reason.UNKNOWN_FIELD, name);
        in.skipChildren();
    }

    private boolean object(String path) {
        return is(JsonToken.START_OBJECT, path);
    }

    private boolean list(String path) {
        return is(JsonToken.START_ARRAY, path);
    }

    private boolean is(JsonToken wanted, String path) {
        if (in.currentToken() == wanted) {
            return true;
        }
        draft.refuse(path, Reason.WRONG_TYPE, in.currentToken().isStructStart() ? "" : in.getString());
        in.skipChildren();
        return false;
    }

    private @Nullable String text(String path) {
        if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
            return scalar();
        }
        draft.refuse(path, Reason.WRONG_TYPE, "");
        in.skipChildren();
        return null;
    }

    private String scalar() {
        String text = in.getString();
        if (text.length() > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        return text.strip();
    }

    private @Nullable String name() {
        count();
        String name = in.nextName();
        if (name != null && name.length() > limits.nameChars()) {
            throw new TooMuch(Measure.NAME, limits.nameChars());
        }
        return name;
    }

    private @Nullable JsonToken next() {
        count();
        return in.nextToken();
    }

    private void count() {
        stream.token();
        if (++values > limits.eventValues()) {
            throw new TooMuch(Measure.VALUES, limits.eventValues());
        }
    }
}
