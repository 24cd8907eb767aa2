package org.probity.formats.epcis;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes a document of EPCIS 2.0 in JSON-LD, event by event, of any length. Read again, each event is the same value with the same hash.
///
/// ```java
/// try (EventWriter writer = EventWriter.capture(out, clock.instant(), Map.of("trace", "https://probity.example/ns/trace#"))) {
///     writer.write(event);
/// }
/// ```
///
/// Closing ends the document and leaves the stream open.
public final class EventWriter implements AutoCloseable {

    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;
    private final JsonParts parts;
    private final ShortNames shortNames;
    private final int wrapped;

    private EventWriter(OutputStream stream, Map<String, String> namespaces, String type, Instant created, @Nullable String query, @Nullable String subscription) throws IOException {
        shortNames = new ShortNames(namespaces);
        try {
            out = FACTORY.createGenerator(ObjectWriteContext.empty(), stream);
            parts = new JsonParts(out);
            out.writeStartObject();
            out.writeName("@context");
            out.writeStartArray();
            out.writeString(CONTEXT);
            if (!namespaces.isEmpty()) {
                names(namespaces);
            }
            out.writeEndArray();
            out.writeStringProperty("type", type);
            out.writeStringProperty("schemaVersion", "2.0");
            out.writeStringProperty("creationDate", created.toString());
            out.writeName("epcisBody");
            out.writeStartObject();
            if (query != null) {
                out.writeName("queryResults");
                out.writeStartObject();
                out.writeStringProperty("queryName", query);
                if (subscription != null) {
                    out.writeStringProperty("subscriptionID", subscription);
                }
                out.writeName("resultsBody");
                out.writeStartObject();
            }
            out.writeName("eventList");
            out.writeStartArray();
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
        wrapped = query == null ? 2 : 4;
    }

    /// A document to capture.
    ///
    /// @param namespaces what the short names of extensions stand for; those of other extensions are declared with their event
    public static EventWriter capture(OutputStream out, Instant created, Map<String, String> namespaces) throws IOException {
        return new EventWriter(out, namespaces, "EPCISDocument", created, null, null);
    }

    /// The answer to a query.
    public static EventWriter answer(OutputStream out, Instant created, Map<String, String> namespaces) throws IOException {
        return answer(out, created, namespaces, "SimpleEventQuery", null);
    }

    /// What is told of a query.
    ///
    /// @param subscription for whom; nothing when somebody asked
    public static EventWriter answer(OutputStream out, Instant created, Map<String, String> namespaces, String query, @Nullable String subscription) throws IOException {
        return new EventWriter(out, namespaces, "EPCISQueryDocument", created, query, subscription);
    }

    /// @throws IOException when the stream does not take it; what was written before stands there
    public void write(Event event) throws IOException {
        try {
            out.writeStartObject();
            Particulars particulars = event.particulars();
            Map<String, String> names = shortNames.declare(event);
            if (!names.isEmpty()) {
                out.writeName("@context");
                names(names);
            }
            out.writeStringProperty("type", EventHash.typeOf(event));
            out.writeStringProperty("eventTime", event.when().time().toString());
            if (event.when().recorded() != null) {
                out.writeStringProperty("recordTime", event.when().recorded().toString());
            }
            out.writeStringProperty("eventTimeZoneOffset", event.when().zoneOffset());
            parts.text("eventID", particulars.id());
            error(particulars.error());
            parts.texts("certificationInfo", particulars.certifications());
            content(event);
            why(event.why());
            place("readPoint", event.where().readPoint());
            place("bizLocation", event.where().location());
            sensors(particulars.sensors());
            extensions(particulars.extensions());
            out.writeEndObject();
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
    }

    /// Hands what was written so far to the stream.
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.writeEndArray();
            for (int i = 0; i < wrapped; i++) {
                out.writeEndObject();
            }
            out.close();
        } catch (JacksonException failed) {
            throw new IOException(failed);
        }
    }

