package org.probity.people.equity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.equity.StockVault.Dated;
import org.probity.people.equity.StockVault.Given;
import org.probity.people.equity.StockVault.Own;
import org.probity.proof.Hash;
import org.probity.vest.Grant;
import org.probity.vest.Ocf;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants that come from and go to other houses, in the open cap-table format: a file of JSON, or an archive with some. What is brought in is checked whole, every fault is listed, and it counts when a second person agrees. */
@Service
public class EquityPackages {
    private static final int FILES_MOST = 50;
    private static final int BYTES_MOST = 32 << 20;

    /** One thing that stands in the way. @param key message key @param at the object it is about */
    public record Fault(String key, String at) {}

    /** @param seen hash of the files; empty: there is a fault @param warnings of what is odd and was read */
    public record Checked(List<Fault> faults, List<Fault> warnings, int grants, int people, long shares, String seen) {}

    private record Read(Checked checked, List<Ocf.Held> held, Map<String, Ocf.Named> terms, Map<String, UUID> people) {}

    private final StockPlans plans;
    private final Grantings grantings;
    private final Holdings holdings;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    EquityPackages(StockPlans plans, Grantings grantings, Holdings holdings, Directory directory, Log log, Clock clock) {
        this.plans = plans;
        this.grantings = grantings;
        this.holdings = holdings;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Checks a package whole, and keeps nothing.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.file-missing}.
     */
    @Transactional
    public Answer<Checked> check(UUID id, byte[] file, Me by) {
        return switch (read(id, file, by)) {
            case Answer.Refused<Read>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Read>(var it) -> Answer.done(it.checked());
        };
    }

