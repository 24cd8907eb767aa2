package org.probity.people.succession;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Query;
import org.probity.people.succession.Successor.Item;
import org.probity.people.succession.Successor.Lack;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How posts stand today: who is behind them, and what each of them lacks. All of it is computed when it is looked at. */
@Component
public class Successors {
    private final JdbcClient db;
    private final Positions positions;
    private final Requirements requirements;
    private final Namings namings;
    private final Rules rules;
    private final Directory directory;

    Successors(JdbcClient db, Positions positions, Requirements requirements, Namings namings, Rules rules, Directory directory) {
        this.db = db;
        this.positions = positions;
        this.requirements = requirements;
        this.namings = namings;
        this.rules = rules;
        this.directory = directory;
    }

    private static final String POSITIONS = """
            WITH behind AS MATERIALIZED (
                SELECT readiness.post, count(*)::int AS candidates, (count(*) FILTER (WHERE readiness.missing = 0))::int AS ready,
                       (count(*) FILTER (WHERE readiness.missing > 0 AND readiness.months <= :soon))::int AS soon
                  FROM succession.readiness(:day, 'infinity', CAST(:posts AS uuid[])) AS readiness
                 GROUP BY readiness.post
            ), asks AS MATERIALIZED (
                SELECT asked.post, count(*)::int AS things FROM succession.asked(:day, 'infinity') AS asked GROUP BY asked.post
            ), judged AS MATERIALIZED (
                SELECT DISTINCT ON (judgement.post) judgement.post, judgement.least, (SELECT count(*)::int FROM succession.met WHERE met.judgement = judgement.id) AS met
                  FROM succession.judgement ORDER BY judgement.post, judgement.no DESC
            ), held AS MATERIALIZED (
                SELECT DISTINCT ON (held.post) held.post, held.person FROM succession.held(:day, 'infinity') AS held ORDER BY held.post, held.from_day DESC
            ), post AS (
                SELECT post.id, post.number, post.unit, coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh, post.role_en, post.role_zh, post.leads,
                       held.person AS holder, coalesce(name.name_en, '') AS holder_en, coalesce(name.name_zh, '') AS holder_zh, coalesce(judged.met, 0) AS met, coalesce(judged.least, 0) AS least,
                       coalesce(asks.things, 0) AS asks, coalesce(behind.candidates, 0) AS candidates, coalesce(behind.ready, 0) AS ready, coalesce(behind.soon, 0) AS soon, :readyLeast AS ready_least,
                       place.path
                  FROM succession.post
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = post.unit
                  LEFT JOIN judged ON judged.post = post.id
                  LEFT JOIN asks ON asks.post = post.id
                  LEFT JOIN behind ON behind.post = post.id
                  LEFT JOIN held ON held.post = post.id
                  LEFT JOIN directory.name ON name.id = held.person
            )
            """;

    /** Those above a post, unless they hold it or were asked to be a candidate for it: who could be weighed against others does not see them. */
    private static final String SEES = """
             (:all OR post.least > 0 AND post.met >= post.least
                  AND EXISTS (SELECT FROM directory.heads(:day, 'infinity') AS head WHERE head.person = :person AND head.rank = 'HEAD' AND head.unit = ANY (post.path))
                  AND post.holder IS DISTINCT FROM :person
                  AND NOT EXISTS (SELECT FROM succession.naming WHERE naming.post = post.id AND naming.person = :person))
            """;

    private static final String FOUND = """
               AND (:q = '%%' OR post.number ILIKE :q OR post.role_en ILIKE :q OR post.role_zh ILIKE :q OR post.unit_en ILIKE :q OR post.unit_zh ILIKE :q)
               AND CASE :state WHEN '' THEN true
                               WHEN 'NOT_KEY' THEN post.least = 0 OR post.met < post.least
                               WHEN 'COVERED' THEN post.least > 0 AND post.met >= post.least AND post.asks > 0 AND post.ready >= post.ready_least
                               ELSE post.least > 0 AND post.met >= post.least AND (post.asks = 0 OR post.ready < post.ready_least) END
            """;

    /** @param posts of which alone it is asked who stands behind them; null: of all */
    private JdbcClient.StatementSpec asked(String sql, UUID @Nullable [] posts, Me me) {
        return db.sql(POSITIONS + sql).param("posts", posts, Types.ARRAY).param("day", positions.today()).param("soon", soonMonths()).param("readyLeast", rules.on(SuccessionRule.READY_LEAST, positions.today()))
                .param("all", me.is(Role.HR)).param("person", directory.personOf(me).orElse(null), Types.OTHER);
    }

    /** A page of posts, and of how many it is one. */
    public record Listed(List<Position> positions, long total) {}

    private record Found(UUID id, long total) {}

