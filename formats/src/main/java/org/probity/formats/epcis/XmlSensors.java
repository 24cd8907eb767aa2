package org.probity.formats.epcis;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.probity.formats.epcis.Reading.Reason;

/// Reads what sensors say in an XML event.
record XmlSensors(XmlTokens in, XmlFields others, Draft draft) {

    void read(String path) throws XMLStreamException {
        while (in.child()) {
            if (in.name().equals("sensorElement")) {
                Sensing sensing = new Sensing();
                sensor(path, sensing, 0);
                draft.sensors.add(new SensorElement(sensing.metadata.facts(), sensing.metadata.extensions(), sensing.reports, sensing.extensions));
            } else {
                others.unknown(path + '/' + in.name());
            }
        }
    }

    private static final class Sensing {
        private SensorElement.Report metadata = new SensorElement.Report(List.of(), List.of());
        private final List<SensorElement.Report> reports = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();
    }

    private void sensor(String path, Sensing into, int wrapped) throws XMLStreamException {
        while (in.child()) {
            String name = in.name();
            if (!in.isStandard()) {
                others.other(into.extensions);
            } else if (in.isWrapper() && wrapped < XmlEvent.WRAPPERS) {
                sensor(path, into, wrapped + 1);
            } else if (name.equals("sensorMetadata")) {
                into.metadata = report("sensorElementList/sensorMetadata", true);
            } else if (name.equals("sensorReport")) {
                into.reports.add(report("sensorElementList/sensorReport", false));
            } else {
                others.unknown(path + '/' + name);
            }
        }
    }

    /// Sensors say everything in attributes.
    private SensorElement.Report report(String path, boolean metadata) throws XMLStreamException {
        List<SensorElement.Fact> facts = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        in.attributes(
                (name, value) -> {
                    SensorField field = SensorField.named(name);
                    if (field != null && (metadata ? field.ofMetadata : field.ofReport)) {
                        facts.add(draft.fact(path, field, value));
                    } else {
                        draft.refuse(path, Reason.UNKNOWN_FIELD, name);
                    }
                },
                extensions);
        while (in.child()) {
            if (in.isStandard()) {
                others.unknown(path + '/' + in.name());
            } else {
                others.other(extensions);
            }
        }
        return new SensorElement.Report(facts, extensions);
    }
}
