package org.probity.supply.substances;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.formats.ipc1752.Checks;
import org.probity.formats.ipc1752.Declaration;
import org.probity.formats.ipc1752.Declaration.Material;
import org.probity.formats.ipc1752.Declaration.Product;
import org.probity.formats.ipc1752.Declaration.Substance;
import org.probity.formats.ipc1752.Share;
import org.probity.formats.ipc1752.Value;
import org.probity.formats.ipc1752.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.supply.substances.Limits.Exemption;
import org.probity.supply.substances.Limits.Regime;
import org.probity.supply.substances.Limits.Threshold;
import org.probity.supply.substances.Paper.Finding.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what is to be said about a declaration: what the format's own checks find, and what the limits and the candidate list make of it.
 *
 * <p>Too much of something, truly declared, is for a person to look at: sending it back would teach suppliers to write less than they know. What
 * contradicts itself goes back. A compound counts with its whole mass, which is never less than the element in it.
 */
@Component
class DeclarationJudge {
    /** A finding with its sentences. */
    record Told(String key, Severity severity, String path, int line, String value, String en, String zh) {}

    private record Candidate(int no, String name, Set<String> cas) {}

    /** What declarations are held against on a day. */
    private record Law(List<Threshold> thresholds, List<Exemption> exemptions, String version, List<Candidate> candidates, LocalDate today) {
        List<Threshold> rohs() {
            return thresholds.stream().filter(it -> it.regime() == Regime.ROHS).toList();
        }

        Optional<BigDecimal> article() {
            return thresholds.stream().filter(it -> it.regime() == Regime.REACH).map(Threshold::ppm).findFirst();
        }
    }

    private final JdbcClient db;
    private final Limits limits;
    private final Messages messages;
    private final Words english = Words.of(Locale.ENGLISH);
    private final Words chinese = Words.of(Locale.SIMPLIFIED_CHINESE);

    DeclarationJudge(JdbcClient db, Limits limits, Messages messages) {
        this.db = db;
        this.limits = limits;
        this.messages = messages;
    }

    String english(org.probity.formats.ipc1752.Reading.Unreadable it) {
        return english.say(it);
    }

    String chinese(org.probity.formats.ipc1752.Reading.Unreadable it) {
        return chinese.say(it);
    }

    /** @param edition the candidate list it is held against; @param names of the supplier who sent it */
    List<Told> judge(Declaration it, @Nullable UUID edition, List<String> names, LocalDate today) {
        var law = law(edition, today);
        var told = new ArrayList<>(Checks.of(it, today).stream()
                .map(finding -> new Told(finding.key(), Severity.valueOf(finding.severity().name()), finding.place().path(), finding.place().line(), finding.value(),
                        english.say(finding), chinese.say(finding))).toList());
        it.day().filter(day -> Paper.holdsUntil(day).isBefore(today))
                .ifPresent(day -> told.add(at(Severity.MUST_CORRECT, "substances.declaration-old", it.responseDay(), Paper.HOLDS_MONTHS)));
        if (!it.company().isEmpty() && names.stream().noneMatch(name -> alike(name, it.company().text()))) {
            told.add(at(Severity.LOOK_AT, "substances.other-company", it.company(), names.getFirst()));
        }
        it.articles().forEach(article -> article(told, article, law));
        return told;
    }

