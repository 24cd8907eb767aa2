package org.probity.people.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.survey.Survey.Kind;
import org.probity.shapes.ballot.Roll;
import org.probity.shapes.ballot.Round;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.rule.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of questionnaires: who is asked what and when. It is all fixed as a round is launched, thresholds too. */
@Service
public class Surveys implements Roll {
    static final String PURPOSE = "survey";
    static final int DAYS_MOST = 92;
    private static final int YOUNG = 1;
    private static final int OLD = 5;

    /** Published in the transaction in which a round is launched. */
    public record Launched(UUID round) {}

    /**
     * @param unit code of the one unit asked; empty: everybody
     * @param items codes; none: all of the pack
     * @param asksAgain number of a round of which items are asked once more; empty: none
     */
    public record Launch(Kind kind, String pack, List<String> items, String unit, String asksAgain, LocalDate firstDay, LocalDate lastDay) {
        public Launch {
            items = List.copyOf(items);
        }
    }

    /** Where somebody stands in a round that asks them. */
    public record Standing(int place, List<String> path, String tenure, String kind, int people) {
        public Standing {
            path = List.copyOf(path);
        }
    }

    private static final String ROUND = """
            SELECT round.*, unit.code AS unit_code, closing.day AS closed_on, released.round IS NOT NULL AS is_released
              FROM survey.round
              LEFT JOIN directory.unit ON unit.id = round.unit
              LEFT JOIN survey.closing ON closing.round = round.id
              LEFT JOIN survey.released ON released.round = round.id
            """;

    private final JdbcClient db;
    private final Directory directory;
    private final Rounds rounds;
    private final Rules rules;
    private final Packs packs;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(JdbcClient db, Directory directory, Rounds rounds, Rules rules, Packs packs, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.rounds = rounds;
        this.rules = rules;
        this.packs = packs;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** From how many people on a round that is launched today tells anything. */
    int least() {
        return rules.on(SurveyRule.LEAST, today());
    }

    int commentLeast() {
        return rules.on(SurveyRule.COMMENT_LEAST, today());
    }

    public List<Survey> all() {
        return db.sql(ROUND + " ORDER BY round.first_day DESC, round.number DESC").query(this::survey).list();
    }

    public Optional<Survey> find(UUID id) {
        return db.sql(ROUND + " WHERE round.id = :id").param("id", id).query(this::survey).optional();
    }

    public Optional<Survey> numbered(String number) {
        return !number.matches("[YP][0-9-]{4,12}") ? Optional.empty() : db.sql(ROUND + " WHERE round.number = :number").param("number", number).query(this::survey).optional();
    }

    private Survey survey(ResultSet row, int n) throws SQLException {
        var pack = row.getString("pack");
        return new Survey(row.getObject("id", UUID.class), row.getString("number"), Kind.valueOf(row.getString("kind")), row.getInt("year"),
                packs.find(pack).orElseThrow(() -> new IllegalStateException("a round asked " + pack)),
                Arrays.asList((String[]) row.getArray("items").getArray()), row.getString("unit_code"), row.getObject("asks_again", UUID.class), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), row.getInt("least"), row.getInt("comment_least"), row.getInt("rate_least"), row.getInt("invited"), row.getObject("ballot", UUID.class),
                row.getObject("closed_on", LocalDate.class), row.getBoolean("is_released"));
    }

