package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One match of all with all by a published order. The current manager learns of it now, when somebody is shortlisted. */
@Service
public class Matches {
    /** Somebody in the published order of an opening. */
    public record Shortlisted(UUID opening, UUID person, String nameEn, String nameZh, int place, int level, int months, int choice, boolean got) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /** A round was matched; heard in its transaction. */
    record Matched(UUID round) {}

    private final JdbcClient db;
    private final Rotation rotation;
    private final Choices choices;
    private final Applications applications;
    private final Register register;
    private final Log log;
    private final ApplicationEventPublisher events;

    Matches(JdbcClient db, Rotation rotation, Choices choices, Applications applications, Register register, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.rotation = rotation;
        this.choices = choices;
        this.applications = applications;
        this.register = register;
        this.log = log;
        this.events = events;
    }

    /**
     * Matches all with all after the window. An opening takes people in this order: the level they hold on its track, then months in the role they leave, then
     * a draw anybody can repeat (the hash of round, opening and person). The order is kept and shown, and so is that no pair would rather have each other.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.round-unknown}; {@code career.round-matched}; {@code career.round-open} the window is not over;
     * {@code career.clear-first} somebody who chose was not cleared yet.
     */
    @Transactional
    public Answer<Integer> match(UUID round, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = rotation.locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (found.get().matched()) {
            return Answer.refused("", "career.round-matched");
        }
        if (!register.today().isAfter(found.get().untilDay())) {
            return Answer.refused("", "career.round-open");
        }
        var chosen = choices.of(round);
        if (chosen.stream().anyMatch(it -> it.may() == null)) {
            return Answer.refused("", "career.clear-first");
        }
        var wishes = new LinkedHashMap<UUID, List<UUID>>();
        var months = chosen.stream().collect(Collectors.toMap(Choices.Choice::person, Choices.Choice::months));
        chosen.stream().filter(it -> Boolean.TRUE.equals(it.may()) && applications.engaged(it.person())).forEach(it -> wishes.put(it.person(), it.openings()));
        var orders = new LinkedHashMap<UUID, List<Candidate>>();
        var posts = new ArrayList<Matching.Post>();
        for (var opening : rotation.openings(round)) {
            var order = wishes.entrySet().stream().filter(it -> it.getValue().contains(opening.id()))
                    .map(it -> new Candidate(it.getKey(), level(it.getKey(), opening.track()), months.getOrDefault(it.getKey(), 0), drawn(round, opening.id(), it.getKey()), it.getValue().indexOf(opening.id()) + 1))
                    .sorted(Candidate.ORDER).toList();
            orders.put(opening.id(), order);
            posts.add(new Matching.Post(opening.id(), opening.seats(), order.stream().map(Candidate::person).toList()));
        }
        var matched = Matching.of(wishes, posts);
        var blocking = Matching.blocking(wishes, posts, matched);
        if (!blocking.isEmpty()) {
            throw new IllegalStateException("round " + round + " has pairs that would rather have each other: " + blocking);
        }
        var pairs = orders.values().stream().mapToInt(List::size).sum();
        var rows = new ArrayList<Map<String, Object>>();
        orders.forEach((opening, order) -> {
            for (var place = 1; place <= order.size(); place++) {
                var it = order.get(place - 1);
                var got = opening.equals(matched.get(it.person()));
                rows.add(Map.of("opening", opening.toString(), "person", it.person().toString(), "place", place, "level", it.level(), "months", it.months(), "drawn", it.drawn(),
                        "choice", it.choice(), "got", got));
                db.sql("""
                        INSERT INTO career.shortlisted (opening, person, place, level, months, drawn, choice, got)
                        VALUES (:opening, :person, :place, :level, :months, :drawn, :choice, :got)
                        """)
                        .param("opening", opening).param("person", it.person()).param("place", place).param("level", it.level()).param("months", it.months())
                        .param("drawn", it.drawn()).param("choice", it.choice()).param("got", got)
                        .update();
            }
        });
        db.sql("INSERT INTO career.matched (round, pairs, matched_by, at, record) VALUES (:round, :pairs, :by, :at, :record)")
                .param("round", round).param("pairs", pairs).param("by", by.account()).param("at", applications.now())
                .param("record", log.recordBatch("career.matched", register.today(), Map.of("round", round.toString(), "pairs", pairs, "got", matched.size()), rows))
                .update();
        events.publishEvent(new Matched(round));
        return Answer.done(matched.size());
    }

    /** Somebody in the order of an opening. */
    private record Candidate(UUID person, int level, int months, String drawn, int choice) {
        static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::level).reversed().thenComparing(Comparator.comparingInt(Candidate::months).reversed())
                .thenComparing(Candidate::drawn);
    }

    private int level(UUID person, String track) {
        return applications.held(person).stream().filter(it -> it.track().equals(track) && !it.untilDay().isBefore(register.today())).mapToInt(Applications.Held::level).max().orElse(0);
    }

    static String drawn(UUID round, UUID opening, UUID person) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((round + " " + opening + " " + person).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }

    private static final String LISTED = """
              FROM career.shortlisted AS listed
              JOIN career.opening ON opening.id = listed.opening
              JOIN directory.name ON name.id = listed.person
             WHERE opening.round = :round
            """;

    private static final String TOLD = "SELECT listed.opening, listed.person, name.name_en, name.name_zh, listed.place, listed.level, listed.months, listed.choice, listed.got" + LISTED;

    private static final String FOUND = " AND (:q = '%%' OR name.number ILIKE :q OR name.name_en ILIKE :q OR name.name_zh ILIKE :q)";

    private static final String ORDER = " ORDER BY opening.role_en, listed.opening, listed.place";

    List<Shortlisted> shortlisted(UUID round) {
        return db.sql(TOLD + ORDER).param("round", round).query(Shortlisted.class).list();
    }

    /** A page of it. */
    List<Shortlisted> shortlisted(UUID round, Query query) {
        return db.sql(TOLD + FOUND + ORDER + " LIMIT :most OFFSET :skip").param("round", round).param("q", "%" + query.filter("q") + "%").param("most", query.limit()).param("skip", query.offset())
                .query(Shortlisted.class).list();
    }

    long count(UUID round, Query query) {
        return db.sql("SELECT count(*)" + LISTED + FOUND).param("round", round).param("q", "%" + query.filter("q") + "%").query(Long.class).single();
    }

    /** Where somebody themselves stands. */
    List<Shortlisted> shortlisted(UUID round, UUID person) {
        return db.sql(TOLD + " AND listed.person = :person" + ORDER).param("round", round).param("person", person).query(Shortlisted.class).list();
    }
}
