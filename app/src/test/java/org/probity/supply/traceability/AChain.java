package org.probity.supply.traceability;

import java.util.List;
import java.util.UUID;

/** Quartz that became silicon metal, that became polysilicon, and a rod of ours; every name is its own. */
final class AChain {
    private final String own = Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36);
    final String quartz = "https://id.gs1.org/01/09521321012349/10/Q" + own;
    final String mg = "https://id.gs1.org/01/09521321012356/10/M" + own;
    final String poly = "https://id.gs1.org/01/09521321012363/10/P" + own;
    final String rod = "https://id.gs1.org/01/09521321012370/21/R" + own;
    final String mine = "urn:site:mine-" + own;
    final String furnace = "urn:site:furnace-" + own;
    final String polySite = "urn:site:reactor-" + own;
    final String plant = "urn:site:plant-" + own;

    String quartz() {
        return """
                {"type":"ObjectEvent","eventTime":"2026-03-01T08:00:00.000+08:00","eventTimeZoneOffset":"+08:00","action":"ADD","bizStep":"commissioning","readPoint":{"id":"%s"},\
                "quantityList":[{"epcClass":"%s","quantity":3000,"uom":"KGM"}]}""".formatted(mine, quartz);
    }

    String silicon() {
        return transformation("2026-03-02T08:00:00.000+08:00", furnace, quartz, 2_800, mg, 1_000, 1_800_000);
    }

    String poly() {
        return transformation("2026-03-03T08:00:00.000+08:00", polySite, mg, 1_000, poly, 1_000, 0);
    }

    String rod() {
        return """
                {"type":"TransformationEvent","eventTime":"2026-03-04T08:00:00.000+08:00","eventTimeZoneOffset":"+08:00","bizStep":"commissioning","readPoint":{"id":"%s"},\
                "inputQuantityList":[{"epcClass":"%s","quantity":500,"uom":"KGM"}],"outputEPCList":["%s"],"x:scrapGrams":"20000"}""".formatted(plant, poly, rod);
    }

    static String transformation(String time, String site, String in, long kilogramsIn, String out, long kilogramsOut, long scrap) {
        return """
                {"type":"TransformationEvent","eventTime":"%s","eventTimeZoneOffset":"+08:00","bizStep":"commissioning","readPoint":{"id":"%s"},\
                "inputQuantityList":[{"epcClass":"%s","quantity":%d,"uom":"KGM"}],"outputQuantityList":[{"epcClass":"%s","quantity":%d,"uom":"KGM"}],\
                "x:sharing":"proportional","x:scrapGrams":"%d"}""".formatted(time, site, in, kilogramsIn, out, kilogramsOut, scrap);
    }

    String document() {
        return document(List.of(quartz(), silicon(), poly(), rod()));
    }

    static String document(List<String> events) {
        return "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",{\"x\":\"" + Reading.NAMESPACE + "\"}],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\","
                + "\"creationDate\":\"2026-03-05T00:00:00Z\",\"epcisBody\":{\"eventList\":[" + String.join(",", events) + "]}}";
    }
}
