package org.probity.people.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.recruitment.Applying.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants agree to, in versions: whoever has applied keeps the one they agreed to, and its days. */
@Service
public class Notices {
    static final int WORDS_LONGEST = 6_000;
    static final int DAYS_LEAST = 30;
    static final int DAYS_MOST = 730;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Notices(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** The newest first. */
    List<Notice> all() {
        return db.sql("SELECT version, from_day, keep_days, words_en, words_zh, set_by FROM recruitment.notice ORDER BY version DESC").query(Notice.class).list();
    }

    /**
     * Counsel says it anew, from a day to come or today.
     *
     * <p>Refusals: {@code recruitment.counsel-says}; {@code recruitment.notice-words}; {@code recruitment.keep-days}; {@code recruitment.from-past}.
     */
    @Transactional
    public Answer<Integer> say(String en, String zh, int keepDays, LocalDate from, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "recruitment.counsel-says");
        }
        if (en.isBlank() || zh.isBlank() || en.strip().length() > WORDS_LONGEST || zh.strip().length() > WORDS_LONGEST) {
            return Answer.refused(en.isBlank() || en.strip().length() > WORDS_LONGEST ? "wordsEn" : "wordsZh", "recruitment.notice-words", WORDS_LONGEST);
        }
        if (keepDays < DAYS_LEAST || keepDays > DAYS_MOST) {
            return Answer.refused("keepDays", "recruitment.keep-days", DAYS_LEAST, DAYS_MOST);
        }
        if (from.isBefore(today())) {
            return Answer.refused("fromDay", "recruitment.from-past");
        }
        db.sql("LOCK TABLE recruitment.notice IN SHARE ROW EXCLUSIVE MODE").update();
        var version = 1 + db.sql("SELECT max(version) FROM recruitment.notice").query(Integer.class).single();
        db.sql("""
                INSERT INTO recruitment.notice (version, from_day, keep_days, words_en, words_zh, set_by, set_at, record)
                VALUES (:version, :from, :days, :en, :zh, :by, :at, :record)
                """)
                .param("version", version).param("from", from).param("days", keepDays).param("en", en.strip()).param("zh", zh.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", log.record("recruitment.notice", today(), Map.of("version", version, "keep_days", keepDays, "from", from.toString())))
                .update();
        return Answer.done(version);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