    /**
     * Human resources send a questionnaire round. Who is engaged here today is asked, retirees not; in which group each stands is frozen with it, and so is from
     * how many people on anything is told. Each gets one token, or draws one slip.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.pack-unknown}; {@code survey.item-unknown} one that the pack does not have; {@code survey.days-wrong}
     * the first day has been, or the last comes before it or more than a quarter later; {@code survey.unit-unknown}; {@code survey.yearly-all} the yearly round asks
     * everybody everything; {@code survey.yearly-once}; {@code survey.again-unknown} no released round of that number, or none with these items; {@code survey.asked-lately}
     * the same people were asked the same within some weeks; {@code survey.few} fewer people than anything may be told of.
     */
    @Transactional
    public Answer<UUID> launch(Launch it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        var pack = packs.find(it.pack());
        if (pack.isEmpty()) {
            return Answer.refused("pack", "survey.pack-unknown");
        }
        var all = pack.get().items().stream().map(Pack.Item::code).toList();
        if (!all.containsAll(it.items())) {
            return Answer.refused("items", "survey.item-unknown");
        }
        var today = today();
        if (it.firstDay().isBefore(today) || it.lastDay().isBefore(it.firstDay()) || it.lastDay().isAfter(it.firstDay().plusDays(DAYS_MOST))) {
            return Answer.refused("lastDay", "survey.days-wrong", DAYS_MOST);
        }
        var tree = directory.tree(today);
        var unit = tree.stream().filter(place -> place.code().equals(it.unit().strip())).findFirst();
        if (unit.isEmpty() && !it.unit().isBlank()) {
            return Answer.refused("unit", "survey.unit-unknown");
        }
        if (it.kind() == Kind.YEARLY) {
            if (unit.isPresent() || !it.items().isEmpty() || !it.asksAgain().isBlank()) {
                return Answer.refused("kind", "survey.yearly-all");
            }
            if (db.sql("SELECT count(*) FROM survey.round WHERE kind = 'YEARLY' AND year = :year").param("year", it.firstDay().getYear()).query(Long.class).single() > 0) {
                return Answer.refused("kind", "survey.yearly-once", String.valueOf(it.firstDay().getYear()));
            }
        }
        var again = it.asksAgain().isBlank() ? Optional.<Survey>empty() : numbered(it.asksAgain().strip()).filter(Survey::released);
        if (!it.asksAgain().isBlank() && (again.isEmpty() || !again.get().items().containsAll(it.items().isEmpty() ? all : it.items()))) {
            return Answer.refused("asksAgain", "survey.again-unknown");
        }
        var asked = it.items().isEmpty() ? all : it.items();
        var lately = lately(asked, unit.orElse(null), tree, it.firstDay());
        if (lately.isPresent()) {
            return Answer.refused("firstDay", "survey.asked-lately", lately.get().number(), rules.on(SurveyRule.AGAIN_DAYS, today));
        }
        int least = rules.on(SurveyRule.LEAST, today);
        var places = Population.places(heads(tree, unit.map(Place::id).orElse(null), today), least);
        if (places.isEmpty()) {
            return Answer.refused("unit", "survey.few", least);
        }
        return Answer.done(keep(it, pack.get(), it.items().isEmpty() ? all : all.stream().filter(it.items()::contains).toList(), unit.map(Place::id).orElse(null), again.map(Survey::id).orElse(null), places, least, by));
    }

    /**
     * A round that asked some of the same people one of these items so lately that they would answer the same: if one of them has left since, two results that are told apart would tell
     * what that one said.
     */
    private Optional<Survey> lately(List<String> items, @Nullable Place unit, List<Place> tree, LocalDate first) {
        var since = first.minusDays(rules.on(SurveyRule.AGAIN_DAYS, today()));
        return all().stream().filter(it -> it.lastDay().isAfter(since)).filter(it -> it.items().stream().anyMatch(items::contains)).filter(it -> {
            var other = tree.stream().filter(place -> place.code().equals(it.unit())).findFirst();
            return unit == null || other.isEmpty() || unit.within(other.get().id()) || other.get().within(unit.id());
        }).findFirst();
    }

    private List<Population.Head> heads(List<Place> tree, @Nullable UUID below, LocalDate today) {
        var codes = new HashMap<UUID, String>();
        tree.forEach(it -> codes.put(it.id(), it.code()));
        var paths = new HashMap<UUID, List<String>>();
        tree.stream().filter(it -> below == null || it.within(below)).forEach(it -> paths.put(it.id(), it.path().stream().map(codes::get).toList()));
        return db.sql("""
                SELECT DISTINCT ON (engaged.person) engaged.person, engaged.unit, engaged.kind, first.began
                  FROM directory.engaged(:day, :known) AS engaged
                  JOIN (SELECT person, min(from_day) AS began FROM directory.stretches('1900-01-01', :day, :known) WHERE kind <> 'RETIREE' GROUP BY person) AS first ON first.person = engaged.person
                 WHERE engaged.kind <> 'RETIREE'
                 ORDER BY engaged.person, engaged.from_day
                """)
                .param("day", today).param("known", now())
                .query((row, n) -> new Object() {
                    final UUID person = row.getObject("person", UUID.class);
                    final @Nullable List<String> path = paths.get(row.getObject("unit", UUID.class));
                    final String kind = Engagement.valueOf(row.getString("kind")) == Engagement.EMPLOYEE ? "EMPLOYEE" : "OTHER";
                    final LocalDate began = row.getObject("began", LocalDate.class);
                }).list().stream().filter(it -> it.path != null)
                .map(it -> new Population.Head(it.person, it.path, it.began.isAfter(today.minusYears(YOUNG)) ? "T0" : it.began.isAfter(today.minusYears(OLD)) ? "T1" : "T5", it.kind)).toList();
    }

