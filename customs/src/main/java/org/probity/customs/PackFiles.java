package org.probity.customs;

/** Names of what lies in a pack; PACK.md says what each holds. */
final class PackFiles {
    static final String FORMAT = "probity-customs/1";
    static final String ENTRY = "traceability.customs";
    static final String CAPTURE = "traceability.capture";
    static final String PLACE = "traceability.place";

    static final String MANIFEST = "customs.json";
    static final String PAPER = "customs-pack.pdf";
    static final String EVENTS = "events.jsonl.gz";
    static final String CAPTURES = "captures.jsonl.gz";
    static final String SERIALS = "serials.jsonl.gz";
    static final String GROUPS = "groups.jsonl";
    static final String FLOW = "flow.json";
    static final String NAMES = "names.json";
    static final String LISTS = "lists.json";
    static final String DOCUMENTS = "documents.jsonl";
    static final String RECONCILIATION = "reconciliation.json";
    /** Before each file of somebody else. */
    static final String FOLDER = "documents/";

    /** Come after the manifest was sealed; proofs and signatures pin every byte of them. */
    static final String CHECKPOINT = "log/checkpoint.txt";
    static final String ENTRIES = "log/entries.jsonl";
    static final String HASHES = "log/hashes.txt";
    static final String OPENINGS = "log/openings.jsonl";

    private PackFiles() {}
}
