package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probity.formats.epcis.DigitalLink;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where places lie, by longitude and latitude, as people said. The last words count; what was said before stays. */
@Service
public class Locations {
    record Point(String uri, BigDecimal latitude, BigDecimal longitude) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Locations(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    Map<String, Point> of(Collection<String> uris) {
        var all = new HashMap<String, Point>();
        db.sql("SELECT DISTINCT ON (uri) uri, latitude, longitude FROM traceability.located WHERE uri = ANY (:uris) ORDER BY uri, no DESC").param("uris", uris.toArray(String[]::new)).query(Point.class).list()
                .forEach(it -> all.put(it.uri(), it));
        return all;
    }

    /**
     * Says where a place lies.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.place-unknown} nobody said whose it is; {@code traceability.latitude-wrong}; {@code traceability.longitude-wrong}.
     */
    @Transactional
    public Answer<String> say(String place, String latitude, String longitude, Me by) {
        if (!by.is(Role.BUYER) && !by.is(Role.SOURCING_OFFICER) && !by.is(Role.QUALITY) && !by.is(Role.PROCESS)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var uri = DigitalLink.canonical(place.strip());
        if (db.sql("SELECT count(*) FROM traceability.places('infinity') AS place WHERE uri = :uri").param("uri", uri).query(Long.class).single() == 0) {
            return Answer.refused("place", "traceability.place-unknown");
        }
        if (!degrees(latitude, 90)) {
            return Answer.refused("latitude", "traceability.latitude-wrong");
        }
        if (!degrees(longitude, 180)) {
            return Answer.refused("longitude", "traceability.longitude-wrong");
        }
        // Who says something of the same place at the same moment comes after.
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability located ' || :uri))").param("uri", uri).query((row, n) -> n).list();
        db.sql("""
                INSERT INTO traceability.located (uri, no, latitude, longitude, said_by, said_at, record)
                VALUES (:uri, (SELECT coalesce(max(no), 0) + 1 FROM traceability.located WHERE uri = :uri), :latitude, :longitude, :by, :at, :record)
                """)
                .param("uri", uri).param("latitude", new BigDecimal(latitude.strip())).param("longitude", new BigDecimal(longitude.strip())).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("traceability.located", LocalDate.now(clock), Map.of("uri", uri, "latitude", latitude.strip(), "longitude", longitude.strip())))
                .update();
        return Answer.done(uri);
    }

    private static boolean degrees(String typed, int most) {
        return typed.strip().matches("-?[0-9]{1,3}(\\.[0-9]{1,4})?") && new BigDecimal(typed.strip()).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** Places of a list that nobody located yet. */
    static List<Places.Line> without(List<Places.Line> places, Map<String, Point> points) {
        return places.stream().filter(it -> it.said() && !points.containsKey(it.uri())).toList();
    }
}