    private UUID keep(Launch it, Pack pack, List<String> items, @Nullable UUID unit, @Nullable UUID again, List<Population.Place> places, int least, Me by) {
        var id = UUID.randomUUID();
        var today = today();
        var invited = places.stream().mapToInt(place -> place.people().size()).sum();
        var year = it.firstDay().getYear();
        var number = it.kind() == Kind.YEARLY ? "Y" + year
                : "P%d-%02d".formatted(year, 1 + db.sql("SELECT count(*) FROM survey.round WHERE kind = 'PULSE' AND year = :year").param("year", year).query(Long.class).single());
        var ballot = rounds.open(PURPOSE, 1, it.firstDay(), it.lastDay());
        int comments = rules.on(SurveyRule.COMMENT_LEAST, today);
        int rates = rules.on(SurveyRule.RATE_LEAST, today);
        var record = log.record("survey.launched", today, Map.of("round", id.toString(), "number", number, "pack_sha256", pack.sha256(), "items", items, "invited", invited, "places", places.size(),
                "least", least, "comment_least", comments, "first_day", it.firstDay().toString(), "last_day", it.lastDay().toString()));
        db.sql("""
                INSERT INTO survey.round (id, number, kind, year, pack, pack_sha256, items, unit, asks_again, first_day, last_day, least, comment_least, rate_least, invited, ballot, launched_by, launched_at, record)
                VALUES (:id, :number, :kind, :year, :pack, :sha, :items, :unit, :again, :first, :last, :least, :comments, :rates, :invited, :ballot, :by, :at, :record)
                """)
                .param("id", id).param("number", number).param("kind", it.kind().name()).param("year", year).param("pack", pack.code()).param("sha", pack.sha256())
                .param("items", items.toArray(String[]::new)).param("unit", unit).param("again", again).param("first", it.firstDay()).param("last", it.lastDay()).param("least", least)
                .param("comments", comments).param("rates", rates).param("invited", invited).param("ballot", ballot.id()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        var people = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        for (var place : places) {
            db.sql("INSERT INTO survey.place (round, no, path, tenure, kind, people) VALUES (:round, :no, :path, :tenure, :kind, :people)").param("round", id).param("no", place.no())
                    .param("path", place.path().toArray(String[]::new)).param("tenure", place.tenure()).param("kind", place.kind()).param("people", place.people().size()).update();
            people.addAll(place.people());
            place.people().forEach(_ -> numbers.add(place.no()));
        }
        db.sql("INSERT INTO survey.invited (round, person, place) SELECT :round, person, place FROM unnest(:people::uuid[], :places::int[]) AS asked (person, place) ORDER BY person")
                .param("round", id).param("people", people.toArray(UUID[]::new)).param("places", numbers.toArray(Integer[]::new)).update();
        events.publishEvent(new Launched(id));
        return id;
    }

    /** Rounds that ask whoever is at the screen today; whether they have answered nobody knows. */
    public List<Survey> asking(Me me) {
        return directory.personOf(me).map(person -> db.sql(ROUND + """
                  JOIN survey.invited ON invited.round = round.id AND invited.person = :person
                 WHERE closing.round IS NULL AND :today BETWEEN round.first_day AND round.last_day
                 ORDER BY round.last_day, round.number
                """).param("person", person).param("today", today()).query(this::survey).list()).orElse(List.of());
    }

    /** Where whoever is at the screen stands in a round that is open. */
    public Optional<Standing> standing(UUID round, Me me) {
        return directory.personOf(me).flatMap(person -> db.sql("""
                SELECT place.no, place.path, place.tenure, place.kind, place.people
                  FROM survey.invited
                  JOIN survey.place ON place.round = invited.round AND place.no = invited.place
                 WHERE invited.round = :round AND invited.person = :person
                """).param("round", round).param("person", person)
                .query((row, n) -> new Standing(row.getInt(1), Arrays.asList((String[]) row.getArray(2).getArray()), row.getString(3), row.getString(4), row.getInt(5))).optional());
    }

    @Override
    public Set<String> purposes() {
        return Set.of(PURPOSE);
    }

    /** One token for each who is asked and does not answer on paper. */
    @Override
    public Optional<UUID> person(Me me, Round round) {
        return directory.personOf(me).flatMap(person -> db.sql("""
                SELECT invited.person
                  FROM survey.round
                  JOIN survey.invited ON invited.round = round.id
                 WHERE round.ballot = :ballot AND invited.person = :person AND invited.paper IS NULL
                """).param("ballot", round.id()).param("person", person).query(UUID.class).optional());
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
