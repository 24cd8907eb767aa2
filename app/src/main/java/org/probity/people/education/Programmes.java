package org.probity.people.education;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partners and what one can study with them. */
@Service
public class Programmes {
    static final int NAME_LONGEST = 300;
    static final BigDecimal DEAREST = new BigDecimal("9999999.99");

    public record Partner(UUID id, String nameEn, String nameZh) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    public record Programme(
            UUID id, String number, UUID partner, String partnerEn, String partnerZh, Kind kind, String titleEn, String titleZh, BigDecimal tuition, LocalDate fromDay, LocalDate untilDay,
            boolean professional, int bondMonths, int bondPercent) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        public String partner(Lang lang) {
            return lang == Lang.ZH ? partnerZh : partnerEn;
        }

        public boolean open(LocalDate day) {
            return !day.isAfter(untilDay);
        }
    }

    /** A programme as it is put up. @param professional professional training that we pay for */
    public record Plan(
            UUID partner, Kind kind, String titleEn, String titleZh, BigDecimal tuition, LocalDate fromDay, LocalDate untilDay, boolean professional, int bondMonths, int bondPercent) {}

    private final JdbcClient db;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Programmes(JdbcClient db, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Refusals: {@code education.not-yours}; {@code education.name-wrong}. */
    @Transactional
    public Answer<UUID> add(String nameEn, String nameZh, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        if (nameEn.isBlank() || nameZh.isBlank() || nameEn.length() > NAME_LONGEST || nameZh.length() > NAME_LONGEST) {
            return Answer.refused("nameEn", "education.name-wrong", NAME_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO education.partner (id, name_en, name_zh, added_by, added_at) VALUES (:id, :en, :zh, :by, :at)")
                .param("id", id).param("en", nameEn.strip()).param("zh", nameZh.strip()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Answer.done(id);
    }

    /**
     * Puts a programme up.
     *
     * <p>Refusals: {@code education.not-yours}; {@code education.partner-unknown}; {@code education.name-wrong}; {@code education.tuition-wrong} no amount in yuan and fen;
     * {@code education.days-turned}; {@code education.bond-not-professional} a bond is possible only for professional training that we pay for;
     * {@code education.bond-long} more months than the rule of the day; {@code education.bond-dear} more than the cost.
     */
    @Transactional
    public Answer<UUID> open(Plan it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        if (partners().stream().noneMatch(known -> known.id().equals(it.partner()))) {
            return Answer.refused("partner", "education.partner-unknown");
        }
        if (it.titleEn().isBlank() || it.titleZh().isBlank() || it.titleEn().length() > NAME_LONGEST || it.titleZh().length() > NAME_LONGEST) {
            return Answer.refused("titleEn", "education.name-wrong", NAME_LONGEST);
        }
        if (!amount(it.tuition())) {
            return Answer.refused("tuition", "education.tuition-wrong");
        }
        if (it.untilDay().isBefore(it.fromDay())) {
            return Answer.refused("untilDay", "education.days-turned");
        }
        if ((it.bondMonths() > 0 || it.bondPercent() > 0) && !it.professional()) {
            return Answer.refused("bondMonths", "education.bond-not-professional");
        }
        var months = rules.on(EducationRule.BOND_MONTHS, today());
        if (it.bondMonths() < 0 || it.bondMonths() > months || it.bondMonths() == 0 && it.bondPercent() > 0) {
            return Answer.refused("bondMonths", "education.bond-long", months);
        }
        var percent = rules.on(EducationRule.PENALTY_PERCENT, today());
        if (it.bondPercent() < 0 || it.bondPercent() > percent) {
            return Answer.refused("bondPercent", "education.bond-dear", percent);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO education.programme (id, number, partner, kind, title_en, title_zh, tuition, from_day, until_day, professional, bond_months, bond_percent, opened_by, opened_at, record)
                VALUES (:id, 'E' || :year || '-' || lpad(nextval('education.number')::text, 4, '0'), :partner, :kind, :en, :zh, :tuition, :from, :until, :professional, :months, :percent, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("partner", it.partner()).param("kind", it.kind().name()).param("en", it.titleEn().strip())
                .param("zh", it.titleZh().strip()).param("tuition", it.tuition()).param("from", it.fromDay()).param("until", it.untilDay()).param("professional", it.professional())
                .param("months", it.bondMonths()).param("percent", it.bondPercent()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("education.programme", today(), Map.of("programme", id.toString(), "kind", it.kind().name(), "tuition", it.tuition(), "months", it.bondMonths(),
                        "percent", it.bondPercent())))
                .update();
        return Answer.done(id);
    }

    /** Yuan with at most two places, above nothing. */
    static boolean amount(BigDecimal it) {
        return it.signum() > 0 && it.scale() <= 2 && it.compareTo(DEAREST) <= 0;
    }

    public List<Partner> partners() {
        return db.sql("SELECT id, name_en, name_zh FROM education.partner ORDER BY name_en").query(Partner.class).list();
    }

    private static final String SELECT = """
            SELECT programme.id, programme.number, programme.partner, partner.name_en AS partner_en, partner.name_zh AS partner_zh, programme.kind, programme.title_en, programme.title_zh,
                   programme.tuition, programme.from_day, programme.until_day, programme.professional, programme.bond_months, programme.bond_percent
              FROM education.programme JOIN education.partner ON partner.id = programme.partner
            """;

    public List<Programme> all() {
        return db.sql(SELECT + " ORDER BY programme.until_day DESC, programme.number").query(Programme.class).list();
    }

    public Optional<Programme> find(UUID id) {
        return db.sql(SELECT + " WHERE programme.id = :id").param("id", id).query(Programme.class).optional();
    }
}
