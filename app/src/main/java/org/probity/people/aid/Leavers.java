package org.probity.people.aid;

import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, what they told of their trouble goes: words, cost, dependants, papers, the committee's reasons, and the salts of what the log bound about their applications and pledges. The
 * amounts stay: they are the fund's, and its book names nobody.
 */
@Component("aidLeavers")
class Leavers {
    private final JdbcClient db;
    private final Log log;
    private final LettingGo lettingGo;

    Leavers(JdbcClient db, Log log, LettingGo lettingGo) {
        this.db = db;
        this.log = log;
        this.lettingGo = lettingGo;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        db.sql("""
                SELECT record FROM aid.application WHERE person = :person
                UNION SELECT record FROM aid.pledge WHERE person = :person
                UNION SELECT over_record FROM aid.pledge WHERE person = :person AND over_record IS NOT NULL
                UNION SELECT withdrawn.record FROM aid.withdrawn JOIN aid.application ON application.id = withdrawn.application WHERE application.person = :person
                UNION SELECT voice.record FROM aid.voice JOIN aid.application ON application.id = voice.application WHERE application.person = :person
                UNION SELECT recused.record FROM aid.recused JOIN aid.application ON application.id = recused.application WHERE application.person = :person
                UNION SELECT record FROM aid.seat WHERE person = :person
                UNION SELECT record FROM aid.hardship WHERE person = :person
                UNION SELECT listed.record FROM aid.listed JOIN aid.hardship ON hardship.id = listed.hardship WHERE hardship.person = :person
                UNION SELECT visited.record FROM aid.visited JOIN aid.visit ON visit.id = visited.visit WHERE visit.person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        record Paper(UUID item, UUID by) {}
        db.sql("DELETE FROM aid.paper USING aid.application WHERE application.id = paper.application AND application.person = :person RETURNING paper.item, application.applied_by AS by")
                .param("person", person).query(Paper.class).list().forEach(it -> lettingGo.letGo(it.item(), it.by()));
        for (var sql : List.of(
                "UPDATE aid.application SET words = '', own_cost = NULL, dependants = NULL WHERE person = :person",
                "UPDATE aid.hardship SET words = '', over_at = coalesce(over_at, now()) WHERE person = :person",
                "UPDATE aid.voice SET reason = '–' FROM aid.application WHERE application.id = voice.application AND application.person = :person AND reason <> ''")) {
            db.sql(sql).param("person", person).update();
        }
    }
}
