package org.probity.shapes.figure;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.probity.house.log.Log;
import org.probity.proof.Hash;
import org.probity.reckon.Answer;
import org.probity.reckon.Cell;
import org.probity.reckon.Releases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was ever published about some people, and what may be published beside it. A room opens a population of disjoint groups of people, its atoms, and
 * releases cells over them; when a group of fewer than the least would follow from everything, by whatever factors, nothing of the release is published and the
 * answer names the cells that would give it away. The arithmetic is {@link Releases}; here is what remembers, so that a release years later knows the first.
 *
 * <p>Any room of people may guard what it shows by it. A population is for facts of the same people: two that share people and not facts are two. It knows no
 * names and no answers, only how many are where.
 */
@Service
public class Published {
    private static final int WHOLE = 4_096;

    /** Something published. @param people how many are in it @param by what published it */
    public record Kept(UUID id, int no, String name, BitSet atoms, int people, String by) {
        public Kept {
            atoms = (BitSet) atoms.clone();
        }

        @Override
        public BitSet atoms() {
            return (BitSet) atoms.clone();
        }

        Cell cell() {
            return new Cell(name, atoms);
        }
    }

    /** The same without who is in it, for a list. */
    public record Told(UUID id, int no, String name, int people) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Published(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param name of whom and of what, such as {@code survey 2026}; one population bears it
     * @param least fewer may not follow; it stays as it is
     * @param people how many are in each atom, one or more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(String name, int least, int[] people) {
        var id = UUID.randomUUID();
        db.sql("INSERT INTO figure.population (id, name, least, opened_at) VALUES (:id, :name, :least, :at)").param("id", id).param("name", name).param("least", least)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        db.sql("INSERT INTO figure.atom (population, no, people) SELECT :id, no - 1, people FROM unnest(:people::int[]) WITH ORDINALITY AS atom (people, no)").param("id", id)
                .param("people", IntStream.of(people).boxed().toArray(Integer[]::new)).update();
        return id;
    }

    public Optional<UUID> named(String name) {
        return db.sql("SELECT id FROM figure.population WHERE name = :name").param("name", name).query(UUID.class).optional();
    }

    /** In the order in which they were published. */
    public List<Kept> cells(UUID population) {
        return db.sql("SELECT id, no, name, atoms, people, by_figure FROM figure.cell WHERE population = :population ORDER BY no").param("population", population).query(Published::kept).list();
    }

    public List<Told> told(UUID population) {
        return db.sql("SELECT id, no, name, people FROM figure.cell WHERE population = :population ORDER BY no").param("population", population).query(Told.class).list();
    }

    public List<Kept> cells(Collection<UUID> ids) {
        return db.sql("SELECT id, no, name, atoms, people, by_figure FROM figure.cell WHERE id = ANY (:ids) ORDER BY no").param("ids", ids.toArray(UUID[]::new)).query(Published::kept).list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var atoms = new BitSet();
        Arrays.stream((Integer[]) row.getArray("atoms").getArray()).forEach(atoms::set);
        return new Kept(row.getObject("id", UUID.class), row.getInt("no"), row.getString("name"), atoms, row.getInt("people"), row.getString("by_figure"));
    }

    /** What would be if these were published too; nothing is. @param named cells that somebody could ask for: each that is too small is tested by itself */
    @Transactional
    public Answer ask(UUID population, List<Cell> cells, List<Cell> named) {
        return releases(population, named).ask(cells);
    }

    /** What is published, asked once more. */
    @Transactional
    public Answer audit(UUID population, List<Cell> named) {
        return releases(population, named).audit();
    }

    /**
     * Publishes what the caller does with the releases, unless something follows; then nothing is kept. Two that release at once wait for each other.
     *
     * @param by what publishes it, such as a figure's key
     * @param act releases and says what it released; none of it may be shown before this has returned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer release(UUID population, List<Cell> named, String by, Function<Releases, Collection<Cell>> act) {
        db.sql("SELECT id FROM figure.population WHERE id = :id FOR UPDATE").param("id", population).query(UUID.class).single();
        var releases = releases(population, named);
        var before = releases.published().size();
        var fresh = List.copyOf(act.apply(releases));
        var answer = releases.audit();
        return switch (answer) {
            case Answer.Leak leak -> leak;
            case Answer.Clean clean -> {
                if (!fresh.isEmpty()) {
                    keep(population, before, fresh, by, clean);
                }
                yield clean;
            }
        };
    }

    private void keep(UUID population, int before, List<Cell> fresh, String by, Answer.Clean clean) {
        var people = people(population);
        var said = new StringBuilder();
        fresh.forEach(it -> said.append(it.name()).append('=').append(it.atoms()).append('\n'));
        var record = log.record("figure.released", LocalDate.now(clock), Map.of("population", population.toString(), "by", by, "cells", clean.cells(), "fresh", fresh.size(), "rank", clean.rank(),
                "every_union", clean.everyUnion(), "proved", clean.proved(), "leaks", 0, "plan_sha256", Hash.sha256(said.toString().getBytes(StandardCharsets.UTF_8)).hex()));
        for (int at = 0; at < fresh.size(); at++) {
            var cell = fresh.get(at);
            db.sql("""
                    INSERT INTO figure.cell (id, population, no, name, atoms, people, by_figure, released_at, record)
                    VALUES (:id, :population, :no, :name, :atoms::int[], :people, :by, :at, :record)
                    """)
                    .param("id", UUID.randomUUID()).param("population", population).param("no", before + at).param("name", cell.name())
                    .param("atoms", cell.atoms().stream().boxed().toArray(Integer[]::new)).param("people", cell.atoms().stream().map(it -> people[it]).sum()).param("by", by)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                    .update();
        }
    }

    public int[] people(UUID population) {
        return db.sql("SELECT people FROM figure.atom WHERE population = :id ORDER BY no").param("id", population).query(Integer.class).list().stream().mapToInt(it -> it).toArray();
    }

    private Releases releases(UUID population, List<Cell> named) {
        var least = db.sql("SELECT least FROM figure.population WHERE id = :id").param("id", population).query(Integer.class).single();
        var people = people(population);
        var releases = Releases.over(people, least, named, people.length > WHOLE ? 0 : Releases.EFFORT, random);
        releases.note(cells(population).stream().map(Kept::cell).toList());
        return releases;
    }
}
