package org.probity.people.voice;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.proof.Hash;
import org.springframework.stereotype.Component;

/** What a browser needs to see for itself that the log holds a record: entry, opening, the way to a signed state, and whose signature it is. */
@Component
class InTheLog {
    private final Log log;

    InTheLog(Log log) {
        this.log = log;
    }

    /** None: it waits for its place, or nothing is signed. */
    Optional<Map<String, Object>> proof(UUID record) {
        return log.place(record).flatMap(place -> log.newest().filter(state -> state.size() > place.index()).flatMap(state -> log.opening(record).map(opening -> {
            var proof = new LinkedHashMap<String, Object>();
            proof.put("vkey", log.verifier().vkey());
            proof.put("checkpoint", state.note().toString());
            proof.put("index", place.index());
            proof.put("hashes", log.inclusionProof(place.index(), state.size()).stream().map(Hash::hex).toList());
            proof.put("entry", new String(log.view(state).entry(place.index()), StandardCharsets.UTF_8));
            proof.put("salt", opening.salt());
            proof.put("content", new String(opening.content().canonical(), StandardCharsets.UTF_8));
            return proof;
        })));
    }
}
