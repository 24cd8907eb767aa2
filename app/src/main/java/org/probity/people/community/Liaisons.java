package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Who answers for a base, a factory or a department, and who stands behind them; and which places owe both. */
@Service
public class Liaisons {
    public enum Rank { OFFICER, DEPUTY }

    /** A place that owes an officer and a deputy, with those it has. */
    public record Cover(UUID unit, String code, String nameEn, String nameZh, boolean base, long people, @Nullable UUID officer, String officerEn, String officerZh, @Nullable UUID deputy, String deputyEn,
            String deputyZh) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }

        public boolean covered() {
            return officer != null && deputy != null;
        }

        public String officer(Lang lang) {
            return lang == Lang.ZH && !officerZh.isEmpty() || officerEn.isEmpty() ? officerZh : officerEn;
        }

        public String deputy(Lang lang) {
            return lang == Lang.ZH && !deputyZh.isEmpty() || deputyEn.isEmpty() ? deputyZh : deputyEn;
        }
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Liaisons(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public List<Cover> cover() {
        return db.sql("""
                SELECT cover.unit, cover.code, cover.name_en, cover.name_zh, cover.kind = 'SITE' AS base, cover.people,
                       cover.officer, coalesce(officer.name_en, '') AS officer_en, coalesce(officer.name_zh, '') AS officer_zh,
                       cover.deputy, coalesce(deputy.name_en, '') AS deputy_en, coalesce(deputy.name_zh, '') AS deputy_zh
                  FROM community.cover(:today, 'infinity') AS cover
                  LEFT JOIN directory.name AS officer ON officer.id = cover.officer
                  LEFT JOIN directory.name AS deputy ON deputy.id = cover.deputy
                 ORDER BY cover.code
                """).param("today", today()).query(Cover.class).list();
    }

    /**
     * Names who answers for a place from today on; whoever did so until now ends the day before.
     *
     * <p>Refusals: {@code community.hr-names}; {@code community.place-unknown} it owes no liaison officer; {@code community.person-unknown} nobody of that number works here;
     * {@code community.named-today} it was decided today already, the day after it can be again; {@code community.officer-and-deputy} one person cannot stand behind themselves.
     *
     * @param number staff number or work e-mail
     */
    @Transactional
    public Answer<UUID> name(UUID unit, Rank rank, String number, Me by) {
        return name(cover().stream().filter(it -> it.unit().equals(unit)).findFirst(), rank, number, by);
    }

    /** Somebody for an office. @param number staff number or work e-mail */
    public record Naming(UUID unit, Rank rank, String number) {}

    /** Many in one go, as when a board opens: places are counted once. All of them or none. Refusals: the first of {@link #name(UUID, Rank, String, Me)}. */
    @Transactional
    public Answer<Integer> name(List<Naming> namings, Me by) {
        var places = cover();
        for (var it : namings) {
            if (name(places.stream().filter(place -> place.unit().equals(it.unit())).findFirst(), it.rank(), it.number(), by) instanceof Answer.Refused<UUID>(var reasons)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Answer.Refused<>(reasons);
            }
        }
        return Answer.done(namings.size());
    }

    private Answer<UUID> name(Optional<Cover> place, Rank rank, String number, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "community.hr-names");
        }
        if (place.isEmpty()) {
            return Answer.refused("unit", "community.place-unknown");
        }
        var unit = place.get().unit();
        var person = db.sql("""
                SELECT name.id
                  FROM directory.name
                  JOIN directory.engaged(:today, 'infinity') AS engaged ON engaged.person = name.id AND engaged.kind <> 'RETIREE'
                 WHERE name.number = :number OR lower(name.email) = lower(:number)
                 LIMIT 1
                """).param("today", today()).param("number", number.strip()).query(UUID.class).optional();
        if (person.isEmpty()) {
            return Answer.refused("number", "community.person-unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM community.liaison WHERE unit = :unit AND rank <> :rank AND person = :person AND :today BETWEEN from_day AND coalesce(until_day, 'infinity'))").param("unit", unit)
                .param("rank", rank.name()).param("person", person.get()).param("today", today()).query(Boolean.class).single()) {
            return Answer.refused("number", "community.officer-and-deputy");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM community.liaison WHERE unit = :unit AND rank = :rank AND from_day = :today)").param("unit", unit).param("rank", rank.name()).param("today", today())
                .query(Boolean.class).single()) {
            return Answer.refused("number", "community.named-today");
        }
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        db.sql("UPDATE community.liaison SET until_day = :before, ended_at = :at WHERE unit = :unit AND rank = :rank AND until_day IS NULL").param("before", today().minusDays(1)).param("at", at)
                .param("unit", unit).param("rank", rank.name()).update();
        var id = UUID.randomUUID();
        var record = log.record("community.liaison", today(), Map.of("liaison", id.toString(), "unit", unit.toString(), "rank", rank.name(), "from", today().toString()));
        db.sql("INSERT INTO community.liaison (id, unit, rank, person, from_day, named_by, named_at, record) VALUES (:id, :unit, :rank, :person, :from, :by, :at, :record)").param("id", id)
                .param("unit", unit).param("rank", rank.name()).param("person", person.get()).param("from", today()).param("by", by.account()).param("at", at).param("record", record).update();
        return Answer.done(id);
    }

    /** Units of which somebody is officer or deputy today. */
    List<UUID> of(Me me) {
        return db.sql("""
                SELECT liaison.unit
                  FROM community.liaison
                  JOIN directory.pass ON pass.person = liaison.person
                 WHERE pass.account = :account AND :today BETWEEN liaison.from_day AND coalesce(liaison.until_day, 'infinity')
                """).param("account", me.account()).param("today", today()).query(UUID.class).list();
    }

    /** The nearest place, from this one upwards, in which somebody answers today; none: human resources do. */
    Optional<UUID> answering(@Nullable UUID unit) {
        return unit == null ? Optional.empty() : directory.place(unit, today()).flatMap(place -> place.path().reversed().stream().filter(this::named).findFirst());
    }

    private boolean named(UUID unit) {
        return db.sql("SELECT EXISTS (SELECT FROM community.liaison WHERE unit = :unit AND :today BETWEEN from_day AND coalesce(until_day, 'infinity'))").param("unit", unit).param("today", today())
                .query(Boolean.class).single();
    }

    /** Whether somebody answers what is said about a place: its officer or deputy; human resources where nobody was named. */
    boolean answers(@Nullable UUID unit, Me me) {
        var place = answering(unit);
        return place.isPresent() ? of(me).contains(place.get()) : me.is(Role.HR);
    }
}
