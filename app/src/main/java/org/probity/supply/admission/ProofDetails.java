package org.probity.supply.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a proof, read for pages and rules. */
@Component
class ProofDetails {
    private final JdbcClient db;

    ProofDetails(JdbcClient db) {
        this.db = db;
    }

    List<Proof.File> files(UUID proof) {
        return db.sql("""
                SELECT proof_file.evidence, item.name, proof_file.sha256, blob.size
                  FROM admission.proof_file
                  JOIN evidence.item ON item.id = proof_file.evidence
                  JOIN evidence.blob ON blob.sha256 = item.sha256
                 WHERE proof = :proof
                 ORDER BY no
                """)
                .param("proof", proof)
                .query(Proof.File.class).list();
    }

    Optional<Proof.Certificate> certificate(UUID proof) {
        return db.sql("SELECT holder, body, accreditation, number, scope, issued_day, expiry_day FROM admission.certificate WHERE proof = :proof")
                .param("proof", proof)
                .query(Proof.Certificate.class).optional();
    }

    Optional<Proof.Sample> sample(UUID proof) {
        return db.sql("""
                SELECT sample.material, material.number, material.name_en, material.name_zh, sample.category,
                       category.name_en AS category_en, category.name_zh AS category_zh
                  FROM admission.sample
                  JOIN supplier.material_name AS material ON material.id = sample.material
                  JOIN supplier.category_name AS category ON category.code = sample.category
                 WHERE proof = :proof
                """)
                .param("proof", proof)
                .query(Proof.Sample.class).optional();
    }

    List<Proof.Taken> steps(UUID proof) {
        return db.sql("SELECT step, day, words, evidence, by, at FROM admission.sample_step WHERE proof = :proof ORDER BY day, at")
                .param("proof", proof)
                .query(Proof.Taken.class).list();
    }

    List<Proof.Place> places(UUID proof) {
        return db.sql("""
                SELECT place.id, place.name
                  FROM admission.proof_site
                  JOIN supplier.place AS place ON place.id = proof_site.site
                 WHERE proof = :proof
                 ORDER BY place.name
                """)
                .param("proof", proof)
                .query(Proof.Place.class).list();
    }

    List<Proof.Finding> findings(UUID proof) {
        return db.sql("SELECT no, key, severity, words, other FROM admission.finding WHERE proof = :proof ORDER BY severity, no")
                .param("proof", proof)
                .query((row, n) -> new Proof.Finding(row.getInt("no"), row.getString("key"), row.getString("severity").equals("GRAVE"),
                        ((Json.Arr) Json.parse(row.getString("words"))).items().stream().map(it -> ((Json.Str) it).value()).toList(),
                        row.getObject("other", UUID.class))).list();
    }

    /** What was said, first word first. */
    List<Proof.Word> words(UUID proof) {
        return db.sql("""
                SELECT role, conclusion, reasons, valid_until, condition, condition_due, answer_by, sites, categories, evidence, by, at, record
                  FROM admission.ruling
                 WHERE proof = :proof
                 ORDER BY at, role
                """)
                .param("proof", proof)
                .query(ProofDetails::word).list();
    }

    private static Proof.Word word(ResultSet row, int no) throws SQLException {
        return new Proof.Word(row.getString("role"), Proof.Conclusion.valueOf(row.getString("conclusion")), row.getString("reasons"),
                row.getObject("valid_until", LocalDate.class), row.getString("condition"), row.getObject("condition_due", LocalDate.class),
                row.getObject("answer_by", LocalDate.class), Arrays.asList((UUID[]) row.getArray("sites").getArray()),
                Arrays.asList((String[]) row.getArray("categories").getArray()), row.getObject("evidence", UUID.class),
                row.getObject("by", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("record", UUID.class));
    }

    /** Whose word is missing; nobody's once somebody refused or asked back, or a later proof came. */
    List<String> awaited(UUID proof) {
        return db.sql("SELECT role FROM admission.awaited WHERE proof = :proof ORDER BY role").param("proof", proof).query(String.class).list();
    }

    Optional<Proof.Withdrawn> withdrawn(UUID proof) {
        return db.sql("SELECT reasons, by, at FROM admission.withdrawn WHERE proof = :proof").param("proof", proof).query(Proof.Withdrawn.class).optional();
    }

    boolean conditionMet(UUID subject) {
        return db.sql("SELECT count(*) FROM admission.condition_met WHERE subject = :subject").param("subject", subject).query(Long.class).single() > 0;
    }
}
