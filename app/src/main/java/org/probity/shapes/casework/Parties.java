package org.probity.shapes.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Lang;

/** The other side of a case, told by the room that keeps suppliers: a shape knows no wing. */
public interface Parties {
    record Party(UUID id, String number, String nameEn, String nameZh) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    record To(String email, Lang lang) {}

    Map<UUID, Party> of(Collection<UUID> suppliers);

    /** Whom we write to there. */
    List<To> correspondents(UUID supplier);
}
