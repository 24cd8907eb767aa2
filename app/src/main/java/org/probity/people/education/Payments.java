package org.probity.people.education;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finance has paid: a file of theirs with the sum it states of itself. This room pays nobody. */
@Service
public class Payments {
    static final List<String> COLUMNS = List.of("number", "no", "amount", "paid_on");
    static final int LINES_MOST = 5_000;
    private static final int FAULTS_SHOWN = 30;

    private record Line(UUID proof, BigDecimal amount, LocalDate day) {}

    private final JdbcClient db;
    private final Supports supports;
    private final Programmes programmes;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(JdbcClient db, Supports supports, Programmes programmes, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.supports = supports;
        this.programmes = programmes;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a file as a whole or not at all: columns number (of the support), no (of the instalment), amount, paid_on.
     *
     * <p>Refusals: {@code education.not-yours}; those of {@link Columns#taken}; {@code education.paying.columns}; {@code education.paying.empty};
     * {@code education.paying.long}; {@code education.paying-years} payments of two years in one file; {@code education.paying-sum} the lines do not add up to what is stated; and with the number of the line
     * {@code education.line-proof} no such instalment, or paid already; {@code education.line-amount} not what was proven; {@code education.line-day};
     * {@code education.line-twice}.
     */
    @Transactional
    public Answer<Integer> bring(byte[] file, BigDecimal stated, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        var taken = Columns.taken(file, COLUMNS, LINES_MOST, "education.paying");
        if (taken instanceof Answer.Refused<Columns>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var columns = ((Answer.Done<Columns>) taken).value();
        var unpaid = unpaid(columns.lines());
        var lines = new ArrayList<Line>();
        var faults = new ArrayList<Reason>();
        var met = new HashSet<UUID>();
        var sum = BigDecimal.ZERO;
        for (var it : columns.lines()) {
            var owed = Optional.ofNullable(unpaid.get(new Of(it.of("number"), Typed.number(it.of("no"), 0))));
            var day = Typed.day(it.of("paid_on"));
            if (owed.isEmpty()) {
                faults.add(new Reason("file", "education.line-proof", List.of(it.row())));
            } else if (!it.of("amount").matches("[0-9]{1,9}(\\.[0-9]{1,2})?") || new BigDecimal(it.of("amount")).compareTo(owed.get().amount()) != 0) {
                faults.add(new Reason("file", "education.line-amount", List.of(it.row())));
            } else if (day.isEmpty() || day.get().isAfter(programmes.today()) || day.get().isBefore(owed.get().day())) {
                faults.add(new Reason("file", "education.line-day", List.of(it.row())));
            } else if (!met.add(owed.get().proof())) {
                faults.add(new Reason("file", "education.line-twice", List.of(it.row())));
            } else {
                lines.add(new Line(owed.get().proof(), owed.get().amount(), day.get()));
                sum = sum.add(owed.get().amount());
            }
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        if (lines.stream().map(it -> it.day().getYear()).distinct().count() > 1) {
            return Answer.refused("file", "education.paying-years");
        }
        if (sum.compareTo(stated) != 0) {
            return Answer.refused("stated", "education.paying-sum", sum);
        }
        var record = log.recordBatch("education.paid", programmes.today(), Map.of("lines", lines.size(), "total", sum),
                lines.stream().map(it -> Map.of("proof", it.proof().toString(), "amount", it.amount(), "day", it.day().toString())).toList());
        db.sql("INSERT INTO education.paying_stated (record, lines, total, day, by, at) VALUES (:record, :lines, :total, :day, :by, :at)")
                .param("record", record).param("lines", lines.size()).param("total", stated).param("day", lines.stream().map(Line::day).max(LocalDate::compareTo).orElseThrow())
                .param("by", by.account()).param("at", supports.now())
                .update();
        db.sql("""
                INSERT INTO education.payment (proof, amount, paid_on, record, at)
                SELECT paid.proof, paid.amount::numeric, paid.day::date, :record, :at FROM unnest(:proofs::uuid[], :amounts::text[], :days::text[]) AS paid (proof, amount, day)
                """)
                .param("proofs", lines.stream().map(Line::proof).toArray(UUID[]::new)).param("amounts", lines.stream().map(it -> it.amount().toPlainString()).toArray(String[]::new))
                .param("days", lines.stream().map(it -> it.day().toString()).toArray(String[]::new)).param("record", record).param("at", supports.now())
                .update();
        db.sql("SELECT DISTINCT proof.application FROM education.proof JOIN education.payment ON payment.proof = proof.id WHERE payment.record = :record").param("record", record)
                .query(UUID.class).list().forEach(it -> events.publishEvent(new Supports.Told(it, Supports.Told.What.PAID)));
        return Answer.done(lines.size());
    }

    private record Of(String number, int no) {}

    /** What the lines name and nobody has paid, by one question for the whole file; the day is the one on which somebody applied where the house stands. */
    private Map<Of, Line> unpaid(List<Columns.Line> named) {
        var unpaid = new HashMap<Of, Line>();
        db.sql("""
                SELECT application.number, proof.no, proof.id, proof.amount, application.applied_at
                  FROM education.application JOIN education.proof ON proof.application = application.id
                 WHERE application.number = ANY (:numbers) AND NOT EXISTS (SELECT FROM education.payment WHERE payment.proof = proof.id)
                """)
                .param("numbers", named.stream().map(it -> it.of("number")).distinct().toArray(String[]::new))
                .query(row -> {
                    unpaid.put(new Of(row.getString(1), row.getInt(2)), new Line(row.getObject(3, UUID.class), row.getBigDecimal(4),
                            LocalDate.ofInstant(row.getObject(5, OffsetDateTime.class).toInstant(), clock.getZone())));
                });
        return unpaid;
    }
}
