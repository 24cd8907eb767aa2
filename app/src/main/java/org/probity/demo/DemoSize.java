package org.probity.demo;

import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many suppliers the demo has. It is decided when the telling begins and kept with the chapters, because a story that was told for so many
 * cannot go on for others; a home that was filled before there was a choice has those whom the story names.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class DemoSize {
    /** If nobody says otherwise: as many as are told within some minutes on two processors. */
    private static final String USUAL = "1200";
    private static final String CHAPTER = "size ";

    private final JdbcClient db;
    private final int wanted;

    DemoSize(JdbcClient db, @Value("${probity.demo.size:" + USUAL + "}") int wanted) {
        this.db = db;
        this.wanted = wanted;
    }

    int suppliers() {
        var told = db.sql("SELECT name FROM demo.chapter").query(String.class).list();
        return told.stream().filter(it -> it.startsWith(CHAPTER)).map(it -> Integer.valueOf(it.substring(CHAPTER.length()))).findFirst()
                .orElse(told.isEmpty() ? Math.max(wanted, Crowd.NAMED) : Crowd.NAMED);
    }

    /** From here on it stays. */
    void keep() {
        db.sql("INSERT INTO demo.chapter (name, told_at) VALUES (:name, :at) ON CONFLICT DO NOTHING")
                .param("name", CHAPTER + suppliers()).param("at", OffsetDateTime.now())
                .update();
    }
}
