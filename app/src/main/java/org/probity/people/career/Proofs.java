package org.probity.people.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.career.Application.Attached;
import org.probity.people.career.Application.Said;
import org.probity.people.career.Application.State;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shows each item of an application: words and files, kept as a draft as often as one likes, and sent in when it is complete. */
@Service
public class Proofs {
    static final int WORDS_LONGEST = 4_000;
    static final int FILE_BYTES_MAX = 10 << 20;
    static final int FILES_MOST = 40;

    public record Upload(String name, byte[] bytes) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Register register;
    private final Evidence evidence;
    private final Log log;

    Proofs(JdbcClient db, Applications applications, Register register, Evidence evidence, Log log) {
        this.db = db;
        this.applications = applications;
        this.register = register;
        this.evidence = evidence;
        this.log = log;
    }

    /**
     * Keeps what was written so far; it may be kept as often as one likes.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.not-draft} it was sent; {@code career.item-unknown}; {@code career.words-long}.
     */
    @Transactional
    public Answer<Integer> keep(UUID application, Map<UUID, String> words, Me by) {
        return drafting(application, by, it -> {
            var asked = applications.asked(it);
            for (var said : words.entrySet()) {
                if (asked.stream().noneMatch(item -> item.id().equals(said.getKey()))) {
                    return Answer.refused("", "career.item-unknown");
                }
                if (said.getValue().length() > WORDS_LONGEST) {
                    return Answer.refused("said." + said.getKey(), "career.words-long", WORDS_LONGEST);
                }
            }
            var before = said(application).stream().collect(Collectors.toMap(Said::item, Said::words));
            var kept = 0;
            for (var said : words.entrySet()) {
                if (!said.getValue().strip().equals(before.getOrDefault(said.getKey(), ""))) {
                    db.sql("""
                            INSERT INTO career.said (application, item, no, words, at)
                            SELECT :application, :item, coalesce((SELECT max(no) FROM career.said WHERE application = :application AND item = :item), 0) + 1, :words, :at
                            """)
                            .param("application", application).param("item", said.getKey()).param("words", said.getValue().strip()).param("at", applications.now())
                            .update();
                    kept++;
                }
            }
            return Answer.done(kept);
        });
    }

    /**
     * Adds a file to an item.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.not-draft}; {@code career.item-unknown}; {@code career.file-missing}; {@code career.file-big};
     * {@code career.files-many}.
     */
    @Transactional
    public Answer<UUID> attach(UUID application, UUID item, Upload file, Me by) {
        return drafting(application, by, it -> {
            if (applications.asked(it).stream().noneMatch(known -> known.id().equals(item))) {
                return Answer.refused("", "career.item-unknown");
            }
            if (file.bytes().length == 0) {
                return Answer.refused("file", "career.file-missing");
            }
            if (file.bytes().length > FILE_BYTES_MAX) {
                return Answer.refused("file", "career.file-big", FILE_BYTES_MAX >> 20);
            }
            if (files(application).size() >= FILES_MOST) {
                return Answer.refused("file", "career.files-many", FILES_MOST);
            }
            var kept = evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account());
            db.sql("INSERT INTO career.file (id, application, item, at) VALUES (:id, :application, :item, :at)")
                    .param("id", kept.id()).param("application", application).param("item", item).param("at", applications.now())
                    .update();
            return Answer.done(kept.id());
        });
    }

    /**
     * Sends it in. From here on nothing in it changes.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.not-draft}; {@code career.item-empty} one for each item without words and file.
     */
    @Transactional
    public Answer<Application> send(UUID application, Me by) {
        return drafting(application, by, it -> {
            var said = said(application).stream().collect(Collectors.toMap(Said::item, Said::words));
            var files = files(application).stream().map(Attached::item).collect(Collectors.toSet());
            var empty = applications.asked(it).stream().filter(item -> said.getOrDefault(item.id(), "").isBlank() && !files.contains(item.id()))
                    .map(item -> new Reason("said." + item.id(), "career.item-empty", List.of(item.code()))).toList();
            if (!empty.isEmpty()) {
                return new Answer.Refused<>(empty);
            }
            var hashes = new ArrayList<Map<String, Object>>();
            files(application).forEach(file -> hashes.add(Map.of("item", file.item().toString(), "sha256", evidence.find(file.id()).orElseThrow().sha256())));
            applications.step(application, State.SENT, log.recordBatch("career.application", register.today(), Map.of("application", application.toString(), "version", it.version().toString(),
                    "level", it.level()), hashes), by);
            return applications.moved(application);
        });
    }

    private <T> Answer<T> drafting(UUID application, Me by, Function<Application, Answer<T>> act) {
        var found = applications.locked(application).filter(it -> it.openedBy().equals(by.account()));
        if (found.isEmpty()) {
            return Answer.refused("", "career.not-yours");
        }
        return found.get().state() == State.DRAFT ? act.apply(found.get()) : Answer.refused("", "career.not-draft");
    }

    List<Said> said(UUID application) {
        return db.sql("SELECT DISTINCT ON (item) item, words, at FROM career.said WHERE application = :id ORDER BY item, no DESC").param("id", application).query(Said.class).list();
    }

    List<Attached> files(UUID application) {
        return db.sql("SELECT id, item FROM career.file WHERE application = :id ORDER BY at, id").param("id", application)
                .query((row, n) -> attached(row)).list();
    }

    private Attached attached(ResultSet row) throws SQLException {
        var kept = evidence.find(row.getObject(1, UUID.class)).orElseThrow();
        return new Attached(kept.id(), row.getObject(2, UUID.class), kept.name(), kept.size());
    }
}