    /** One name within the other, whatever stands between the letters; a program writes what its owner is called, with or without the legal form. */
    private static boolean alike(String ours, String theirs) {
        var one = letters(ours);
        var other = letters(theirs);
        return !one.isEmpty() && !other.isEmpty() && (one.contains(other) || other.contains(one));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private void article(List<Told> told, Product it, Law law) {
        var over = new HashSet<String>();
        it.materials().forEach(material -> law.rohs().forEach(limit -> inMaterial(told, material, limit, law, over)));
        law.article().ifPresent(ppm -> it.milligrams().ifPresent(whole -> law.candidates().forEach(candidate -> inArticle(told, it, candidate, ppm, whole, law))));
        it.statements().forEach(statement -> {
            var name = statement.name().text().toLowerCase(Locale.ROOT);
            var said = statement.over().text().toLowerCase(Locale.ROOT);
            if (said.equals("true") || said.equals("1")) {
                told.add(at(Severity.LOOK_AT, "substances.said-over", statement.over(), statement.name().text(), statement.list().text()));
            } else if (law.rohs().stream().anyMatch(limit -> limit.words().contains(name) && over.contains(limit.code()))) {
                told.add(at(Severity.MUST_CORRECT, "substances.contradicts", statement.over(), statement.name().text()));
            }
        });
    }

    /** RoHS: each homogeneous material by itself. */
    private void inMaterial(List<Told> told, Material in, Threshold limit, Law law, Set<String> over) {
        var met = in.substances().stream().filter(it -> limit.names(it.cas(), it.category().text())).toList();
        var share = share(met, in);
        if (share.filter(it -> it.exceeds(limit.ppm())).isEmpty()) {
            return;
        }
        over.add(limit.code());
        var claimed = met.stream().flatMap(it -> it.exemptions().stream()).map(Value::text).collect(Collectors.toSet());
        var known = law.exemptions().stream().filter(it -> it.threshold().equals(limit.code()) && claimed.contains(it.code()) && it.holds(law.today())).findFirst();
        var key = known.isPresent() ? "substances.over-exempt" : claimed.isEmpty() ? "substances.over-rohs" : "substances.exemption-unknown";
        var place = met.getFirst().amount().value();
        told.add(new Told(key, Severity.LOOK_AT, place.at().path(), place.at().line(), met.getFirst().amount().toString(),
                messages.letter(Lang.EN, key, limit.nameEn(), plain(share.get().ppm()), in.name().text(), plain(limit.ppm()), String.join(", ", claimed)),
                messages.letter(Lang.ZH, key, limit.nameZh(), plain(share.get().ppm()), in.name().text(), plain(limit.ppm()), String.join("、", claimed))));
    }

    /** Together: masses where they are told, shares where only these are; nothing when one of them says neither. */
    private static Optional<Share> share(List<Substance> met, Material in) {
        var whole = in.mass().milligrams().filter(it -> it.signum() > 0);
        var sum = BigDecimal.ZERO;
        for (var it : met) {
            var part = whole.isPresent() ? it.milligrams(in) : it.amount().ppm();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get());
        }
        return met.isEmpty() ? Optional.empty() : Optional.of(new Share(sum, whole.orElse(BigDecimal.valueOf(1_000_000))));
    }

    /** REACH: the whole article, whatever it is made of; a part is an article of its own. */
    private void inArticle(List<Told> told, Product it, Candidate candidate, BigDecimal ppm, BigDecimal whole, Law law) {
        var sum = BigDecimal.ZERO;
        Substance first = null;
        for (var material : it.materials()) {
            for (var substance : material.substances()) {
                if (substance.cas().filter(candidate.cas()::contains).isPresent()) {
                    sum = sum.add(substance.milligrams(material).orElse(BigDecimal.ZERO));
                    first = first == null ? substance : first;
                }
            }
        }
        if (first != null && whole.signum() > 0 && new Share(sum, whole).exceeds(ppm)) {
            told.add(at(Severity.LOOK_AT, "substances.over-reach", first.amount().value(), candidate.name(), plain(new Share(sum, whole).ppm()), it.called(), law.version()));
        }
    }

    private Told at(Severity severity, String key, Value at, Object... args) {
        return new Told(key, severity, at.at().path(), at.at().line(), at.text(), messages.letter(Lang.EN, key, args), messages.letter(Lang.ZH, key, args));
    }

    private Law law(@Nullable UUID edition, LocalDate today) {
        var candidates = db.sql("SELECT no, name, cas FROM substances.candidate WHERE edition = :edition AND cas <> '{}' ORDER BY no").param("edition", edition, Types.OTHER)
                .query((row, n) -> new Candidate(row.getInt("no"), row.getString("name"), Set.copyOf(Arrays.asList((String[]) row.getArray("cas").getArray())))).list();
        var version = db.sql("SELECT version FROM substances.edition WHERE id = :edition").param("edition", edition, Types.OTHER).query(String.class).optional().orElse("");
        return new Law(limits.thresholds(today), limits.exemptions(), version, candidates, today);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
