package org.probity.formats.epcis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What namespaces are called in a document: as its writer said, and otherwise in each event by itself.
final class ShortNames {

    private final Map<String, String> prefixes = new HashMap<>();
    /// Those that only the event being written needs.
    private final Map<String, String> own = new LinkedHashMap<>();

    /// @param namespaces by short name
    ShortNames(Map<String, String> namespaces) {
        namespaces.forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
    }

    /// Short names for namespaces that the document has none for.
    Map<String, String> declare(Event event) {
        own.clear();
        collect(event.particulars().extensions());
        for (SensorElement sensor : event.particulars().sensors()) {
            collect(sensor.extensions());
            collect(sensor.metadataExtensions());
            sensor.reports().forEach(report -> collect(report.extensions()));
        }
        collect(event.where().readPoint());
        collect(event.where().location());
        if (event.particulars().error() != null) {
            collect(event.particulars().error().extensions());
        }
        switch (event) {
            case Event.ObjectEvent it -> collect(it.ilmd());
            case Event.TransformationEvent it -> collect(it.ilmd());
            case Event.AggregationEvent it -> { }
            case Event.TransactionEvent it -> { }
            case Event.AssociationEvent it -> { }
        }
        Map<String, String> names = new LinkedHashMap<>();
        own.forEach((namespace, prefix) -> names.put(prefix, namespace));
        return names;
    }

    private void collect(Where.@Nullable Place place) {
        if (place != null) {
            collect(place.extensions());
        }
    }

    private void collect(List<Extension> extensions) {
        for (Extension extension : extensions) {
            String namespace = extension.namespace();
            if (!namespace.isEmpty() && !prefixes.containsKey(namespace) && !own.containsKey(namespace)) {
                own.put(namespace, "ns" + (own.size() + 1) + "own");
            }
            collect(extension.fields());
        }
    }

    /// A field's name with its short name before it.
    String name(Extension extension) {
        /// A field's name with its short name before it.
    String namespace = extension.namespace();
        if (namespace.isEmpty()) {
            return extension.name();
        }
        String prefix = prefixes.get(namespace);
        return (prefix != null ? prefix : own.get(namespace)) + ':' + extension.name();
    }
}
