package org.probity.shapes.course;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is taught and was written here, each under its hash. */
@Service
public class Lessons {
    private final JdbcClient db;
    private final Clock clock;

    Lessons(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return the hash it is found by */
    @Transactional(propagation = Propagation.MANDATORY)
    public String keep(Lesson lesson) {
        var sha256 = lesson.sha256();
        db.sql("INSERT INTO course.lesson (sha256, content, kept_at) VALUES (:sha256, :content, :at) ON CONFLICT DO NOTHING")
                .param("sha256", sha256).param("content", lesson.text()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return sha256;
    }

    public Optional<Lesson> find(String sha256) {
        return db.sql("SELECT content FROM course.lesson WHERE sha256 = :sha256").param("sha256", sha256).query(String.class).optional().map(Lesson::read);
    }
}
