package org.probity.formats.epcis;

import java.util.ArrayList;
import java.util.List;

/// Reads what sensors say in a JSON event.
record JsonSensors(JsonTokens in, JsonShapes shapes, JsonFields others, Draft draft) {

    void read(String path) {
        if (!shapes.list(path)) {
            return;
        }
        while (in.item()) {
            if (!shapes.object(path)) {
                continue;
            }
            SensorElement.Report metadata = new SensorElement.Report(List.of(), List.of());
            List<SensorElement.Report> reports = new ArrayList<>();
            List<Extension> extensions = new ArrayList<>();
            for (String name = in.name(); name != null; name = in.name()) {
                in.next();
                switch (name) {
                    case "sensorMetadata" -> metadata = report("sensorElementList/sensorMetadata", true);
                    case "sensorReport" -> {
                        if (shapes.list("sensorElementList/sensorReport")) {
                            while (in.item()) {
                                reports.add(report("sensorElementList/sensorReport", false));
                            }
                        }
                    }
                    default -> others.read(path, name, extensions);
                }
            }
            draft.sensors.add(new SensorElement(metadata.facts(), metadata.extensions(), reports, extensions));
        }
    }

    private SensorElement.Report report(String path, boolean metadata) {
        List<SensorElement.Fact> facts = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        if (shapes.object(path)) {
            for (String name = in.name(); name != null; name = in.name()) {
                in.next();
                SensorField field = SensorField.named(name);
                if (field == null || !(metadata ? field.ofMetadata : field.ofReport)) {
                    others.read(path, name, extensions);
                    continue;
                }
                String text = shapes.text(path);
                if (text != null) {
                    facts.add(draft.fact(path, field, text));
                }
            }
        }
        return new SensorElement.Report(facts, extensions);
    }
}
