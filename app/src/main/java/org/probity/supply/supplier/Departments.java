package org.probity.supply.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.supply.supplier.Department.Accountable;
import org.probity.supply.supplier.Department.Charge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which department answers for what is bought, and so whose work something is. Other rooms route duties and approvals by it.
 *
 * <p>A department's people are those engaged in its unit or below, and whoever leads the unit or one above it. Who is away is stood in for by
 * the deputy the directory names. As long as nobody said who answers for a category, work goes by role alone: everybody may act who may at all.
 */
@Service
public class Departments {
    private final JdbcClient db;
    private final Clock clock;

    Departments(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether what is bought in a category is this person's to act on, as far as departments go; roles are asked besides. For buying, at any site. */
    public boolean mayActFor(Me me, String category, LocalDate day) {
        return mayActFor(me, category, Charge.BUYING, day);
    }

    /** The same for either charge. Who answers for a category at one site only may act for it too. */
    public boolean mayActFor(Me me, String category, Charge charge, LocalDate day) {
        return db.sql("""
                WITH accountable AS MATERIALIZED (
                    SELECT department.unit
                      FROM supplier.accountable(:day, :now) AS accountable
                      JOIN supplier.department ON department.id = accountable.department
                     WHERE accountable.category = :category
                       AND accountable.charge = :charge
                ), acts AS MATERIALIZED (
                    SELECT pass.person FROM directory.pass WHERE pass.account = :me
                    UNION
                    SELECT standin.person
                      FROM directory.pass
                      JOIN directory.deputies(:day, :now) AS standin ON standin.deputy = pass.person
                     WHERE pass.account = :me
                )
                SELECT NOT EXISTS (SELECT FROM accountable)
                    OR EXISTS (SELECT FROM acts
                                 JOIN directory.engaged(:day, :now) AS engaged ON engaged.person = acts.person AND engaged.kind <> 'RETIREE'
                                 JOIN directory.places(:day, :now) AS place ON place.unit = engaged.unit
                                 JOIN accountable ON accountable.unit = ANY (place.path))
                    OR EXISTS (SELECT FROM acts
                                 JOIN directory.heads(:day, :now) AS heads ON heads.person = acts.person
                                 JOIN accountable ON true
                                 JOIN directory.places(:day, :now) AS place ON place.unit = accountable.unit AND heads.unit = ANY (place.path))
                """)
                .param("day", day).param("now", now()).param("category", category).param("charge", charge.name()).param("me", me.account())
                .query(Boolean.class).single();
    }

    /** What of the work of a day is this person's; each category is asked once. */
    public Mine mine(Me me, LocalDate day) {
        return new Mine(me, day);
    }

    /** Whether work in a category is a person's, as far as departments go. */
    public final class Mine {
        private final Me me;
        private final LocalDate day;
        private final Map<String, Boolean> asked = new HashMap<>();

        private Mine(Me me, LocalDate day) {
            this.me = me;
            this.day = day;
        }

        public boolean charged(String category, Charge charge) {
            return asked.computeIfAbsent(category + " " + charge, _ -> mayActFor(me, category, charge, day));
        }

        /** What is asked of a role: buyers and quality are many, each with their categories; whoever else holds a role has all of it. */
        public boolean as(Role role, Collection<String> categories) {
            return switch (role) {
                case BUYER -> categories.isEmpty() || categories.stream().anyMatch(it -> charged(it, Charge.BUYING));
                case QUALITY -> categories.isEmpty() || categories.stream().anyMatch(it -> charged(it, Charge.QUALITY));
                case PROCESS, EHS, LEGAL, SOURCING_OFFICER, REVIEWER, PUBLISHER, ASSURER, UNION, HR, REMUNERATION, EMPLOYEE, SUPPLIER, ADMINISTRATOR, CUSTOMER, CONSULTANT -> true;
            };
        }

        /** As one of these roles that the person holds. */
        public boolean asAny(Collection<Role> roles, Collection<String> categories) {
            return roles.stream().anyMatch(it -> me.is(it) && as(it, categories));
        }
    }

    /** Accounts whose work a category's buying is on a day. */
    public List<UUID> accountsFor(String category, LocalDate day) {
        return accountsFor(category, Charge.BUYING, day);
    }

    /**
     * Accounts of the accountable departments' people and heads, each who is away replaced by their deputy; if that is nobody, those of whoever
     * leads the nearest unit above. Empty when no department answers for the category, or none of these people signs in.
     */
    public List<UUID> accountsFor(String category, Charge charge, LocalDate day) {
        return db.sql("""
                WITH accountable AS MATERIALIZED (
                    SELECT place.unit, place.path
                      FROM supplier.accountable(:day, :now) AS accountable
                      JOIN supplier.department ON department.id = accountable.department
                      JOIN directory.places(:day, :now) AS place ON place.unit = department.unit
                     WHERE accountable.category = :category
                       AND accountable.charge = :charge
                ), people AS (
                    SELECT accountable.unit, 0 AS far, engaged.person
                      FROM accountable
                      JOIN directory.places(:day, :now) AS place ON accountable.unit = ANY (place.path)
                      JOIN directory.engaged(:day, :now) AS engaged ON engaged.unit = place.unit AND engaged.kind <> 'RETIREE'
                    UNION
                    SELECT accountable.unit, cardinality(accountable.path) - array_position(accountable.path, heads.unit), heads.person
                      FROM accountable
                      JOIN directory.heads(:day, :now) AS heads ON heads.unit = ANY (accountable.path)
                ), reached AS (
                    SELECT people.unit, people.far, member.id, min(people.far) OVER (PARTITION BY people.unit) AS nearest
                      FROM people
                      LEFT JOIN directory.deputies(:day, :now) AS standin ON standin.person = people.person
                      JOIN directory.pass ON pass.person = coalesce(standin.deputy, people.person)
                      JOIN access.member ON member.id = pass.account
                )
                SELECT DISTINCT id FROM reached WHERE far = nearest ORDER BY id
                """)
                .param("day", day).param("now", now()).param("category", category).param("charge", charge.name())
                .query(UUID.class).list();
    }

    /** Which departments answer for a category on a day: the one for all sites, then those for single sites. */
    public List<Accountable> accountable(String category, LocalDate day) {
        return accountable(day).stream().filter(it -> it.category().equals(category)).toList();
    }

    /** The department that buys a category for a site of ours: the site's own, or else the one for all. */
    public Optional<Department> buyer(String category, UUID site, LocalDate day) {
        var all = accountable(category, day).stream().filter(it -> it.charge() == Charge.BUYING).toList();
        return all.stream().filter(it -> site.equals(it.site())).findFirst()
                .or(() -> all.stream().filter(it -> it.site() == null).findFirst())
                .map(Accountable::department);
    }

    /** All of them on a day, by category. */
    public List<Accountable> accountable(LocalDate day) {
        return db.sql("""
                SELECT accountability.id, accountability.category, accountability.charge, accountability.site,
                       coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh,
                       accountability.from_day, accountability.until_day,
                       department.id AS department, department.unit, unit.code, department.kind,
                       coalesce(place.name_en, unit.code) AS name_en, coalesce(place.name_zh, unit.code) AS name_zh,
                       department.from_day AS since, department.until_day AS ends
                  FROM supplier.accountability
                  JOIN supplier.department ON department.id = accountability.department
                  JOIN directory.unit ON unit.id = department.unit
                  LEFT JOIN directory.units(:day, :now) AS place ON place.unit = department.unit
                  LEFT JOIN directory.units(:day, :now) AS site ON site.unit = accountability.site
                 WHERE accountability.from_day <= :day
                   AND (accountability.until_day IS NULL OR accountability.until_day >= :day)
                   AND accountability.superseded_at IS NULL
                 ORDER BY accountability.category, accountability.charge, accountability.site NULLS FIRST, unit.code
                """)
                .param("day", day).param("now", now())
                .query(Departments::accountable).list();
    }

    /** The departments of a day, by kind and code. */
    public List<Department> all(LocalDate day) {
        return db.sql("""
                SELECT department.id, department.unit, place.code, department.kind, place.name_en, place.name_zh, department.from_day, department.until_day
                  FROM supplier.department
                  JOIN directory.units(:day, :now) AS place ON place.unit = department.unit
                 WHERE department.from_day <= :day
                   AND (department.until_day IS NULL OR department.until_day >= :day)
                 ORDER BY array_position(ARRAY['INTEGRATED', 'SILICON', 'EQUIPMENT', 'SITE', 'QUALITY'], department.kind), place.code
                """)
                .param("day", day).param("now", now())
                .query(Department.class).list();
    }

    static Accountable accountable(ResultSet row, int n) throws SQLException {
        return new Accountable(row.getObject("id", UUID.class), row.getString("category"), Charge.valueOf(row.getString("charge")),
                row.getObject("site", UUID.class), row.getString("site_en"), row.getString("site_zh"),
                new Department(row.getObject("department", UUID.class), row.getObject("unit", UUID.class), row.getString("code"),
                        Department.Kind.valueOf(row.getString("kind")), row.getString("name_en"), row.getString("name_zh"),
                        row.getObject("since", LocalDate.class), row.getObject("ends", LocalDate.class)),
                row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
