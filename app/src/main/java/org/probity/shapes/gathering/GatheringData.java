package org.probity.shapes.gathering;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody was, for how long, and what they took on. */
@Component
class GatheringData implements PersonalData {
    private final JdbcClient db;
    private final GuestList guests;

    GatheringData(JdbcClient db, GuestList guests) {
        this.db = db;
        this.guests = guests;
    }

    @Override
    public String messages() {
        return "gathering.data.";
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public List<Part> about(Account person) {
        var me = new Me(person.id(), person.name(), person.roles().isEmpty() ? Set.of() : person.roles(), person.supplier());
        var there = guests.of(me).map(who -> db.sql("""
                SELECT occasion.number, occasion.title, presence.came_at, presence.left_at
                  FROM gathering.presence
                  JOIN gathering.session ON session.id = presence.session
                  JOIN gathering.occasion ON occasion.id = session.occasion
                 WHERE presence.circle = :circle AND presence.guest = :guest AND upper_inf(presence.recorded)
                 ORDER BY presence.came_at
                """)
                .param("circle", who.circle()).param("guest", who.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("occasion", row.getString("number") + " " + row.getString("title"));
                    fields.put("came", row.getTimestamp("came_at").toInstant());
                    fields.put("left", Optional.<Object>ofNullable(row.getTimestamp("left_at")).map(at -> (Object) ((Timestamp) at).toInstant()).orElse(""));
                    return fields;
                }).list()).orElse(List.of());
        return there.isEmpty() ? List.of() : List.of(new Part("presences", there));
    }
}
