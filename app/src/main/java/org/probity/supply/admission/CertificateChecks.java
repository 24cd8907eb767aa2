package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.supply.supplier.Newcomers;
import org.probity.supply.supplier.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a rule can say of a certificate. Rules refuse what cannot be right and point at what may be wrong; people decide. */
@Component
class CertificateChecks {
    /** A certificate of a management system runs three years, and a little longer when it is renewed early. */
    private static final int MONTHS_MOST = 38;
    private static final int SOON_DAYS = 90;
    private static final int LONGEST = 2000;

    /** Something noticed, before it is kept. @param other the proof of another supplier that it is about */
    record Noticed(String key, boolean grave, List<String> words, @Nullable UUID other) {}

    private final JdbcClient db;

    CertificateChecks(JdbcClient db) {
        this.db = db;
    }

    /**
     * What stands against it: {@code admission.holder-missing}, {@code admission.body-missing}, {@code admission.scope-missing},
     * {@code admission.words-long}, {@code admission.number-implausible} (no digit, or fewer than four signs), {@code admission.issued-future},
     * {@code admission.expiry-before-issue}, {@code admission.expired}.
     */
    List<Reason> refusals(Proof.Certificate it, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        missing(reasons, "holder", it.holder(), "admission.holder-missing");
        missing(reasons, "body", it.body(), "admission.body-missing");
        missing(reasons, "scope", it.scope(), "admission.scope-missing");
        if (Stream.of(it.holder(), it.body(), it.accreditation(), it.number(), it.scope()).anyMatch(words -> words.length() > LONGEST)) {
            reasons.add(new Reason("scope", "admission.words-long", List.of(LONGEST)));
        }
        if (!it.number().matches(".*[0-9].*") || it.number().strip().length() < 4) {
            reasons.add(new Reason("number", "admission.number-implausible", List.of()));
        }
        if (it.issuedDay().isAfter(today)) {
            reasons.add(new Reason("issuedDay", "admission.issued-future", List.of()));
        }
        if (!it.expiryDay().isAfter(it.issuedDay())) {
            reasons.add(new Reason("expiryDay", "admission.expiry-before-issue", List.of()));
        } else if (it.expiryDay().isBefore(today)) {
            reasons.add(new Reason("expiryDay", "admission.expired", List.of(it.expiryDay())));
        }
        return reasons;
    }

    private static void missing(List<Reason> reasons, String field, String words, String key) {
        if (words.isBlank()) {
            reasons.add(new Reason(field, key, List.of()));
        }
    }

    /** What is worth a look about the words of a certificate. @param categories what the supplier is to deliver, in both languages */
    List<Noticed> notice(Proof.Certificate it, Supplier supplier, String leg, List<String> categories, LocalDate today) {
        var noticed = new ArrayList<Noticed>();
        otherHolder(it, supplier).ifPresent(noticed::add);
        db.sql("""
                SELECT proof.id
                  FROM admission.certificate
                  JOIN admission.proof ON proof.id = certificate.proof
                 WHERE proof.supplier <> :supplier
                   AND proof.leg = :leg
                   AND upper(replace(certificate.number, ' ', '')) = upper(replace(:number, ' ', ''))
                 ORDER BY proof.sent_at
                 LIMIT 1
                """)
                .param("supplier", supplier.id()).param("leg", leg).param("number", it.number())
                .query(UUID.class).optional()
                .ifPresent(other -> noticed.add(new Noticed("admission.finding.same-number", true, List.of(it.number()), other)));
        var scope = it.scope().toLowerCase(Locale.ROOT);
        if (categories.stream().noneMatch(name -> scope.contains(stem(name)))) {
            noticed.add(new Noticed("admission.finding.scope-silent", false, List.of(String.join(", ", categories)), null));
        }
        if (it.issuedDay().plusMonths(MONTHS_MOST).isBefore(it.expiryDay())) {
            noticed.add(new Noticed("admission.finding.long", false, List.of(String.valueOf(MONTHS_MOST)), null));
        }
        if (it.expiryDay().isBefore(today.plusDays(SOON_DAYS))) {
            noticed.add(new Noticed("admission.finding.soon", false, List.of(it.expiryDay().toString()), null));
        }
        var known = db.sql("SELECT count(*) FROM admission.accreditor WHERE mark = upper(:mark)").param("mark", it.accreditation().strip()).query(Long.class).single();
        if (known == 0) {
            noticed.add(new Noticed("admission.finding.accreditation", false, List.of(it.accreditation().isBlank() ? "–" : it.accreditation()), null));
        }
        return noticed;
    }

    /** The certificate names another company than the register does now; asked again when it is ruled on, because names change. */
    Optional<Noticed> otherHolder(Proof.Certificate it, Supplier supplier) {
        var same = Newcomers.sameName(it.holder(), supplier.nameEn()) || Newcomers.sameName(it.holder(), supplier.nameZh())
                || Newcomers.sameName(it.holder(), supplier.nameOther());
        return same ? Optional.empty() : Optional.of(new Noticed("admission.finding.other-holder", true, List.of(it.holder()), null));
    }

    /** What is worth a look about a file. @param issued the day the paper says it was issued */
    List<Noticed> notice(FileLook.Readable it, String sha256, UUID supplier, @Nullable LocalDate issued) {
        var noticed = new ArrayList<Noticed>();
        db.sql("""
                SELECT proof.id
                  FROM admission.proof_file
                  JOIN admission.proof ON proof.id = proof_file.proof
                 WHERE proof.supplier <> :supplier
                   AND proof_file.sha256 = :sha256
                 ORDER BY proof.sent_at
                 LIMIT 1
                """)
                .param("supplier", supplier).param("sha256", sha256)
                .query(UUID.class).optional()
                .ifPresent(other -> noticed.add(new Noticed("admission.finding.same-file", true, List.of(), other)));
        if (it.edited()) {
            noticed.add(new Noticed("admission.finding.edited", false, List.of(it.changed().map(LocalDate::toString).orElse("–")), null));
        }
        if (it.locked()) {
            noticed.add(new Noticed("admission.finding.locked", false, List.of(), null));
        }
        if (it.kind() == FileLook.Kind.PICTURE) {
            noticed.add(new Noticed("admission.finding.picture", false, List.of(), null));
        }
        if (issued != null && it.made().filter(made -> made.isBefore(issued.minusDays(1))).isPresent()) {
            noticed.add(new Noticed("admission.finding.older-file", false, List.of(it.made().get().toString()), null));
        }
        return noticed;
    }

    /** "Wafers" is found in "manufacture of silicon wafer". */
    private static String stem(String name) {
        var bare = name.toLowerCase(Locale.ROOT);
        return bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
