package org.probity.formats.epcis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of sensor metadata and of sensor reports, by the names of the standard.
public enum SensorField {
    TIME("time", Kind.TIME, true, true),
    START_TIME("startTime", Kind.TIME, true, false),
    END_TIME("endTime", Kind.TIME, true, false),
    TYPE("type", Kind.MEASUREMENT, false, true),
    EXCEPTION("exception", Kind.MEASUREMENT, false, true),
    DEVICE_ID("deviceID", Kind.ADDRESS, true, true),
    DEVICE_METADATA("deviceMetadata", Kind.ADDRESS, true, true),
    RAW_DATA("rawData", Kind.ADDRESS, true, true),
    DATA_PROCESSING_METHOD("dataProcessingMethod", Kind.ADDRESS, true, true),
    BIZ_RULES("bizRules", Kind.ADDRESS, true, true),
    MICROORGANISM("microorganism", Kind.ADDRESS, false, true),
    CHEMICAL_SUBSTANCE("chemicalSubstance", Kind.ADDRESS, false, true),
    VALUE("value", Kind.NUMBER, false, true),
    COMPONENT("component", Kind.COMPONENT, false, true),
    STRING_VALUE("stringValue", Kind.TEXT, false, true),
    BOOLEAN_VALUE("booleanValue", Kind.TRUTH, false, true),
    HEX_BINARY_VALUE("hexBinaryValue", Kind.TEXT, false, true),
    URI_VALUE("uriValue", Kind.ADDRESS, false, true),
    MIN_VALUE("minValue", Kind.NUMBER, false, true),
    MAX_VALUE("maxValue", Kind.NUMBER, false, true),
    MEAN_VALUE("meanValue", Kind.NUMBER, false, true),
    S_DEV("sDev", Kind.NUMBER, false, true),
    PERC_RANK("percRank", Kind.NUMBER, false, true),
    PERC_VALUE("percValue", Kind.NUMBER, false, true),
    UOM("uom", Kind.TEXT, false, true),
    COORDINATE_REFERENCE_SYSTEM("coordinateReferenceSystem", Kind.ADDRESS, false, true);

    enum Kind { TIME, NUMBER, TRUTH, ADDRESS, MEASUREMENT, COMPONENT, TEXT }

    /// In the order of the hash.
    static final List<SensorField> OF_METADATA =
            List.of(TIME, START_TIME, END_TIME, DEVICE_ID, DEVICE_METADATA, RAW_DATA, DATA_PROCESSING_METHOD, BIZ_RULES);

    /// In the order of the hash.
    static final List<SensorField> OF_REPORT = List.of(TYPE, EXCEPTION, DEVICE_ID, DEVICE_METADATA, RAW_DATA, DATA_PROCESSING_METHOD, TIME, MICROORGANISM,
            CHEMICAL_SUBSTANCE, VALUE, COMPONENT, STRING_VALUE, BOOLEAN_VALUE, HEX_BINARY_VALUE, URI_VALUE, MIN_VALUE, MAX_VALUE, MEAN_VALUE, S_DEV,
            PERC_RANK, PERC_VALUE, UOM, COORDINATE_REFERENCE_SYSTEM, BIZ_RULES);

    private static final Map<String, SensorField> BY_NAME = HashMap.newHashMap(32);

    static {
        for (SensorField field : values()) {
            BY_NAME.put(field.label, field);
        }
    }

    final String label;
    final Kind kind;
    final boolean ofMetadata;
    final boolean ofReport;

    SensorField(String label, Kind kind, boolean ofMetadata, boolean ofReport) {
        this.label = label;
        this.kind = kind;
        this.ofMetadata = ofMetadata;
        this.ofReport = ofReport;
    }

    /// As the standard writes it: `meanValue`.
    public String label() {
        return label;
    }

    static @Nullable SensorField named(String label) {
        return BY_NAME.get(label);
    }
}
