package org.probity.supply.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.CertificateChecks.Noticed;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers put forward: answers to topics, certificates, samples. What people say of it is in {@link Rulings}. */
@Service
public class Proofs {
    static final int WORDS_LONGEST = 20_000;

    /** A file as it came. */
    public record Upload(String name, byte[] bytes) {
        String mediaType() {
            var lower = name.toLowerCase(Locale.ROOT);
            return lower.endsWith(".pdf") ? "application/pdf" : lower.endsWith(".png") ? "image/png" : lower.matches(".*\\.jpe?g") ? "image/jpeg" : "application/octet-stream";
        }
    }

    /**
     * What a supplier sends for a leg.
     *
     * @param follows the newest proof they had seen; somebody else's in between is told first
     * @param certificate for a management system, null otherwise
     * @param material for a sample: its number at the supplier, and names; null otherwise
     * @param sites of theirs that a certificate or a sample speaks of
     */
    public record Sent(
            String leg, String words, List<Upload> files, @Nullable UUID follows, Proof.@Nullable Certificate certificate,
            @Nullable Material material, List<UUID> sites) {}

    /** What a sample is of. @param category what we would use it for */
    public record Material(String number, String nameEn, String nameZh, String category) {}

    /** Published in the transaction in which a proof came. */
    public record Came(UUID proof, UUID supplier, String leg) {}

    private final JdbcClient db;
    private final Standing standing;
    private final Suppliers suppliers;
    private final CertificateChecks checks;
    private final Drafts drafts;
    private final Evidence evidence;
    private final Log log;
    private final org.springframework.context.ApplicationEventPublisher events;
    private final Clock clock;