    private Answer<Read> read(UUID id, byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var plan = plans.find(id).filter(StockPlan::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        var files = files(file);
        if (files.isEmpty()) {
            return Answer.refused("file", "equity.file-missing");
        }
        var package_ = Ocf.check(files.get());
        var faults = new ArrayList<Fault>();
        var warnings = new ArrayList<Fault>();
        var people = new HashMap<String, UUID>();
        package_.faults().forEach(it -> faults.add(new Fault(it.terms().map(reason -> "equity.terms." + reason).orElse("equity.fault." + it.reason()), it.at())));
        var held = package_.read().map(Ocf.Reading.Read::grants).orElse(List.of());
        if (faults.isEmpty() && held.isEmpty()) {
            faults.add(new Fault("equity.fault.NOTHING", ""));
        }
        for (var it : held) {
            var number = package_.numbers().getOrDefault(it.stakeholder(), it.stakeholder());
            var person = directory.byNumber(number);
            if (person.isEmpty()) {
                faults.add(new Fault("equity.person-unknown", number));
            } else {
                people.put(it.stakeholder(), person.get().id());
            }
            if (it.compensation().startsWith("OPTION") != (plan.get().kind() == StockPlan.Kind.OPTION)) {
                faults.add(new Fault("equity.fault.KIND", it.security()));
            }
            var price = package_.prices().get(it.security());
            if (price != null && !plan.get().price().stripTrailingZeros().toPlainString().concat(" CNY").equals(plain(price))) {
                faults.add(new Fault("equity.fault.PRICE", it.security()));
            }
            if (it.grant().day().isAfter(LocalDate.now(clock)) || it.grant().quantity().signum() <= 0 || many(it)) {
                faults.add(new Fault("equity.fault.QUANTITY", it.security()));
            }
            it.warnings().forEach(one -> warnings.add(new Fault("equity.warning." + one, it.security())));
        }
        if (faults.isEmpty()) {
            var taken = new TreeSet<>(holdings.under(id, LocalDate.now(clock)).stream().map(it -> it.given().security()).toList());
            held.stream().filter(it -> taken.contains(it.security())).forEach(it -> faults.add(new Fault("equity.fault.TWICE", it.security())));
            var sums = new HashMap<UUID, Long>();
            held.forEach(it -> sums.merge(there(people.get(it.stakeholder())), Holdings.whole(it.grant().quantity()), Long::sum));
            if (faults.isEmpty() && grantings.checked(plan.get(), LocalDate.now(clock), sums, "") instanceof Answer.Refused<List<Listing.Finding>>(var reasons)) {
                reasons.forEach(it -> faults.add(new Fault(it.key(), String.join(", ", it.args().stream().map(String::valueOf).toList()))));
            }
        }
        var seen = new StringBuilder(id + "\n");
        files.get().forEach(it -> seen.append(Hash.sha256(it).hex()).append('\n'));
        var checked = new Checked(List.copyOf(faults), List.copyOf(warnings), held.size(), people.size(), held.stream().filter(it -> !many(it)).mapToLong(it -> Holdings.whole(it.grant().quantity())).sum(),
                faults.isEmpty() ? Hash.sha256(seen.toString().getBytes(StandardCharsets.UTF_8)).hex() : "");
        return Answer.done(new Read(checked, held, package_.read().map(Ocf.Reading.Read::terms).orElse(Map.of()), people));
    }

    /** More than any company has: sums of such numbers would begin again at nothing. */
    private static boolean many(Ocf.Held it) {
        return it.grant().quantity().compareTo(BigFraction.of(StockPlans.SHARES_MOST)) > 0;
    }

    private static String plain(String price) {
        var words = price.split(" ", 2);
        return words[0].matches("\\+?[0-9]{1,15}(\\.[0-9]{1,10})?") ? new BigDecimal(words[0]).stripTrailingZeros().toPlainString() + " " + words[1] : price;
    }

    private static <T> T there(@Nullable T it) {
        return java.util.Objects.requireNonNull(it);
    }

    /** One file, or those of an archive. */
    private static Optional<List<byte[]>> files(byte[] file) {
        if (file.length == 0 || file.length > BYTES_MOST) {
            return Optional.empty();
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return Optional.of(List.of(file));
        }
        var files = new TreeMap<String, byte[]>();
        long all = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                    var bytes = zip.readNBytes(BYTES_MOST + 1);
                    all += bytes.length;
                    if (all > BYTES_MOST || files.size() >= FILES_MOST || files.put(entry.getName(), bytes) != null) {
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(files.values()));
    }

    /**
     * Puts the grants of a package before a second person, as it was checked.
     *
     * <p>Refusals: those of {@link #check}; {@code equity.faults} it has some; {@code equity.waits} something of the plan waits.
     */
    @Transactional
    public Answer<UUID> bringIn(UUID id, byte[] file, Me by) {
        plans.hold(id);
        return switch (read(id, file, by)) {
            case Answer.Refused<Read>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Read>(var it) when !it.checked().faults().isEmpty() -> Answer.refused("", "equity.faults", it.checked().faults().size());
            case Answer.Done<Read>(var it) when grantings.waiting(id).isPresent() -> Answer.refused("", "equity.waits");
            case Answer.Done<Read>(var it) -> Answer.done(put(plans.find(id).orElseThrow(), it, by));
        };
    }

    private UUID put(StockPlan plan, Read it, Me by) {
        var id = UUID.randomUUID();
        var terms = new LinkedHashMap<String, String>();
        it.held().stream().flatMap(one -> one.terms().stream()).distinct().forEach(code -> {
            var named = there(it.terms().get(code));
            terms.put(code, new String(Ocf.write(List.of(named), List.of()), StandardCharsets.UTF_8));
        });
        var given = it.held().stream().map(one -> given(id, there(it.people().get(one.stakeholder())), one)).toList();
        var first = it.held().stream().map(one -> one.grant().day()).min(LocalDate::compareTo).orElseThrow();
        return grantings.put(id, plan, first, given, terms, true, "", it.checked().seen(), by);
    }

    private static Given given(UUID granting, UUID person, Ocf.Held it) {
        var own = new ArrayList<Own>();
        it.facts().starts().forEach(one -> own.add(new Own("S", one.condition(), one.day(), "0")));
        it.facts().events().forEach(one -> own.add(new Own("E", one.condition(), one.day(), "0")));
        it.facts().sooner().forEach(one -> own.add(new Own("A", "", one.day(), decimal(one.quantity()))));
        var terms = switch (it.grant().plan()) {
            case Grant.Plan.ByTerms _ -> it.terms().orElseThrow();
            case Grant.Plan.Dated _ -> Given.BY_DAYS;
            case Grant.Plan.AtOnce _ -> Given.AT_ONCE;
        };
        var dated = it.grant().plan() instanceof Grant.Plan.Dated(var parts) ? parts.stream().map(one -> new Dated(one.day(), decimal(one.amount()))).toList() : List.<Dated>of();
        return new Given(UUID.randomUUID(), granting, person, it.security(), it.grant().day(), null, decimal(it.grant().quantity()), terms, dated, own);
    }

    /** The format has decimals of at most ten places. */
    private static String decimal(BigFraction number) {
        return number.bigDecimalValue(10, java.math.RoundingMode.UNNECESSARY).stripTrailingZeros().toPlainString();
    }

    /**
     * The plan's grants as a package, under numbers of staff; that it left the house is kept.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.nothing} nothing was granted.
     */
    @Transactional
    public Answer<byte[]> export(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var plan = plans.find(id).filter(StockPlan::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        var all = holdings.under(id, LocalDate.now(clock));
        if (all.isEmpty()) {
            return Answer.refused("", "equity.nothing");
        }
        log.record("reward.stock-package", LocalDate.now(clock), Map.of("plan", id.toString(), "by", by.account().toString()));
        return Answer.done(written(plan.get(), all));
    }

    byte[] written(StockPlan plan, List<Holdings.Holding> all) {
        var names = new TreeMap<String, String>();
        var held = new ArrayList<Ocf.Held>();
        var terms = new LinkedHashMap<String, Ocf.Named>();
        for (var it : all) {
            var person = directory.person(it.given().person()).orElseThrow();
            names.put(person.number(), person.nameZh().isBlank() ? person.nameEn() : person.nameZh());
            var code = it.termsOf().map(name -> named(terms, name, plan, it));
            held.add(it.held(person.number(), code));
        }
        return Ocf.write(new Ocf.Frame(plan.code(), plan.nameEn(), plan.shares(), plan.price().stripTrailingZeros(), "CNY", names), List.copyOf(terms.values()), held);
    }

    /** The name of these steps in the package; those of two packages that had one name get two. */
    private static String named(Map<String, Ocf.Named> terms, String name, StockPlan plan, Holdings.Holding it) {
        for (int no = 1; ; no++) {
            var code = no == 1 ? name : name + "-" + no;
            var before = terms.putIfAbsent(code, new Ocf.Named(code, plan.nameEn(), plan.nameEn(), it.steps()));
            if (before == null || before.terms().conditions().equals(it.steps().conditions()) && before.terms().allocation() == it.steps().allocation()) {
                return code;
            }
        }
    }
}
