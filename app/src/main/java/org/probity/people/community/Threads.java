package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.MeasureKind;
import org.probity.shapes.measure.Measures;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Threads as they are shown, and what the house does about them. */
@Service
public class Threads implements MeasureKind {
    public static final String MEASURES = "community.thread";
    /** So many are shown on the board, the newest first, and all that are not at their end. */
    static final int SHOWN = 300;

    /** Where a thread stands. */
    public enum State { OPEN, ANSWERED, REFERRED, RESULT, SOLVED }

    /**
     * @param due the last day for the answer it waits for; none: it waits for none
     * @param judgeRound while its result is judged
     * @param letGoOn since when its words are kept no longer
     */
    public record Thread(UUID id, Sort sort, @Nullable UUID unit, String unitEn, String unitZh, LocalDate day, @Nullable LocalDate due, State state, boolean reopened, String text, @Nullable String hidden, long voices,
            long replies, @Nullable UUID judgeRound, @Nullable LocalDate judgeUntil, UUID voiceRound, LocalDate voiceUntil, @Nullable LocalDate letGoOn) {
        public String place(Lang lang) {
            return lang == Lang.ZH ? unitZh : unitEn;
        }

        /** The first words, for lists. */
        public String begins() {
            if (hidden != null) {
                return "";
            }
            var line = text.strip().lines().findFirst().orElse("");
            return line.codePointCount(0, line.length()) <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
        }

        public boolean late(LocalDate today) {
            return due != null && due.isBefore(today);
        }
    }

    /** @param hidden the reasons, if it is hidden @param mayAppeal whether its author may still ask again */
    public record Post(UUID id, UUID thread, boolean first, byte[] author, String text, LocalDate day, @Nullable String hidden, boolean mayAppeal) {}

    public record Step(UUID thread, int no, String what, String text, LocalDate day, @Nullable LocalDate due, @Nullable UUID judgeRound, @Nullable UUID by) {}

    private static final String SELECT = """
            SELECT thread.id, thread.sort, thread.unit, coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh, thread.day,
                   CASE coalesce(step.what, 'OPEN') WHEN 'OPEN' THEN thread.due WHEN 'REOPENED' THEN step.due END AS due,
                   CASE coalesce(step.what, 'OPEN') WHEN 'REOPENED' THEN 'OPEN' ELSE coalesce(step.what, 'OPEN') END AS state,
                   EXISTS (SELECT FROM community.step AS again WHERE again.thread = thread.id AND again.what = 'REOPENED') AS reopened,
                   post.text, hiding.reasons AS hidden,
                   (SELECT count(*) FROM community.voice WHERE voice.thread = thread.id) AS voices,
                   (SELECT count(*) FROM community.post AS reply WHERE reply.thread = thread.id AND NOT reply.first) AS replies,
                   CASE WHEN step.what = 'RESULT' THEN step.judge_round END AS judge_round,
                   CASE WHEN step.what = 'RESULT' THEN judging.last_day END AS judge_until,
                   thread.voice_round, voicing.last_day AS voice_until, thread.let_go_on
              FROM community.thread
              JOIN community.post ON post.thread = thread.id AND post.first
              JOIN ballot.round AS voicing ON voicing.id = thread.voice_round
              LEFT JOIN directory.places(:today, 'infinity') AS place ON place.unit = thread.unit
              LEFT JOIN LATERAL (SELECT * FROM community.step WHERE step.thread = thread.id ORDER BY no DESC LIMIT 1) AS step ON TRUE
              LEFT JOIN ballot.round AS judging ON judging.id = step.judge_round
              LEFT JOIN LATERAL (SELECT CASE WHEN ruling.hidden THEN ruling.reasons END AS reasons FROM community.ruling JOIN community.look ON look.id = ruling.look
                                  WHERE ruling.post = post.id ORDER BY look.hearing DESC LIMIT 1) AS hiding ON TRUE
            """;

