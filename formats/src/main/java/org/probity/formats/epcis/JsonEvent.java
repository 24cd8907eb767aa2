package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Reason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one event of a JSON document into a [Draft].
final class JsonEvent {

    private final JsonParser parser;
    private final JsonTokens in;
    private final JsonFields others;
    private final JsonShapes shapes;
    private final JsonSensors sensors;
    final Draft draft;
    private Context context = new Context(null);

    JsonEvent(JsonParser parser, CountedStream stream, Limits limits) {
        this.parser = parser;
        this.in = new JsonTokens(parser, stream, limits);
        this.draft = new Draft(in::line);
        this.others = new JsonFields(in, draft);
        this.shapes = new JsonShapes(in, draft);
        this.sensors = new JsonSensors(in, shapes, others, draft);
    }

    /// The reader stands inside the object that is the event.
    void begin(long number, Context documents) {
        draft.begin(number);
        in.begin();
        context = documents;
        others.use(documents);
    }

    /// Reads to the end of the event. An event that is too much is passed over without keeping it.
    ///
    /// @param met a field whose name has been read already
    @Nullable Event rest(@Nullable Member met) {
        try {
            if (met != null) {
                member(met);
            }
            for (String name = in.name(); name != null; name = in.name()) {
                Member member = Member.named(name);
                if (member != null) {
                    member(member);
                } else {
                    in.next();
                    others.read("", name, draft.extensions);
                }
            }
        } catch (TooMuch tooMuch) {
            draft.refuse("", Reason.TOO_BIG, tooMuch.measure, tooMuch.limit);
            in.passOver();
            return null;
        }
        return draft.finish();
    }

    /// A field of the standard, whose name has been read.
    private void member(Member member) {
        in.next();
        if (!draft.first(member)) {
            in.skip();
            return;
        }
        switch (member) {
            case CONTEXT -> {
                if (others.explained()) {
                    draft.refuse(member.label, Reason.NO_CONTEXT);
                }
                Context own = new Context(context);
                JsonContext.read(parser, own);
                others.use(own);
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
            case SENSOR_ELEMENT_LIST -> sensors.read(member.label);
            case ILMD -> ilmd(member.label);
            case COMMENT -> in.skip();
            default -> {
                String text = shapes.text(member.label);
                if (text != null) {
                    draft.take(member, text);
                }
            }
        }
    }

    // Parts of events

    private void error() {
        if (!shapes.object(Member.ERROR_DECLARATION.label)) {
            return;
        }
        Instant declared = null;
        String reason = null;
        List<String> corrections = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        boolean hasTime = false;
        for (String name = in.name(); name != null; name = in.name()) {
            in.next();
            String path = "errorDeclaration/" + name;
            switch (name) {
                case "declarationTime" -> {
                    hasTime = true;
                    String text = shapes.text(path);
                    declared = text == null ? null : draft.time(path, text);
                }
                case "reason" -> {
                    String text = shapes.text(path);
                    reason = text == null ? null : draft.word(path, Cbv.Kind.ERROR, text);
                }
                case "correctiveEventIDs" -> addresses(path, corrections);
                default -> others.read("errorDeclaration", name, extensions);
            }
        }
        if (declared != null) {
            draft.error = new ErrorDeclaration(declared, reason, corrections, extensions);
        } else if (!hasTime) {
            draft.refuse("errorDeclaration", Reason.MISSING, "declarationTime");
        }
    }

    private void certifications(Member member) {
        if (in.current() == JsonToken.START_ARRAY) {
            addresses(member.label, draft.certifications);
        } else {
            String text = shapes.text(member.label);
            if (text != null) {
                draft.take(member, text);
            }
        }
    }

    private void addresses(String path, List<String> into) {
        if (!shapes.list(path)) {
            return;
        }
        while (in.item()) {
            String text = shapes.text(path);
            if (text != null) {
                into.add(draft.address(path, text));
            }
        }
    }

    private void quantities(String path, List<Quantity> into) {
        if (!shapes.list(path)) {
            return;
        }
        while (in.item()) {
            if (shapes.object(path)) {
                quantity(path, into);
            }
        }
    }

    private void quantity(String path, List<Quantity> into) {
        String epcClass = null;
        BigDecimal amount = null;
        String unit = null;
        for (String name = in.name(); name != null; name = in.name()) {
            in.next();
            switch (name) {
                case "epcClass" -> {
                    String text = shapes.text(path);
                    epcClass = text == null ? null : draft.address(path, text);
                }
                case "quantity" -> {
                    String text = shapes.text(path);
                    amount = text == null ? null : draft.amount(path, text);
                }
                case "uom" -> {
                    String text = shapes.text(path);
                    unit = text == null ? null : draft.unit(path, text);
                }
                default -> others.unknown(path, name);
            }
        }
        if (epcClass != null) {
            into.add(new Quantity(epcClass, amount, unit));
        } else {
            draft.refuse(path, Reason.MISSING, "epcClass");
        }
    }

    private void persistent(String path) {
        if (!shapes.object(path)) {
            return;
        }
        for (String name = in.name(); name != null; name = in.name()) {
            in.next();
            switch (name) {
                case "set" -> dispositions(path, draft.set);
                case "unset" -> dispositions(path, draft.unset);
                default -> others.unknown(path, name);
            }
        }
    }

    private void dispositions(String path, List<String> into) {
        if (!shapes.list(path)) {
            return;
        }
        while (in.item()) {
            String text = shapes.text(path);
            if (text != null) {
                into.add(draft.word(path, Cbv.Kind.DISPOSITION, text));
            }
        }
    }

    private Where.@Nullable Place place(String path) {
        if (!shapes.object(path)) {
            return null;
        }
        String id = null;
        List<Extension> extensions = List.of();
        for (String name = in.name(); name != null; name = in.name()) {
            in.next();
            if (name.equals("id")) {
                String text = shapes.text(path);
                id = text == null ? null : draft.address(path, text);
            } else {
                if (extensions.isEmpty()) {
                    extensions = new ArrayList<>();
                }
                others.read(path, name, extensions);
            }
        }
        if (id == null) {
            draft.refuse(path, Reason.MISSING, "id");
            return null;
        }
        return new Where.Place(id, extensions);
    }

    private void links(String path, String field, Cbv.Kind kind, List<Why.Link> into) {
        if (!shapes.list(path)) {
            return;
        }
        while (in.item()) {
            if (shapes.object(path)) {
                link(path, field, kind, into);
            }
        }
    }

    private void link(String path, String field, Cbv.Kind kind, List<Why.Link> into) {
        String type = null;
        String id = null;
        for (String name = in.name(); name != null; name = in.name()) {
            in.next();
            if (name.equals("type")) {
                String text = shapes.text(path);
                type = text == null ? null : draft.word(path, kind, text);
            } else if (name.equals(field)) {
                String text = shapes.text(path);
                id = text == null ? null : draft.address(path, text);
            } else {
                others.unknown(path, name);
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

    private void ilmd(String path) {
        if (shapes.object(path)) {
            for (String name = in.name(); name != null; name = in.name()) {
                in.next();
                others.read(path, name, draft.ilmd);
            }
        }
    }
}
