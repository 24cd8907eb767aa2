package org.probity.supply.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a contact has begun and not sent. Each has their own, so that two who work at the same thing take nothing from each other; what one
 * has sent the other sees before sending.
 */
@Service
public class Drafts {
    /** @param fields what was typed, by field @param files kept already */
    public record Draft(Map<String, String> fields, List<UUID> files, Instant savedAt) {
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    private static final int FIELD_LONGEST = 20_000;
    private static final int FILES_MOST = 20;

    private final JdbcClient db;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Clock clock;

    Drafts(JdbcClient db, Evidence evidence, LettingGo lettingGo, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.clock = clock;
    }

    /**
     * Keeps what was typed, in any case, and adds the files to those kept before.
     *
     * <p>Refusals, of the files alone: {@code admission.files-many}; {@code admission.files-today} they brought as much as one may within a day.
     */
    @Transactional
    public Answer<Draft> save(String subject, Map<String, String> fields, List<Proofs.Upload> uploads, Me me) {
        var files = new ArrayList<>(find(subject, me).map(Draft::files).orElse(List.of()));
        var many = files.size() + uploads.size() > FILES_MOST;
        var full = !uploads.isEmpty() && lettingGo.full(me.account());
        if (!many && !full) {
            uploads.forEach(it -> files.add(evidence.keep(it.name(), it.mediaType(), it.bytes(), me.account()).id()));
        }
        keep(subject, fields, files, me);
        return many ? Answer.refused("files", "admission.files-many", FILES_MOST)
                : full ? Answer.refused("files", "admission.files-today", LettingGo.FILES_A_DAY, LettingGo.BYTES_A_DAY >> 20) : Answer.done(find(subject, me).orElseThrow());
    }

    private void keep(String subject, Map<String, String> fields, List<UUID> files, Me me) {
        var content = new TreeMap<String, Object>();
        var typed = new TreeMap<String, Object>();
        fields.forEach((name, words) -> typed.put(name, words.replace("\0", "").substring(0, Math.min(words.replace("\0", "").length(), FIELD_LONGEST))));
        content.put("fields", typed);
        content.put("files", files.stream().map(UUID::toString).toList());
        db.sql("""
                INSERT INTO admission.draft (account, supplier, subject, content, saved_at)
                VALUES (:account, :supplier, :subject, :content::jsonb, :at)
                ON CONFLICT (account, subject) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
                """)
                .param("account", me.account()).param("supplier", me.supplier().orElseThrow()).param("subject", subject)
                .param("content", Json.of(content).text()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void leaveOut(String subject, UUID file, Me me) {
        find(subject, me).filter(it -> it.files().contains(file)).ifPresent(draft -> {
            keep(subject, draft.fields(), draft.files().stream().filter(it -> !it.equals(file)).toList(), me);
            lettingGo.letGo(file, me.account());
        });
    }

    Optional<Draft> find(String subject, Me me) {
        return db.sql("SELECT content, saved_at FROM admission.draft WHERE account = :account AND subject = :subject")
                .param("account", me.account()).param("subject", subject)
                .query((row, n) -> {
                    var content = (Json.Obj) Json.parse(row.getString("content"));
                    var fields = new TreeMap<String, String>();
                    ((Json.Obj) content.get("fields").orElseThrow()).members().forEach((name, value) -> fields.put(name, ((Json.Str) value).value()));
                    var files = ((Json.Arr) content.get("files").orElseThrow()).items().stream().map(it -> UUID.fromString(((Json.Str) it).value())).toList();
                    return new Draft(fields, files, row.getObject("saved_at", OffsetDateTime.class).toInstant());
                }).optional();
    }

    /** What this contact has begun. */
    Set<String> begun(Me me) {
        return db.sql("SELECT subject FROM admission.draft WHERE account = :account").param("account", me.account()).query(String.class).set();
    }

    @Transactional
    public void forget(String subject, Me me) {
        db.sql("DELETE FROM admission.draft WHERE account = :account AND subject = :subject")
                .param("account", me.account()).param("subject", subject)
                .update();
    }
}