    private void names(Map<String, String> names) {
        out.writeStartObject();
        names.forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    private void content(Event event) {
        switch (event) {
            case Event.ObjectEvent it -> {
                out.writeStringProperty("action", it.action().name());
                out.writeName("epcList");
                parts.list(it.epcs());
                parts.quantities("quantityList", it.quantities());
                ilmd(it.ilmd());
            }
            case Event.AggregationEvent it -> {
                out.writeStringProperty("action", it.action().name());
                parts.text("parentID", it.parent());
                parts.texts("childEPCs", it.children());
                parts.quantities("childQuantityList", it.quantities());
            }
            case Event.TransactionEvent it -> {
                out.writeStringProperty("action", it.action().name());
                parts.text("parentID", it.parent());
                out.writeName("epcList");
                parts.list(it.epcs());
                parts.quantities("quantityList", it.quantities());
            }
            case Event.TransformationEvent it -> {
                parts.texts("inputEPCList", it.inputs());
                parts.quantities("inputQuantityList", it.inputQuantities());
                parts.texts("outputEPCList", it.outputs());
                parts.quantities("outputQuantityList", it.outputQuantities());
                parts.text("transformationID", it.transformation());
                ilmd(it.ilmd());
            }
            case Event.AssociationEvent it -> {
                out.writeStringProperty("action", it.action().name());
                parts.text("parentID", it.parent());
                parts.texts("childEPCs", it.children());
                parts.quantities("childQuantityList", it.quantities());
            }
        }
    }

    private void error(@Nullable ErrorDeclaration error) {
        if (error != null) {
            out.writeName("errorDeclaration");
            out.writeStartObject();
            out.writeStringProperty("declarationTime", error.declared().toString());
            parts.word("reason", error.reason());
            parts.texts("correctiveEventIDs", error.corrections());
            extensions(error.extensions());
            out.writeEndObject();
        }
    }

    private void why(Why why) {
        parts.word("bizStep", why.step());
        parts.word("disposition", why.disposition());
        if (!why.set().isEmpty() || !why.unset().isEmpty()) {
            out.writeName("persistentDisposition");
            out.writeStartObject();
            parts.texts("set", why.set().stream().map(Cbv::word).toList());
            parts.texts("unset", why.unset().stream().map(Cbv::word).toList());
            out.writeEndObject();
        }
        parts.links("bizTransactionList", "bizTransaction", why.transactions());
        parts.links("sourceList", "source", why.sources());
        parts.links("destinationList", "destination", why.destinations());
    }

    private void place(String name, Where.@Nullable Place place) {
        if (place != null) {
            out.writeName(name);
            out.writeStartObject();
            out.writeStringProperty("id", place.id());
            extensions(place.extensions());
            out.writeEndObject();
        }
    }

    private void sensors(List<SensorElement> sensors) {
        if (sensors.isEmpty()) {
            return;
        }
        out.writeName("sensorElementList");
        out.writeStartArray();
        for (SensorElement sensor : sensors) {
            out.writeStartObject();
            if (!sensor.metadata().isEmpty() || !sensor.metadataExtensions().isEmpty()) {
                out.writeName("sensorMetadata");
                facts(sensor.metadata(), sensor.metadataExtensions());
            }
            out.writeName("sensorReport");
            out.writeStartArray();
            sensor.reports().forEach(report -> facts(report.facts(), report.extensions()));
            out.writeEndArray();
            extensions(sensor.extensions());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void facts(List<SensorElement.Fact> facts, List<Extension> extensions) {
        out.writeStartObject();
        for (SensorElement.Fact fact : facts) {
            out.writeName(fact.field().label);
            switch (fact.field().kind) {
                case NUMBER -> out.writeNumber(fact.value());
                case TRUTH -> out.writeBoolean(Boolean.parseBoolean(fact.value()));
                case MEASUREMENT, COMPONENT -> out.writeString(Cbv.word(fact.value()));
                case TIME, ADDRESS, TEXT -> out.writeString(fact.value());
            }
        }
        extensions(extensions);
        out.writeEndObject();
    }

    private void ilmd(List<Extension> ilmd) {
        if (!ilmd.isEmpty()) {
            out.writeName("ilmd");
            out.writeStartObject();
            extensions(ilmd);
            out.writeEndObject();
        }
    }

    /// Fields of one name become a list.
    private void extensions(List<Extension> extensions) {
        if (extensions.isEmpty()) {
            return;
        }
        Map<String, List<Extension>> named = LinkedHashMap.newLinkedHashMap(extensions.size());
        for (Extension extension : extensions) {
            named.computeIfAbsent(shortNames.name(extension), none -> new ArrayList<>(1)).add(extension);
        }
        named.forEach((name, all) -> {
            out.writeName(name);
            if (all.size() == 1) {
                extension(all.getFirst());
            } else {
                out.writeStartArray();
                all.forEach(this::extension);
                out.writeEndArray();
            }
        });
    }

    private void extension(Extension extension) {
        if (extension.fields().isEmpty() && extension.text() != null) {
            out.writeString(extension.text());
            return;
        }
        out.writeStartObject();
        parts.text("#text", extension.text());
        extensions(extension.fields());
        out.writeEndObject();
    }
}
