package org.probity.people.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.people.equity.StockPlan.Kind;
import org.probity.people.equity.StockPlan.Market;
import org.probity.vest.Condition.Trigger;
import org.probity.vest.Facts;
import org.probity.vest.Grant;
import org.probity.vest.Terms;
import org.probity.vest.Vesting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rules of a market allow: dated numbers with the source of each. One that is certain refuses what breaks it; one that counsel has not confirmed is told to both who decide.
 * Only the newest that had begun on a day counts.
 */
@Service
public class Listing {
    public enum Code { ALL_PLANS, ONE_PERSON, FIRST_RELEASE, BETWEEN_RELEASES, ONE_RELEASE, PRICE_OF_STOCK, PRICE_OF_OPTION, YEARS, LATER_PART, LATER_MONTHS }

    public record Rule(Market market, Code code, LocalDate fromDay, BigDecimal value, boolean certain, String source) {}

    /** @param found what it would be */
    public record Finding(Rule rule, String found) {}

    private final JdbcClient db;
    private final Clock clock;

    Listing(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public List<Rule> rules(LocalDate day) {
        return db.sql("""
                SELECT DISTINCT ON (market, code) market, code, from_day, value, certain, source
                  FROM equity.listing_rule WHERE from_day <= :day ORDER BY market, code, from_day DESC, said_at DESC
                """).param("day", day).query(Rule.class).list();
    }

    private Optional<Rule> rule(Market market, Code code, LocalDate day) {
        return rules(day).stream().filter(it -> it.market() == market && it.code() == code).findFirst();
    }

    /**
     * Says a number anew from a day on.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.rule-missing}; {@code equity.day-missing}; {@code equity.value-wrong}; {@code equity.source-wrong}.
     */
    @Transactional
    public Answer<Code> say(@Nullable Market market, @Nullable Code code, @Nullable LocalDate from, @Nullable BigDecimal value, boolean certain, String source, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "equity.not-yours");
        }
        if (market == null || code == null) {
            return Answer.refused("code", "equity.rule-missing");
        }
        if (from == null) {
            return Answer.refused("from", "equity.day-missing");
        }
        if (value == null || value.signum() < 0 || value.scale() > 2 || value.compareTo(new BigDecimal("10000")) > 0) {
            return Answer.refused("value", "equity.value-wrong");
        }
        if (!StockPlan.fits(source, 300)) {
            return Answer.refused("source", "equity.source-wrong");
        }
        db.sql("INSERT INTO equity.listing_rule (id, market, code, from_day, value, certain, source, said_by, said_at) VALUES (:id, :market, :code, :from, :value, :certain, :source, :by, :at)")
                .param("id", UUID.randomUUID()).param("market", market.name()).param("code", code.name()).param("from", from).param("value", value).param("certain", certain).param("source", source.strip())
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Answer.done(code);
    }

    /** @param others shares of other plans that have not ended */
    List<Finding> ofPlan(Kind kind, Market market, long capital, long shares, long others, BigDecimal price, BigDecimal reference, LocalDate from, LocalDate until, Terms terms) {
        var findings = new ArrayList<Finding>();
        above(findings, market, Code.ALL_PLANS, from, percent(shares + others, capital));
        rule(market, kind == Kind.OPTION ? Code.PRICE_OF_OPTION : Code.PRICE_OF_STOCK, from).ifPresent(it -> {
            var found = price.multiply(BigDecimal.valueOf(100)).divide(reference, 2, RoundingMode.HALF_UP);
            if (price.multiply(BigDecimal.valueOf(100)).compareTo(it.value().multiply(reference)) < 0) {
                findings.add(new Finding(it, found.toPlainString()));
            }
        });
        rule(market, Code.YEARS, from).filter(it -> until.isAfter(from.plusMonths(it.value().multiply(BigDecimal.valueOf(12)).longValue())))
                .ifPresent(it -> findings.add(new Finding(it, from + " – " + until)));
        releases(findings, market, from, terms);
        return findings;
    }

    /** A grant of a million on the plan's first day, of which everything happens at once that waits to be told. */
    private void releases(List<Finding> findings, Market market, LocalDate from, Terms terms) {
        var whole = BigFraction.of(BigInteger.valueOf(1_000_000));
        var starts = terms.conditions().stream().filter(it -> it.trigger() instanceof Trigger.Start).map(it -> new Facts.Happened(it.id(), from)).toList();
        var comes = new Vesting(new Grant(from, whole, new Grant.Plan.ByTerms(terms)), new Facts(starts, List.of(), List.of(), List.of(), List.of(), Optional.empty())).instalments(from);
        if (comes.isEmpty()) {
            return;
        }
        rule(market, Code.FIRST_RELEASE, from).filter(it -> comes.getFirst().day().isBefore(from.plusMonths(it.value().longValue()))).ifPresent(it -> findings.add(new Finding(it, comes.getFirst().day().toString())));
        rule(market, Code.BETWEEN_RELEASES, from).ifPresent(it -> {
            for (int at = 1; at < comes.size(); at++) {
                if (comes.get(at).day().isBefore(comes.get(at - 1).day().plusMonths(it.value().longValue()))) {
                    findings.add(new Finding(it, comes.get(at - 1).day() + ", " + comes.get(at).day()));
                    return;
                }
            }
        });
        rule(market, Code.ONE_RELEASE, from).ifPresent(it -> comes.stream().filter(one -> one.amount().multiply(100).compareTo(whole.multiply(StockPlan.exact(it.value()))) > 0).findFirst()
                .ifPresent(one -> findings.add(new Finding(it, one.day() + ", " + one.amount().divide(10_000).bigDecimalValue(2, RoundingMode.HALF_UP).toPlainString()))));
    }

    /** @param most the shares of one person under all plans that have not ended @param first whether nothing was granted under the plan before @param firstDay of the plan's grants */
    List<Finding> ofGranting(StockPlan plan, LocalDate day, long shares, long most, boolean first, LocalDate firstDay) {
        var findings = new ArrayList<Finding>();
        above(findings, plan.market(), Code.ONE_PERSON, day, percent(most, plan.capital()));
        if (first) {
            above(findings, plan.market(), Code.LATER_PART, day, percent(plan.shares() - shares, plan.shares()));
        } else {
            rule(plan.market(), Code.LATER_MONTHS, day).filter(it -> day.isAfter(firstDay.plusMonths(it.value().longValue()))).ifPresent(it -> findings.add(new Finding(it, firstDay + ", " + day)));
        }
        return findings;
    }

    private void above(List<Finding> findings, Market market, Code code, LocalDate day, BigFraction percent) {
        rule(market, code, day).filter(it -> percent.compareTo(StockPlan.exact(it.value())) > 0)
                .ifPresent(it -> findings.add(new Finding(it, percent.bigDecimalValue(2, RoundingMode.HALF_UP).toPlainString() + " %")));
    }

    static BigFraction percent(long of, long whole) {
        return BigFraction.of(BigInteger.valueOf(of), BigInteger.valueOf(whole)).multiply(100);
    }

    /** The first that is certain refuses. */
    static Optional<Answer.Reason> refusal(List<Finding> findings, String field) {
        return findings.stream().filter(it -> it.rule().certain()).findFirst()
                .map(it -> new Answer.Reason(field, "equity.limit." + it.rule().code(), List.of(it.found(), it.rule().value().stripTrailingZeros().toPlainString(), it.rule().source())));
    }
}
