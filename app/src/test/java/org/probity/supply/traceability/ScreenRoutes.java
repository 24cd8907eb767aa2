package org.probity.supply.traceability;

import java.util.Set;
import org.probity.SubjectRoutes;

/** Addresses of the screens that draw, and of the cards that everybody may open. */
class ScreenRoutes implements SubjectRoutes {
    private static final String ITEM = "/app/traceability/items/{number:[0-9]{1,9}}";
    private static final String NAME = "/app/traceability/names/{id:[0-9a-f-]{36}}";

    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/01/{gtin:[0-9]{8,14}}/21/{serial}", "/01/{gtin:[0-9]{8,14}}/10/{lot}/21/{serial}", "/01/{gtin:[0-9]{8,14}}/10/{lot}", "/00/{sscc:[0-9]{18}}", "/8004/{asset}");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of(ITEM + "/chain", ITEM + "/names", ITEM + "/map", ITEM + "/rod", NAME + "/approval", NAME + "/rejection", NAME + "/closing");
    }
}
