package org.probity.supply.customs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.customs.PackDraft;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.customs.PackMaking.Watched;
import org.probity.supply.traceability.Provenance;
import org.springframework.stereotype.Component;

/** Puts into the draft of a pack what shows where its things come from: events, the captures they came in, the files behind their papers. */
@Component
class PackFilling {
    private static final int LOOKED_AT = 5_000;

    private final Provenance provenance;
    private final Evidence evidence;
    private final Log log;

    PackFilling(Provenance provenance, Evidence evidence, Log log) {
        this.provenance = provenance;
        this.evidence = evidence;
        this.log = log;
    }

    /** @return the captures they came in, each at the number that the draft knows it by */
    List<UUID> events(PackDraft draft, Provenance.Trail trail, Watched watched) {
        var captures = new LinkedHashMap<UUID, Integer>();
        var written = new long[1];
        provenance.events(trail, event -> {
            var no = captures.computeIfAbsent(event.capture(), it -> captures.size());
            try {
                draft.event(event.document(), event.hash(), no, event.place());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (++written[0] % LOOKED_AT == 0) {
                watched.at(written[0], trail.size());
            }
        });
        return List.copyOf(captures.keySet());
    }

    void captured(PackDraft draft, List<UUID> captures) throws IOException {
        for (var no = 0; no < captures.size(); no++) {
            var capture = provenance.capture(captures.get(no));
            var id = captures.get(no);
            var place = log.place(capture.record()).orElseThrow(() -> new IllegalStateException("the log has no place for the capture " + id));
            draft.captured(no, place.index(), log.opening(capture.record()).orElseThrow(), capture.hashes());
        }
    }

    Map<String, PackDraft.Kept> files(List<String> papers, Provenance.Trail trail, Path folder, Watched watched) throws IOException {
        var kept = new HashMap<String, PackDraft.Kept>();
        var found = provenance.papers(trail, papers);
        var no = 0;
        for (var it : found.entrySet()) {
            var item = evidence.find(it.getValue()).orElseThrow();
            var file = folder.resolve("paper-" + item.sha256());
            if (!Files.exists(file)) {
                try (var in = evidence.open(item)) {
                    Files.copy(in, file);
                }
            }
            kept.put(it.getKey(), new PackDraft.Kept(item.name(), item.sha256(), file));
            watched.at(++no, found.size());
        }
        return kept;
    }
}
