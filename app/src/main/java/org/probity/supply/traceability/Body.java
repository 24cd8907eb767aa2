package org.probity.supply.traceability;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.SensorElement;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;

/**
 * An event as EPCIS 2.0 writes it in JSON, however it was sent, without what the repository says of it (when it was recorded, whether it was declared wrong), and
 * the form in which it is stored: deflated with a dictionary of the words that every
 * event has, since one event alone is too short to learn them. The dictionary is part of what is stored and is never changed.
 */
final class Body {
    private static final Set<String> NUMBERS = Set.of("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue");
    /** The most frequent words last, where they are nearest. */
    private static final byte[] DICTIONARY = ("""
            "sensorElementList":[{"sensorMetadata":{"time":"},"sensorReport":[{"type":"gs1:","value":,"uom":"}]}]"type":"AssociationEvent""type":"TransactionEvent"\
            "certificationInfo":["eventID":"ni:///sha-256;?ver=CBV2.0""persistentDisposition":{"set":[""]}\
            "sourceList":[{"type":"owning_party","source":"https://id.gs1.org/417/"}],"destinationList":[{"type":"owning_party","destination":"https://id.gs1.org/417/"}]\
            "bizTransactionList":[{"type":"desadv","bizTransaction":"urn:epcglobal:cbv:bt:"},{"type":"inv""po""bol"\
            "type":"AggregationEvent","parentID":"https://id.gs1.org/00/","childEPCs":["https://id.gs1.org/01/","action":"OBSERVE""DELETE"\
            "bizStep":"shipping","disposition":"in_transit""bizStep":"receiving","disposition":"in_progress""bizStep":"packing","bizStep":"commissioning","disposition":"active"\
            "ilmd":{"epcList":["https://id.gs1.org/01/"quantityList":[{"epcClass":"https://id.gs1.org/01/"transformationID":"\
            {"@context":[{"x0":"https://probity.example/ns/trace#"}],"x0:sharing":"proportional""measured""position""pool","x0:pool":"https://id.gs1.org/8004/"x0:scrapGrams":"0","x0:material":"silicon"\
            "x0:massGrams":""type":"ObjectEvent","eventTime":"2026-01-01T00:00:00.000Z","eventTimeZoneOffset":"+08:00","action":"ADD",\
            "readPoint":{"id":"https://id.gs1.org/414/"},"bizLocation":{"id":"https://id.gs1.org/414/"},\
            "type":"TransformationEvent","inputEPCList":["https://id.gs1.org/01/","inputQuantityList":[{"epcClass":"https://id.gs1.org/01/0/10/","quantity":,"uom":"KGM"},\
            "outputEPCList":["https://id.gs1.org/01/0/21/","outputQuantityList":[{"epcClass":"https://id.gs1.org/01/","quantity":100,"uom":"KGM"}]}""")
            .getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST = 1 << 27;

    private Body() {}

    static byte[] of(Event event) {
        return deflated(json(event).getBytes(StandardCharsets.UTF_8));
    }