    private final JdbcClient db;
    private final Community community;
    private final Liaisons liaisons;
    private final ObjectProvider<Measures> measures;
    private final Rounds rounds;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    /** @param measures asks its kinds in turn, of which this is one */
    Threads(JdbcClient db, Community community, Liaisons liaisons, ObjectProvider<Measures> measures, Rounds rounds, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.community = community;
        this.liaisons = liaisons;
        this.measures = measures;
        this.rounds = rounds;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    public List<Thread> shown() {
        return db.sql(SELECT + " WHERE thread.let_go_on IS NULL ORDER BY (step.what IS DISTINCT FROM 'SOLVED' AND step.what IS DISTINCT FROM 'REFERRED') DESC, thread.day DESC, thread.id LIMIT :most").param("today", today()).param("most", SHOWN)
                .query(Thread.class).list();
    }

    public Optional<Thread> find(UUID id) {
        return db.sql(SELECT + " WHERE thread.id = :id").param("today", today()).param("id", id).query(Thread.class).optional();
    }

    /** Those that wait for an answer; the soonest due first. */
    List<Thread> waiting() {
        return db.sql(SELECT + " WHERE step.what IS NULL OR step.what = 'REOPENED' ORDER BY 7, thread.id").param("today", today()).query(Thread.class).list();
    }

    public List<Post> posts(Collection<UUID> of) {
        return db.sql("""
                SELECT post.id, post.thread, post.first, post.author, post.text, post.day, hiding.reasons AS hidden,
                       hiding.reasons IS NOT NULL AND NOT EXISTS (SELECT FROM community.look WHERE look.post = post.id AND look.hearing = 2) AS may_appeal
                  FROM community.post
                  LEFT JOIN LATERAL (SELECT CASE WHEN ruling.hidden THEN ruling.reasons END AS reasons FROM community.ruling JOIN community.look ON look.id = ruling.look
                                      WHERE ruling.post = post.id ORDER BY look.hearing DESC LIMIT 1) AS hiding ON TRUE
                 WHERE post.thread = ANY (:of)
                 ORDER BY post.thread, NOT post.first, post.day, post.id
                """).param("of", of.toArray(UUID[]::new)).query(Post.class).list();
    }

    List<Step> steps(Collection<UUID> of) {
        return db.sql("SELECT thread, no, what, text, day, due, judge_round, by FROM community.step WHERE thread = ANY (:of) ORDER BY thread, no").param("of", of.toArray(UUID[]::new)).query(Step.class).list();
    }

    /** The whole board, the same for everybody who may read: what somebody looks at in it only their browser knows. */
    Map<String, Object> board() {
        var threads = shown();
        var ids = threads.stream().map(Thread::id).toList();
        var posts = posts(ids).stream().collect(Collectors.groupingBy(Post::thread));
        var steps = steps(ids).stream().collect(Collectors.groupingBy(Step::thread));
        var promised = measures.getObject().of(MEASURES, ids).stream().collect(Collectors.groupingBy(Measure::subject));
        var judged = new HashMap<UUID, long[]>();
        db.sql("SELECT thread, solved, count(*) FROM community.judgement WHERE thread = ANY (:of) GROUP BY 1, 2").param("of", ids.toArray(UUID[]::new)).query(row -> {
            judged.computeIfAbsent(row.getObject(1, UUID.class), _ -> new long[2])[row.getBoolean(2) ? 0 : 1] = row.getLong(3);
        });
        var told = new HashMap<String, Object>();
        told.put("today", today().toString());
        told.put("places", community.places().stream().map(it -> Map.of("unit", it.unit().toString(), "en", it.nameEn(), "zh", it.nameZh())).toList());
        community.month().ifPresent(it -> told.put("month", it.id().toString()));
        told.put("threads", threads.stream().map(it -> {
            var thread = new HashMap<String, Object>(Map.of("id", it.id(), "sort", it.sort().name(), "en", it.unitEn(), "zh", it.unitZh(), "day", it.day().toString(), "state", it.state().name(),
                    "voices", it.voices(), "reopened", it.reopened()));
            if (it.due() != null) {
                thread.put("due", it.due().toString());
            }
            if (!it.voiceUntil().isBefore(today())) {
                thread.put("voiceRound", it.voiceRound());
            }
            if (it.judgeRound() != null && !it.judgeUntil().isBefore(today())) {
                thread.put("judgeRound", it.judgeRound());
                thread.put("judgeUntil", it.judgeUntil().toString());
            }
            var counts = judged.getOrDefault(it.id(), new long[2]);
            thread.put("yes", counts[0]);
            thread.put("no", counts[1]);
            thread.put("posts", posts.getOrDefault(it.id(), List.of()).stream().map(Threads::told).toList());
            thread.put("steps", steps.getOrDefault(it.id(), List.of()).stream().map(step -> Map.of("what", step.what(), "text", step.text(), "day", step.day().toString())).toList());
            thread.put("measures", promised.getOrDefault(it.id(), List.of()).stream().map(one -> {
                var measure = new HashMap<String, Object>(Map.of("what", one.what(), "due", one.dueDay().toString(), "state", one.state().name()));
                one.published().ifPresent(result -> measure.put("result", result));
                return measure;
            }).toList());
            return thread;
        }).toList());
        return told;
    }

    private static Map<String, Object> told(Post it) {
        var post = new HashMap<String, Object>(Map.of("id", it.id(), "author", Base64.getUrlEncoder().withoutPadding().encodeToString(it.author()), "day", it.day().toString(), "first", it.first()));
        if (it.hidden() == null) {
            post.put("text", it.text());
        } else {
            post.put("hidden", List.of(it.hidden().split(" ")));
            post.put("mayAppeal", it.mayAppeal());
        }
        return post;
    }

    /**
     * The place's liaison officer or deputy says what the house thinks of it, or what it will do.
     *
     * <p>Refusals: {@code community.thread-unknown}; {@code community.not-liaison}; {@code community.answered-before}; those of the text.
     */
    @Transactional
    public Answer<Integer> answer(UUID thread, String text, Me me) {
        return step(thread, "ANSWERED", text, me);
    }

    /**
     * Says to the author that this is for those who read reports in confidence. Their browser offers to pass it on; nobody else can.
     *
     * <p>Refusals: those of {@link #answer}.
     */
    @Transactional
    public Answer<Integer> refer(UUID thread, String text, Me me) {
        return step(thread, "REFERRED", text, me);
    }

    /**
     * Shows what came of it; from then on readers judge whether it is solved.
     *
     * <p>Refusals: those of {@link #answer}; {@code community.not-answered}; {@code community.measures-open} something was promised that nobody has seen done.
     */
    @Transactional
    public Answer<Integer> publish(UUID thread, String text, Me me) {
        return step(thread, "RESULT", text, me);
    }

    private Answer<Integer> step(UUID id, String what, String text, Me me) {
        db.sql("SELECT FROM community.thread WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        var thread = find(id);
        if (thread.isEmpty()) {
            return Answer.refused("", "community.thread-unknown");
        }
        if (!liaisons.answers(thread.get().unit(), me)) {
            return Answer.refused("", "community.not-liaison");
        }
        if (text.isBlank()) {
            return Answer.refused("text", "community.text-missing");
        }
        if (text.strip().length() > Community.TEXT) {
            return Answer.refused("text", "community.text-long", Community.TEXT);
        }
        var result = what.equals("RESULT");
        if (result && thread.get().state() != State.ANSWERED) {
            return Answer.refused("", "community.not-answered");
        }
        if (!result && thread.get().state() != State.OPEN) {
            return Answer.refused("", "community.answered-before");
        }
        if (result && measures.getObject().of(new Subject(MEASURES, id)).stream().anyMatch(Measure::open)) {
            return Answer.refused("", "community.measures-open");
        }
        var today = today();
        // The day a result is shown counts: whoever reads it has until the end of the last day.
        var judging = result ? rounds.open(Everybody.JUDGEMENTS, 1, today, today.plusDays(rules.on(CommunityRule.JUDGE_DAYS, today))).id() : null;
        var no = steps(List.of(id)).size() + 1;
        var record = log.record("community.step", today, Map.of("thread", id.toString(), "no", no, "what", what, "text_sha256", Hash.sha256(text.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex()));
        db.sql("INSERT INTO community.step (thread, no, what, text, day, judge_round, by, at, record) VALUES (:thread, :no, :what, :text, :day, :judging, :by, :at, :record)").param("thread", id).param("no", no)
                .param("what", what).param("text", text.strip()).param("day", today).param("judging", judging, java.sql.Types.OTHER).param("by", me.account())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        return Answer.done(no);
    }

    @Override
    public String key() {
        return MEASURES;
    }

    @Override
    public boolean mayLead(Me me) {
        return me.is(Role.HR) || !liaisons.of(me).isEmpty();
    }

    /** Everybody who works here may read a thread, and so what was promised on it. */
    @Override
    public Optional<About> about(UUID subject, Me me) {
        if (me.roles().stream().anyMatch(Role::outside)) {
            return Optional.empty();
        }
        return find(subject).map(it -> new About(it.begins().isEmpty() ? "–" : it.begins(), it.begins().isEmpty() ? "–" : it.begins(), "/app/community/threads/" + subject, liaisons.answers(it.unit(), me)));
    }

    /**
     * How a base deals with what is said about it, over a year of threads.
     *
     * @param base none: no place was named, or one too small to be told
     * @param waiting late and waiting
     */
    public record Score(@Nullable UUID base, String nameEn, String nameZh, long threads, long inTime, long late, long waiting, long measures, long measuresDone, long results, long solved, long reopened, long places,
            long covered) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    /** Anybody can count the same from the board. */
    public List<Score> scores(LocalDate since) {
        return db.sql("""
                WITH staff AS MATERIALIZED (
                    SELECT * FROM community.cover(:today, 'infinity')
                ), place AS MATERIALIZED (
                    SELECT unit, site FROM directory.places(:today, 'infinity')
                ), least AS MATERIALIZED (
                    SELECT rule.at('community', 'group-least', :today, 'infinity') AS people
                ), went AS (
                    SELECT thread, min(day) FILTER (WHERE what IN ('ANSWERED', 'REFERRED')) AS answered, count(*) FILTER (WHERE what = 'RESULT') AS results,
                           count(*) FILTER (WHERE what = 'SOLVED') AS solved, count(*) FILTER (WHERE what = 'REOPENED') AS reopened
                      FROM community.step
                     GROUP BY thread
                ), told AS (
                    SELECT thread.id, CASE WHEN staff.people >= (SELECT least.people FROM least) THEN place.site END AS base, thread.due, went.answered, went.results, went.solved, went.reopened
                      FROM community.thread
                      LEFT JOIN place ON place.unit = thread.unit
                      LEFT JOIN staff ON staff.unit = place.site
                      LEFT JOIN went ON went.thread = thread.id
                     WHERE thread.day >= :since
                ), cover AS (
                    SELECT site AS base, count(*) AS places, count(*) FILTER (WHERE officer IS NOT NULL AND deputy IS NOT NULL) AS covered FROM staff GROUP BY site
                ), promised AS (
                    SELECT subject, count(*) AS measures, count(*) FILTER (WHERE state = 'SEEN') AS seen FROM measure.standing WHERE kind = 'community.thread' GROUP BY subject
                )
                SELECT bases.base, coalesce(site.name_en, '') AS name_en, coalesce(site.name_zh, '') AS name_zh,
                       count(told.id) AS threads,
                       count(*) FILTER (WHERE told.answered <= told.due) AS in_time,
                       count(*) FILTER (WHERE told.answered > told.due) AS late,
                       count(*) FILTER (WHERE told.answered IS NULL AND told.due < :today) AS waiting,
                       coalesce(sum(promised.measures), 0)::bigint AS measures, coalesce(sum(promised.seen), 0)::bigint AS measures_done,
                       coalesce(sum(told.results), 0)::bigint AS results, coalesce(sum(told.solved), 0)::bigint AS solved, coalesce(sum(told.reopened), 0)::bigint AS reopened,
                       coalesce(max(cover.places), 0) AS places, coalesce(max(cover.covered), 0) AS covered
                  FROM (SELECT base FROM cover UNION SELECT base FROM told) AS bases
                  LEFT JOIN told ON told.base IS NOT DISTINCT FROM bases.base
                  LEFT JOIN promised ON promised.subject = told.id
                  LEFT JOIN cover ON cover.base IS NOT DISTINCT FROM bases.base
                  LEFT JOIN staff AS site ON site.unit = bases.base
                 GROUP BY bases.base, site.name_en, site.name_zh, site.code
                 ORDER BY site.code NULLS LAST
                """).param("today", today()).param("since", since).query(Score.class).list();
    }
}