    Proofs(
            JdbcClient db, Standing standing, Suppliers suppliers, CertificateChecks checks, Drafts drafts, Evidence evidence, Log log,
            org.springframework.context.ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.suppliers = suppliers;
        this.checks = checks;
        this.drafts = drafts;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A supplier's contact sends a proof, with the files of their draft and those that come along. It is kept, looked at by rule, and waits for
     * people; what a rule notices is shown to them and, at once, to the sender.
     *
     * <p>Refusals: {@code admission.not-yours} no contact of a supplier; {@code admission.not-asked} no place of theirs needs that leg, or it is
     * an agreement; {@code admission.supplier-left}; {@code admission.sent-by-colleague} somebody of theirs was faster; {@code admission.nothing-sent};
     * {@code admission.words-long}; {@code admission.file-missing} and those of {@link FileLook#at}; those of {@link CertificateChecks#refusals};
     * {@code admission.sites-missing} and {@code admission.site-unknown}; {@code admission.material-missing}; {@code admission.category-unknown}.
     */
    @Transactional
    public Answer<UUID> send(Sent it, Me by) {
        var supplier = by.supplier().flatMap(suppliers::find);
        if (supplier.isEmpty()) {
            return Answer.refused("", "admission.not-yours");
        }
        // Two contacts who send at the same moment: the second sees the first's.
        db.sql("SELECT FROM admission.dossier WHERE supplier = :supplier ORDER BY id FOR UPDATE").param("supplier", supplier.get().id()).query((row, n) -> n).list();
        var leg = standing.leg(it.leg()).filter(found -> found.kind() != Leg.Kind.AGREEMENT && asked(supplier.get().id(), found.code()));
        if (leg.isEmpty()) {
            return Answer.refused("", "admission.not-asked");
        }
        if (supplier.get().lastDay() != null && supplier.get().lastDay().isBefore(today())) {
            return Answer.refused("", "admission.supplier-left");
        }
        var newest = newest(supplier.get().id(), it.leg());
        if (!newest.map(Proof::id).equals(Optional.ofNullable(it.follows()))) {
            return Answer.refused("", "admission.sent-by-colleague");
        }
        var kept = drafts.find(it.leg(), by).map(Drafts.Draft::files).orElse(List.of());
        var reasons = new ArrayList<>(objections(it, leg.get(), supplier.get(), kept));
        var looks = new ArrayList<FileLook.Readable>();
        for (var file : it.files()) {
            look(file.bytes(), reasons).ifPresent(looks::add);
        }
        var items = kept.stream().map(id -> evidence.find(id).orElseThrow()).toList();
        for (var item : items) {
            look(evidence.bytes(item), reasons).ifPresent(looks::add);
        }
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var files = Stream.concat(it.files().stream().map(file -> evidence.keep(file.name(), file.mediaType(), file.bytes(), by.account())), items.stream()).toList();
        var id = keep(it, leg.get(), supplier.get(), files, newest.map(Proof::id).orElse(null), by);
        notice(id, it, supplier.get(), files, looks);
        drafts.forget(it.leg(), by);
        events.publishEvent(new Came(id, supplier.get().id(), it.leg()));
        return Answer.done(id);
    }

    private static Optional<FileLook.Readable> look(byte[] bytes, List<Reason> reasons) {
        return switch (FileLook.at(bytes)) {
            case FileLook.Readable readable -> Optional.of(readable);
            case FileLook.Unreadable(var key) -> {
                reasons.add(new Reason("files", key, key.equals("admission.file-too-big") ? List.of(FileLook.BYTES_MAX >> 20) : List.of()));
                yield Optional.empty();
            }
        };
    }

    private List<Reason> objections(Sent it, Leg leg, Supplier supplier, List<UUID> kept) {
        var reasons = new ArrayList<Reason>();
        var without = it.files().isEmpty() && kept.isEmpty();
        if (it.words().length() > WORDS_LONGEST) {
            reasons.add(new Reason("words", "admission.words-long", List.of(WORDS_LONGEST)));
        }
        switch (leg.kind()) {
            case TOPIC -> {
                if (it.words().isBlank() && without) {
                    reasons.add(new Reason("words", "admission.nothing-sent", List.of()));
                }
            }
            case SYSTEM -> {
                if (without) {
                    reasons.add(new Reason("files", "admission.file-missing", List.of()));
                }
                reasons.addAll(it.certificate() == null ? List.of(new Reason("holder", "admission.holder-missing", List.of()))
                        : checks.refusals(it.certificate(), today()));
                reasons.addAll(wrongSites(it, supplier));
            }
            case MATERIAL -> {
                if (it.material() == null || it.material().number().isBlank() || it.material().nameEn().isBlank() && it.material().nameZh().isBlank()) {
                    reasons.add(new Reason("material", "admission.material-missing", List.of()));
                } else if (standing.of(supplier.id()).stream().noneMatch(place -> place.category().equals(it.material().category()))) {
                    reasons.add(new Reason("category", "admission.category-unknown", List.of()));
                }
                reasons.addAll(wrongSites(it, supplier));
            }
            case AGREEMENT, LIST -> throw new IllegalStateException("an agreement is signed, not sent: " + leg.code());
        }
        return reasons;
    }

    private List<Reason> wrongSites(Sent it, Supplier supplier) {
        if (it.sites().isEmpty()) {
            return List.of(new Reason("sites", "admission.sites-missing", List.of()));
        }
        var theirs = suppliers.sites(supplier.id()).stream().filter(site -> site.open(today())).map(Supplier.Site::id).toList();
        return theirs.containsAll(it.sites()) ? List.of() : List.of(new Reason("sites", "admission.site-unknown", List.of()));
    }

    private UUID keep(Sent it, Leg leg, Supplier supplier, List<Evidence.Item> files, @Nullable UUID follows, Me by) {
        var id = UUID.randomUUID();
        var content = new TreeMap<String, Object>(Map.of(
                "proof", id.toString(), "supplier", supplier.id().toString(), "leg", leg.code(), "by", by.account().toString(),
                "files", files.stream().map(Evidence.Item::sha256).toList()));
        if (it.certificate() != null) {
            content.put("number", it.certificate().number());
            content.put("expiry", it.certificate().expiryDay().toString());
        }
        var record = log.record("admission.proof", today(), content);
        db.sql("""
                INSERT INTO admission.proof (id, supplier, leg, follows, words, sent_by, sent_at, sent_on, record)
                VALUES (:id, :supplier, :leg, :follows, :words, :by, :at, :today, :record)
                """)
                .param("id", id).param("supplier", supplier.id()).param("leg", leg.code()).param("follows", follows, Types.OTHER)
                .param("words", it.words().strip()).param("by", by.account()).param("at", now()).param("today", today()).param("record", record)
                .update();
        for (var no = 0; no < files.size(); no++) {
            db.sql("INSERT INTO admission.proof_file (proof, no, evidence, sha256) VALUES (:proof, :no, :evidence, :sha256)")
                    .param("proof", id).param("no", no).param("evidence", files.get(no).id()).param("sha256", files.get(no).sha256())
                    .update();
        }
        if (leg.kind() == Leg.Kind.SYSTEM) {
            keep(id, Objects.requireNonNull(it.certificate()));
        }
        if (leg.kind() == Leg.Kind.MATERIAL) {
            var sample = Objects.requireNonNull(it.material());
            var material = suppliers.materials(supplier.id()).stream().filter(known -> known.number().equals(sample.number())).findFirst().map(Supplier.Material::id)
                    .orElseGet(() -> suppliers.addMaterial(supplier.id(), sample.number(), or(sample.nameEn(), sample.nameZh()), or(sample.nameZh(), sample.nameEn()), today()));
            db.sql("INSERT INTO admission.sample (proof, material, category) VALUES (:proof, :material, :category)")
                    .param("proof", id).param("material", material).param("category", sample.category())
                    .update();
        }
        if (leg.kind() != Leg.Kind.TOPIC) {
            db.sql("INSERT INTO admission.proof_site (proof, site) SELECT :proof, site FROM unnest(:sites) AS site ON CONFLICT DO NOTHING")
                    .param("proof", id).param("sites", it.sites().toArray(UUID[]::new))
                    .update();
        }
        return id;
    }

    private static String or(String one, String other) {
        return one.isBlank() ? other : one;
    }

    private void keep(UUID proof, Proof.Certificate it) {
        db.sql("""
                INSERT INTO admission.certificate (proof, holder, body, accreditation, number, scope, issued_day, expiry_day)
                VALUES (:proof, :holder, :body, :accreditation, :number, :scope, :issued, :expiry)
                """)
                .param("proof", proof).param("holder", it.holder().strip()).param("body", it.body().strip()).param("accreditation", it.accreditation().strip())
                .param("number", it.number().strip()).param("scope", it.scope().strip()).param("issued", it.issuedDay()).param("expiry", it.expiryDay())
                .update();
    }

    private void notice(UUID proof, Sent it, Supplier supplier, List<Evidence.Item> files, List<FileLook.Readable> looks) {
        var noticed = new ArrayList<Noticed>();
        if (it.certificate() != null) {
            var categories = standing.of(supplier.id()).stream().flatMap(place -> Stream.of(place.categoryEn(), place.categoryZh())).distinct().toList();
            noticed.addAll(checks.notice(it.certificate(), supplier, it.leg(), categories, today()));
        }
        for (var no = 0; no < files.size(); no++) {
            noticed.addAll(checks.notice(looks.get(no), files.get(no).sha256(), supplier.id(), it.certificate() == null ? null : it.certificate().issuedDay()));
        }
        for (var no = 0; no < noticed.size(); no++) {
            var found = noticed.get(no);
            db.sql("INSERT INTO admission.finding (proof, no, key, severity, words, other) VALUES (:proof, :no, :key, :severity, :words::jsonb, :other)")
                    .param("proof", proof).param("no", no + 1).param("key", found.key()).param("severity", found.grave() ? "GRAVE" : "LOOK_AT")
                    .param("words", Json.of(found.words()).text()).param("other", found.other(), Types.OTHER)
                    .update();
        }
    }

    /** Whether some place of theirs needs that leg today. */
    boolean asked(UUID supplier, String leg) {
        return db.sql("SELECT count(*) FROM admission.legs(:today, 'infinity') AS legs WHERE legs.supplier = :supplier AND legs.leg = :leg")
                .param("today", today()).param("supplier", supplier).param("leg", leg)
                .query(Long.class).single() > 0;
    }

    public Optional<Proof> newest(UUID supplier, String leg) {
        return of(supplier, leg).stream().findFirst();
    }

    /** All of a leg, newest first. */
    List<Proof> of(UUID supplier, String leg) {
        return db.sql(SELECT + " WHERE proof.supplier = :supplier AND proof.leg = :leg ORDER BY proof.sent_at DESC, proof.follows NULLS LAST")
                .param("supplier", supplier).param("leg", leg)
                .query(Proofs::proof).list();
    }

    Optional<Proof> find(UUID id) {
        return db.sql(SELECT + " WHERE proof.id = :id").param("id", id).query(Proofs::proof).optional();
    }

    private static final String SELECT = """
            SELECT proof.id, proof.supplier, proof.leg, leg.kind, proof.follows, proof.words, proof.sent_by, proof.sent_at, proof.sent_on, proof.record,
                   EXISTS (SELECT FROM admission.proof AS later WHERE later.follows = proof.id) AS replaced
              FROM admission.proof
              JOIN admission.leg ON leg.code = proof.leg
            """;

    private static Proof proof(ResultSet row, int no) throws SQLException {
        return new Proof(row.getObject("id", UUID.class), row.getObject("supplier", UUID.class), row.getString("leg"), Leg.Kind.valueOf(row.getString("kind")),
                row.getObject("follows", UUID.class), row.getString("words"), row.getObject("sent_by", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("sent_on", LocalDate.class), row.getObject("record", UUID.class),
                row.getBoolean("replaced"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
