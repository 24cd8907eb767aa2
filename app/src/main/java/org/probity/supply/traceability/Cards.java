package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.supply.traceability.Flows.Flow;
import org.probity.supply.traceability.Flows.How;
import org.probity.supply.traceability.Flows.Stop;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What outsiders may know of a module: the steps its silicon went through, in which countries, how much of it is traced and how well, and how many of the places belong to
 * suppliers that were certified. Never who they are, where a site lies, a day, a mass or what lists say: those are trade secrets of others, or not yet decided.
 */
@Service
class Cards {
    /** How far the silicon is traced, as parts of the whole; what was not judged yet counts nought. */
    record Grades(BigDecimal mapped, BigDecimal linked, BigDecimal documented, BigDecimal reconciled) {
        static final Grades NONE = new Grades(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** A step of the way. @param suppliers how many of its sites belong to suppliers, and @param certified to such as were certified @param named suppliers who agreed to be named, in both languages */
    record Stage(Tier tier, Map<String, BigDecimal> countries, BigDecimal unknown, int sites, int suppliers, int certified, List<OpenNames.Name> named) {}

    /** @param made where it was made @param flow nothing while it cannot be said */
    record Card(Item item, Optional<Site> made, Optional<Flow> flow, List<Stage> stages, Grades grades) {}

    private record Judged(int item, long grams, long mapped, long linked, long documented, long reconciled) {}

    private final Items items;
    private final Flows flows;
    private final MaterialBooks books;
    private final OpenNames names;
    private final JdbcClient db;
    private final Clock clock;

    Cards(Items items, Flows flows, MaterialBooks books, OpenNames names, JdbcClient db, Clock clock) {
        this.items = items;
        this.flows = flows;
        this.books = books;
        this.names = names;
        this.db = db;
        this.clock = clock;
    }

    /** Of modules only: what lots and rods are is nobody's business outside. */
    Optional<Card> of(String uri) {
        return items.find(uri).filter(it -> it.tier() == Tier.MODULE).map(item -> {
            var flow = flows.of(item.number(), Reading.SILICON);
            var made = Optional.ofNullable(item.place()).map(place -> items.sites(Set.of(place)).get(place));
            return new Card(item, made, flow, flow.map(this::stages).orElse(List.of()), flow.isEmpty() ? Grades.NONE : grades(item));
        });
    }

    private List<Stage> stages(Flow flow) {
        var suppliers = flow.stops().stream().flatMap(it -> it.site().stream()).map(Site::supplier).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        var certified = certified(suppliers);
        var named = names.of(suppliers);
        return flow.tiers().stream().filter(it -> it != Tier.RECLAIM).map(tier -> stage(flow, tier, certified, named)).filter(it -> it.sites() > 0 || it.unknown().signum() > 0).toList();
    }

    private static Stage stage(Flow flow, Tier tier, Set<UUID> certified, Map<UUID, OpenNames.Name> named) {
        var made = flow.at(tier);
        var countries = new HashMap<String, BigDecimal>();
        made.forEach(it -> it.site().ifPresent(site -> countries.merge(site.country(), it.share(), BigDecimal::add)));
        var unknown = flow.stops().stream().filter(it -> it.tier() == tier && (it.how() == How.UNKNOWN || it.how() == How.MADE && it.site().isEmpty())).map(Stop::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        var owners = made.stream().flatMap(it -> it.site().stream()).toList();
        return new Stage(tier, countries, unknown, made.size(), (int) owners.stream().filter(it -> it.supplier() != null).count(), (int) owners.stream().filter(it -> it.supplier() != null && certified.contains(it.supplier())).count(),
                owners.stream().map(Site::supplier).filter(it -> it != null && named.containsKey(it)).distinct().map(named::get).toList());
    }

    private Set<UUID> certified(Collection<UUID> suppliers) {
        return Set.copyOf(db.sql("SELECT DISTINCT supplier FROM admission.qualified(:today, 'infinity') AS qualified WHERE supplier = ANY (:suppliers)")
                .param("today", LocalDate.now(clock)).param("suppliers", suppliers.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** Of the lots that were bought, the nearest on each way, as they were judged last. */
    private Grades grades(Item item) {
        var chain = books.ask(Reading.SILICON, shelf -> shelf.reach.upstream(item.number())).orElse(new int[0]);
        var judged = db.sql("""
                SELECT DISTINCT ON (judged.item) judged.item, judged.grams, judged.mapped, judged.linked, judged.documented, judged.reconciled
                  FROM traceability.judged
                  JOIN traceability.judgement ON judgement.id = judged.judgement
                 WHERE judged.item = ANY (:items) AND judged.year = ANY (:years)
                 ORDER BY judged.item, judgement.at DESC, judgement.id
                """)
                .param("items", java.util.Arrays.stream(chain).boxed().toArray(Integer[]::new)).param("years", years(item))
                .query(Judged.class).list().stream().filter(it -> it.grams() > 0).collect(Collectors.toMap(Judged::item, it -> it));
        if (judged.isEmpty()) {
            return Grades.NONE;
        }
        var shares = books.ask(Reading.SILICON, shelf -> shelf.shares.of(item.number(), judged::containsKey).shares()).orElse(List.of());
        var grades = Grades.NONE;
        for (var share : shares) {
            var it = judged.get(share.origin());
            if (it != null) {
                grades = new Grades(part(grades.mapped, share.fraction(), it.mapped, it.grams), part(grades.linked, share.fraction(), it.linked, it.grams),
                        part(grades.documented, share.fraction(), it.documented, it.grams), part(grades.reconciled, share.fraction(), it.reconciled, it.grams));
            }
        }
        return grades;
    }

    private static BigDecimal part(BigDecimal before, BigDecimal share, long of, long grams) {
        return before.add(share.multiply(BigDecimal.valueOf(of)).divide(BigDecimal.valueOf(grams), new MathContext(20, RoundingMode.DOWN)));
    }

    /** What a module is made of was used in its year or in the one before. */
    private static Integer[] years(Item item) {
        var made = item.madeAt();
        return made == null ? new Integer[0] : new Integer[] {made.getYear() - 1, made.getYear()};
    }
}
