package org.probity.shapes.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.shapes.policy.Policy.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads versions of rules, each with where it stands on a day. */
@Component
class VersionRows {
    private final JdbcClient db;

    VersionRows(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    List<Version> of(UUID policy, LocalDate today) {
        return db.sql(VERSIONS + " WHERE version.policy = :policy ORDER BY version.no DESC").param("policy", policy).param("today", today).query(Version.class).list();
    }

    List<Version> all(LocalDate today) {
        return db.sql(VERSIONS + " ORDER BY version.policy, version.no DESC").param("today", today).query(Version.class).list();
    }

    Optional<Version> find(UUID version, LocalDate today) {
        return db.sql(VERSIONS + " WHERE version.id = :version").param("version", version).param("today", today).query(Version.class).optional();
    }

    private static final String VERSIONS = """
            SELECT version.id, version.policy, version.no, version.title_en, version.title_zh, version.change_en, version.change_zh,
                   coalesce(publication.from_day, version.from_day) AS from_day, version.drafted_by, version.drafted_at,
                   open.id AS open, publication.evidence, publication.published_by, publication.published_at, publication.record,
                   CASE WHEN publication.version IS NULL AND open.id IS NULL THEN 'DRAFT'
                        WHEN publication.version IS NULL THEN 'PROPOSED'
                        WHEN publication.from_day > :today THEN 'COMING'
                        WHEN EXISTS (SELECT FROM policy.publication AS later
                                      WHERE later.policy = version.policy AND later.from_day > publication.from_day AND later.from_day <= :today) THEN 'REPLACED'
                        WHEN EXISTS (SELECT FROM policy.withdrawal WHERE withdrawal.policy = version.policy AND withdrawal.last_day < :today) THEN 'WITHDRAWN'
                        ELSE 'IN_FORCE' END AS stage
              FROM policy.version
              LEFT JOIN policy.publication ON publication.version = version.id
              LEFT JOIN decision.open ON open.matter = 'policy.version' AND open.subject = version.id
            """;
}
