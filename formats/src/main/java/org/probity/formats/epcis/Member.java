package org.probity.formats.epcis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of events, by the names of the standard, and which kinds of events have them (clause 7.4).
enum Member {
    CONTEXT("@context"),
    TYPE("type"),
    COMMENT("rdfs:comment"),
    EVENT_TIME("eventTime"),
    RECORD_TIME("recordTime"),
    EVENT_TIME_ZONE_OFFSET("eventTimeZoneOffset"),
    EVENT_ID("eventID"),
    ERROR_DECLARATION("errorDeclaration"),
    CERTIFICATION_INFO("certificationInfo"),
    ACTION("action", Type.OBJECT, Type.AGGREGATION, Type.TRANSACTION, Type.ASSOCIATION),
    PARENT_ID("parentID", Type.AGGREGATION, Type.TRANSACTION, Type.ASSOCIATION),
    EPC_LIST("epcList", Type.OBJECT, Type.TRANSACTION),
    CHILD_EPCS("childEPCs", Type.AGGREGATION, Type.ASSOCIATION),
    QUANTITY_LIST("quantityList", Type.OBJECT, Type.TRANSACTION),
    CHILD_QUANTITY_LIST("childQuantityList", Type.AGGREGATION, Type.ASSOCIATION),
    INPUT_EPC_LIST("inputEPCList", Type.TRANSFORMATION),
    INPUT_QUANTITY_LIST("inputQuantityList", Type.TRANSFORMATION),
    OUTPUT_EPC_LIST("outputEPCList", Type.TRANSFORMATION),
    OUTPUT_QUANTITY_LIST("outputQuantityList", Type.TRANSFORMATION),
    TRANSFORMATION_ID("transformationID", Type.TRANSFORMATION),
    BIZ_STEP("bizStep"),
    DISPOSITION("disposition"),
    PERSISTENT_DISPOSITION("persistentDisposition"),
    READ_POINT("readPoint"),
    BIZ_LOCATION("bizLocation"),
    BIZ_TRANSACTION_LIST("bizTransactionList"),
    SOURCE_LIST("sourceList"),
    DESTINATION_LIST("destinationList"),
    SENSOR_ELEMENT_LIST("sensorElementList"),
    ILMD("ilmd", Type.OBJECT, Type.TRANSFORMATION);

    enum Type {
        OBJECT("ObjectEvent"),
        AGGREGATION("AggregationEvent"),
        TRANSACTION("TransactionEvent"),
        TRANSFORMATION("TransformationEvent"),
        ASSOCIATION("AssociationEvent");

        final String label;

        Type(String label) {
            this.label = label;
        }

        static @Nullable Type named(String label) {
            return switch (label) {
                case "ObjectEvent" -> OBJECT;
                case "AggregationEvent" -> AGGREGATION;
                case "TransactionEvent" -> TRANSACTION;
                case "TransformationEvent" -> TRANSFORMATION;
                case "AssociationEvent" -> ASSOCIATION;
                default -> null;
            };
        }
    }

    private static final Map<String, Member> BY_NAME = HashMap.newHashMap(64);

    static {
        for (Member member : values()) {
            BY_NAME.put(member.label, member);
        }
    }

    final String label;
    final Set<Type> types;

    Member(String label, Type... types) {
        this.label = label;
        this.types = types.length == 0 ? EnumSet.allOf(Type.class) : EnumSet.of(types[0], types);
    }

    static @Nullable Member named(String label) {
        return BY_NAME.get(label);
    }
}
