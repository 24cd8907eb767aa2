package org.probity.house.start;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says it holds. It is the last entry of the file, so a file that was cut off has none.
 *
 * @param migrations the versions applied when it was made, in their order
 * @param checkpoint what the log had last signed: a signed note; null when it had signed nothing. The log of a restored house must not
 *     sign anything shorter than what a witness saw
 */
record Manifest(
        String format,
        Instant made,
        int postgres,
        List<String> migrations,
        List<Part> tables,
        List<Counter> counters,
        @Nullable String checkpoint) {
    static final String FORMAT = "probity backup 1";
    static final String ENTRY = "manifest.json";

    /** One table: its rows as CSV with a header line, and the SHA-256 of those bytes. */
    record Part(String table, String entry, long rows, String sha256) {}

    /** One sequence and the last number it gave. */
    record Counter(String sequence, long last) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String written() {
        return JSON.writeValueAsString(this);
    }

    static Manifest read(byte[] written) {
        return JSON.readValue(written, Manifest.class);
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}
