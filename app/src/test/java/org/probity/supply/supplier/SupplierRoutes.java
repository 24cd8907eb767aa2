package org.probity.supply.supplier;

import java.util.Set;
import org.probity.SubjectRoutes;

class SupplierRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/api/suppliers/import/{kind}", "/app/suppliers/departments/{category}", "/app/suppliers/departments/{category}/release", "/app/suppliers/departments/{category}/changes/{proposal}",
                "/app/suppliers/departments/{department:[0-9a-f-]{36}}/close",
                "/app/suppliers/{id}/merge", "/app/suppliers/merges/{merge}", "/app/suppliers/merges/{merge}/approval", "/app/suppliers/merges/{merge}/rejection",
                "/app/suppliers/merges/{merge}/withdrawal", "/app/suppliers/merges/{merge}/undo", "/app/suppliers/merges/{merge}/undo/approval",
                "/app/suppliers/merges/{merge}/undo/rejection", "/app/suppliers/merges/{merge}/undo/withdrawal");
    }
}