    static String json(byte[] stored) {
        var inflater = new Inflater();
        try {
            inflater.setInput(stored);
            var out = new byte[Math.max(1_024, 6 * stored.length)];
            var size = 0;
            while (!inflater.finished()) {
                var read = inflater.inflate(out, size, out.length - size);
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(DICTIONARY);
                } else if (read == 0 && size < out.length) {
                    throw new IllegalStateException("an event's body ends after " + size + " bytes");
                }
                size += read;
                if (size == out.length && !inflater.finished()) {
                    if (size >= LARGEST) {
                        throw new IllegalStateException("an event's body is larger than " + LARGEST);
                    }
                    out = Arrays.copyOf(out, 2 * size);
                }
            }
            return new String(out, 0, size, StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("an event's body cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflated(byte[] json) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(json);
            deflater.finish();
            var out = new byte[json.length + 64];
            var size = deflater.deflate(out);
            while (!deflater.finished()) {
                out = Arrays.copyOf(out, 2 * out.length);
                size += deflater.deflate(out, size, out.length - size);
            }
            return Arrays.copyOf(out, size);
        } finally {
            deflater.end();
        }
    }

    /** A text as JSON writes it. */
    static String text(String value) {
        var out = new StringBuilder();
        Writer.text(out, value);
        return out.toString();
    }

    /** Its JSON-LD. Fields of others stand under short names that the event's own context explains. */
    static String json(Event event) {
        return new Writer().write(event);
    }

    private static final class Writer {
        private final StringBuilder out = new StringBuilder("{");
        private final Map<String, String> prefixes = new LinkedHashMap<>();

        String write(Event event) {
            var common = event.common();
            field("type", switch (event) {
                case Event.ObjectEvent it -> "ObjectEvent";
                case Event.AggregationEvent it -> "AggregationEvent";
                case Event.TransactionEvent it -> "TransactionEvent";
                case Event.TransformationEvent it -> "TransformationEvent";
                case Event.AssociationEvent it -> "AssociationEvent";
            });
            field("eventID", common.id());
            field("eventTime", event.when().time().toString());
            field("eventTimeZoneOffset", event.when().zoneOffset());
            texts("certificationInfo", common.certifications());
            what(event);
            why(event.why());
            place("readPoint", event.where().readPoint());
            place("bizLocation", event.where().location());
            sensors(common.sensors());
            extensions(common.extensions());
            var written = close().toString();
            if (prefixes.isEmpty()) {
                return written;
            }
            var context = new StringBuilder("{\"@context\":[{");
            prefixes.forEach((namespace, prefix) -> {
                context.append(context.charAt(context.length() - 1) == '{' ? "" : ",");
                text(context, prefix);
                context.append(':');
                text(context, namespace);
            });
            return context.append("}],").append(written, 1, written.length()).toString();
        }

        private void what(Event event) {
            switch (event) {
                case Event.ObjectEvent it -> {
                    field("action", it.action().name());
                    texts("epcList", it.epcs());
                    quantities("quantityList", it.quantities());
                    ilmd(it.ilmd());
                }
                case Event.AggregationEvent it -> {
                    field("action", it.action().name());
                    field("parentID", it.parent());
                    texts("childEPCs", it.children());
                    quantities("childQuantityList", it.quantities());
                }
                case Event.TransactionEvent it -> {
                    field("action", it.action().name());
                    field("parentID", it.parent());
                    texts("epcList", it.epcs());
                    quantities("quantityList", it.quantities());
                }
                case Event.TransformationEvent it -> {
                    texts("inputEPCList", it.inputs());
                    quantities("inputQuantityList", it.inputQuantities());
                    texts("outputEPCList", it.outputs());
                    quantities("outputQuantityList", it.outputQuantities());
                    field("transformationID", it.transformation());
                    ilmd(it.ilmd());
                }
                case Event.AssociationEvent it -> {
                    field("action", it.action().name());
                    field("parentID", it.parent());
                    texts("childEPCs", it.children());
                    quantities("childQuantityList", it.quantities());
                }
            }
        }

        private void why(Why why) {
            field("bizStep", why.step() == null ? null : Cbv.word(why.step()));
            field("disposition", why.disposition() == null ? null : Cbv.word(why.disposition()));
            if (!why.set().isEmpty() || !why.unset().isEmpty()) {
                object("persistentDisposition", () -> {
                    texts("set", why.set().stream().map(Cbv::word).toList());
                    texts("unset", why.unset().stream().map(Cbv::word).toList());
                });
            }
            links("bizTransactionList", "bizTransaction", why.transactions());
            links("sourceList", "source", why.sources());
            links("destinationList", "destination", why.destinations());
        }

        private void ilmd(List<Extension> fields) {
            if (!fields.isEmpty()) {
                object("ilmd", () -> extensions(fields));
            }
        }

        private void place(String name, Where.@Nullable Place place) {
            if (place != null) {
                object(name, () -> {
                    field("id", place.id());
                    extensions(place.extensions());
                });
            }
        }

        private void quantities(String name, List<Quantity> quantities) {
            list(name, quantities, it -> {
                field("epcClass", it.epcClass());
                if (it.amount() != null) {
                    name("quantity");
                    out.append(it.amount().toPlainString());
                }
                field("uom", it.unit());
            });
        }

        private void links(String name, String of, List<Why.Link> links) {
            list(name, links, it -> {
                field("type", it.type() == null ? null : Cbv.word(it.type()));
                field(of, it.id());
            });
        }

        private void sensors(List<SensorElement> sensors) {
            list("sensorElementList", sensors, it -> {
                if (!it.metadata().isEmpty() || !it.metadataExtensions().isEmpty()) {
                    object("sensorMetadata", () -> {
                        it.metadata().forEach(this::fact);
                        extensions(it.metadataExtensions());
                    });
                }
                list("sensorReport", it.reports(), report -> {
                    report.facts().forEach(this::fact);
                    extensions(report.extensions());
                });
                extensions(it.extensions());
            });
        }

        private void fact(SensorElement.Fact fact) {
            var label = fact.field().label();
            if (NUMBERS.contains(label) && fact.value().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?") || label.equals("booleanValue") && fact.value().matches("true|false")) {
                name(label);
                out.append(fact.value());
            } else {
                field(label, Cbv.word(fact.value()));
            }
        }

        /** Fields of one name are a list, as they were or as XML repeats them. */
        private void extensions(List<Extension> all) {
            var named = new LinkedHashMap<String, List<Extension>>();
            for (var one : all) {
                var name = one.namespace().isEmpty() ? one.name() : prefixes.computeIfAbsent(one.namespace(), it -> "x" + prefixes.size()) + ":" + one.name();
                named.computeIfAbsent(name, it -> new java.util.ArrayList<>()).add(one);
            }
            named.forEach((name, same) -> {
                name(name);
                if (same.size() > 1) {
                    out.append('[');
                }
                for (var one : same) {
                    comma();
                    if (one.text() != null && one.fields().isEmpty()) {
                        text(out, one.text());
                    } else {
                        out.append('{');
                        extensions(one.fields());
                        close();
                    }
                }
                if (same.size() > 1) {
                    out.append(']');
                }
            });
        }

        private <T> void list(String name, List<T> all, java.util.function.Consumer<T> each) {
            if (all.isEmpty()) {
                return;
            }
            name(name);
            out.append('[');
            for (var one : all) {
                comma();
                out.append('{');
                each.accept(one);
                close();
            }
            out.append(']');
        }

        private void texts(String name, List<String> all) {
            if (all.isEmpty()) {
                return;
            }
            name(name);
            out.append('[');
            for (var one : all) {
                comma();
                text(out, one);
            }
            out.append(']');
        }

        private void object(String name, Runnable fields) {
            name(name);
            out.append('{');
            fields.run();
            close();
        }

        private void field(String name, @Nullable String value) {
            if (value != null) {
                name(name);
                text(out, value);
            }
        }

        private void name(String name) {
            comma();
            text(out, name);
            out.append(':');
        }

        private StringBuilder close() {
            return out.append('}');
        }

        private void comma() {
            var last = out.charAt(out.length() - 1);
            if (last != '{' && last != '[' && last != ':' && last != ',') {
                out.append(',');
            }
        }

        static void text(StringBuilder to, String value) {
            to.append('"');
            for (var i = 0; i < value.length(); i++) {
                var c = value.charAt(i);
                switch (c) {
                    case '"' -> to.append("\\\"");
                    case '\\' -> to.append("\\\\");
                    default -> {
                        if (c < 0x20) {
                            to.append("\\u%04x".formatted((int) c));
                        } else {
                            to.append(c);
                        }
                    }
                }
            }
            to.append('"');
        }
    }
}