    /**
     * What a reader sees: human resources all posts, whoever leads a unit the key positions in it and below. Who stands behind a post and what they lack is asked of those of the page
     * alone, unless the list is chosen or ordered by it.
     */
    public Listed list(Query query, Me me) {
        var byWhoIsBehind = Set.of("COVERED", "OPEN").contains(query.filter("state")) || Set.of("ready", "candidates").contains(query.sort());
        var order = " ORDER BY " + query.orderBy(Map.of("number", "post.number", "unit", "post.unit_en", "ready", "post.ready", "candidates", "post.candidates"), "post.number");
        var found = asked("SELECT post.id, count(*) OVER () AS total FROM post WHERE" + SEES + FOUND + order + " LIMIT :most OFFSET :skip", byWhoIsBehind ? null : new UUID[0], me)
                .param("q", "%" + query.filter("q") + "%").param("state", query.filter("state")).param("most", query.limit()).param("skip", query.offset())
                .query(Found.class).list();
        if (found.isEmpty()) {
            return new Listed(List.of(), query.page() == 1 ? 0 : list(query.onPage(1), me).total());
        }
        var ids = found.stream().map(Found::id).toArray(UUID[]::new);
        return new Listed(asked("SELECT post.* FROM post WHERE post.id = ANY (:ids)" + order, ids, me).param("ids", ids).query(Position.class).list(), found.getFirst().total());
    }

    /** Whether there may be posts for them to see. It says nothing of any post, and nothing of who was asked. */
    boolean mayLook(Me me) {
        return me.is(Role.HR) || db.sql("""
                SELECT EXISTS (SELECT FROM directory.account JOIN directory.heads(:day, 'infinity') AS head ON head.person = account.person
                                WHERE account.account = :account AND head.rank = 'HEAD')
                """)
                .param("day", positions.today()).param("account", me.account()).query(Boolean.class).single();
    }

    /** A post, if they may see it; to others it does not exist. */
    Optional<Position> find(UUID post, Me me) {
        return asked("SELECT post.* FROM post WHERE post.id = :id AND" + SEES, new UUID[] {post}, me).param("id", post).query(Position.class).optional();
    }

    int soonMonths() {
        return rules.on(SuccessionRule.SOON_MONTHS, positions.today());
    }

    /** Whoever was asked, those who count first and among them whoever lacks least; who said no or whose naming ended comes last. */
    List<Successor> behind(UUID post) {
        return told(namings.of(post, null));
    }

    /** The same of one naming, for the person themselves. */
    Successor own(Naming naming) {
        return told(List.of(naming)).getFirst();
    }

    private List<Successor> told(List<Naming> named) {
        var ids = named.stream().map(Naming::id).toArray(UUID[]::new);
        var posts = named.stream().map(Naming::post).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        var asked = named.stream().map(Naming::post).distinct().flatMap(it -> it == null ? Stream.<Requirement>empty() : requirements.of(it).stream())
                .collect(Collectors.toMap(Requirement::id, Function.identity()));
        var items = items(ids, posts);
        var lacks = new HashMap<UUID, List<Lack>>();
        db.sql("SELECT missing.naming, missing.requirement, missing.shown, missing.ran_out, missing.months FROM succession.missing(:day, 'infinity', CAST(:posts AS uuid[])) AS missing WHERE missing.naming = ANY (:ids)")
                .param("day", positions.today()).param("ids", ids).param("posts", posts).query(row -> {
                    var of = new Of(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    lacks.computeIfAbsent(of.naming(), _ -> new ArrayList<>()).add(new Lack(asked.get(of.requirement()), row.getInt(3), row.getObject(4, LocalDate.class), row.getInt(5),
                            items.getOrDefault(of, List.of())));
                });
        var months = new HashMap<UUID, Integer>();
        db.sql("SELECT readiness.naming, readiness.months FROM succession.readiness(:day, 'infinity', CAST(:posts AS uuid[])) AS readiness WHERE readiness.naming = ANY (:ids)")
                .param("day", positions.today()).param("ids", ids).param("posts", posts).query(row -> {
                    months.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return named.stream().filter(it -> it.post() != null).map(it -> new Successor(it.id(), Objects.requireNonNull(it.post()), it.person(), it.number(), it.nameEn(), it.nameZh(), it.state(), it.day(),
                        months.containsKey(it.id()), months.getOrDefault(it.id(), 0), lacks.getOrDefault(it.id(), List.of())))
                .sorted(Comparator.comparing((Successor it) -> !it.counts()).thenComparing(it -> !it.state().open()).thenComparing(Successor::months).thenComparing(Successor::number)).toList();
    }

    private record Of(UUID naming, UUID requirement) {}

    /** Of each level that somebody lacks, the items of which less is shown: by one question for all of them. */
    private Map<Of, List<Item>> items(UUID[] namings, UUID[] posts) {
        var items = new HashMap<Of, List<Item>>();
        db.sql("""
                SELECT missing.naming, missing.requirement, short.code, short.title_en, short.title_zh, short.shown
                  FROM succession.missing(:day, 'infinity', CAST(:posts AS uuid[])) AS missing
                  JOIN succession.requirement ON requirement.id = missing.requirement AND requirement.kind = 'LEVEL'
                 CROSS JOIN LATERAL career.short_of(missing.person, requirement.track, requirement.level, :day, 'infinity') AS short
                 WHERE missing.naming = ANY (:ids)
                 ORDER BY missing.naming, missing.requirement, short.no
                """)
                .param("day", positions.today()).param("ids", namings).param("posts", posts)
                .query(row -> {
                    items.computeIfAbsent(new Of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), _ -> new ArrayList<>())
                            .add(new Item(row.getString(3), row.getString(4), row.getString(5), row.getInt(6)));
                });
        return items;
    }
}
