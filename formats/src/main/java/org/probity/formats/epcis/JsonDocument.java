package org.probity.formats.epcis;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads EPCIS 2.0 in JSON-LD, from its bytes, one event at a time (clause 10).
final class JsonDocument {

    private final Limits limits;
    private final Tally tally;
    private final JsonParser in;
    private final JsonEvent event;
    private @Nullable Context context;
    private @Nullable String type;
    private String version = "2.0";
    private @Nullable String created;
    private boolean body;

    JsonDocument(InputStream document, CountedStream stream, Limits limits, Tally tally) {
        this.limits = limits;
        this.tally = tally;
        // What only an event has too much of refuses that event, so the parser itself bears more.
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Math.max(1 << 20, limits.textChars()))
                        .maxNameLength(Math.max(10_000, limits.nameChars()))
                        .maxNestingDepth(Math.max(1_000, limits.depth()))
                        .maxNumberLength(10_000)
                        .maxDocumentLength(-1)
                        .build())
                .build();
        this.in = factory.createParser(ObjectReadContext.empty(), document);
        this.event = new JsonEvent(in, stream, limits);
    }

    void read() throws Refused {
        try (in) {
            if (in.nextToken() == JsonToken.START_ARRAY) {
                context = new Context(null);
                type = "EPCISDocument";
                body = true;
                events();
            } else {
                root();
            }
            if (in.nextToken() != null) {
                throw new Refused(Reason.DAMAGED, here(""));
            }
        } catch (JacksonException damaged) {
            throw refused(damaged, tally.next(), in.currentLocation().getLineNr());
        }
        finish();
    }

    /// The outermost object: a document, or an event that stands alone.
    private void root() throws Refused {
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            switch (name) {
                case "@context" -> {
                    in.nextToken();
                    context = new Context(context);
                    JsonContext.read(in, context);
                }
                case "type" -> {
                    type = text();
                    if (type != null && Member.Type.named(type) != null) {
                        single(Member.TYPE, type);
                        return;
                    }
                }
                case "schemaVersion" -> version = header(name);
                case "creationDate" -> created = header(name);
                case "epcisBody" -> {
                    in.nextToken();
                    body = true;
                    body("epcisBody");
                }
                default -> {
                    Member member = Member.named(name);
                    if (member != null && type == null) {
                        single(member, null);
                        return;
                    }
                    in.nextToken();
                    if (name.endsWith(":ignoreFields") && in.currentToken() == JsonToken.START_ARRAY) {
                        ignoreFields();
                    } else {
                        in.skipChildren();
                    }
                }
            }
        }
    }

    private void ignoreFields() {
        context = context == null ? new Context(null) : context;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                context.ignore(in.getString());
            } else {
                in.skipChildren();
            }
        }
    }

    /// An event without a document around it; its first field has just been met.
    private void single(Member member, @Nullable String value) throws Refused {
        context = context == null ? new Context(null) : context;
        type = "EPCISDocument";
        body = true;
        event.begin(tally.next(), context);
        if (value != null) {
            event.draft.first(member);
            event.draft.take(member, value);
            tally.event(event.rest(null), event.draft);
        } else {
            tally.event(event.rest(member), event.draft);
        }
    }

    /// `epcisBody`, and what an answer to a query wraps around its events.
    private void body(String path) throws Refused {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new Refused(Reason.DAMAGED, here(path));
        }
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "queryResults", "resultsBody" -> body(name);
                case "eventList" -> {
                    if (in.currentToken() != JsonToken.START_ARRAY) {
                        throw new Refused(Reason.DAMAGED, here(name));
                    }
                    events();
                }
                case "event" -> one();
                default -> in.skipChildren();
            }
        }
    }

    private void events() throws Refused {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            one();
        }
    }

    private void one() throws Refused {
        if (context == null) {
            throw new Refused(Reason.NO_CONTEXT, here(""));
        }
        event.begin(tally.next(), context);
        if (in.currentToken() == JsonToken.START_OBJECT) {
            tally.event(event.rest(null), event.draft);
        } else {
            event.draft.refuse("", Reason.WRONG_TYPE, in.currentToken().name());
            in.skipChildren();
            tally.event(null, event.draft);
        }
    }

    private void finish() throws Refused {
        boolean query = "EPCISQueryDocument".equals(type);
        if (!body || !query && !"EPCISDocument".equals(type)) {
            throw new Refused(Reason.NOT_EPCIS, new Position(0, "type", 0), type == null ? "" : type);
        }
        if (context == null) {
            throw new Refused(Reason.NO_CONTEXT, new Position(0, "@context", 0));
        }
        if (!version.startsWith("2.")) {
            throw new Refused(Reason.UNKNOWN_VERSION, new Position(0, "schemaVersion", 0), version);
        }
        tally.document(new Reading.Document(Reading.Syntax.JSON, version, query, created));
    }

    private String header(String name) throws Refused {
        String text = text();
        if (text == null) {
            throw new Refused(Reason.WRONG_HEADER, here(name), name, "");
        }
        return text;
    }

    private @Nullable String text() {
        JsonToken token = in.nextToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return in.getString().strip();
        }
        in.skipChildren();
        return null;
    }

    private Position here(String path) {
        return new Position(0, path, in.currentTokenLocation().getLineNr());
    }

    private Refused refused(JacksonException damaged, long number, int line) {
        if (damaged.getCause() instanceof Refused inside) {
            return inside;
        }
        Position at = new Position(number, "", line);
        if (damaged instanceof StreamConstraintsException) {
            return in.streamReadContext().getNestingDepth() > limits.depth()
                    ? new Refused(Reason.TOO_BIG, at, Measure.DEPTH, limits.depth())
                    : new Refused(Reason.TOO_BIG, at, Measure.TEXT, limits.textChars());
        }
        return new Refused(Reason.DAMAGED, at);
    }
}
