package org.probity.proof;

/**
 * A witness that the log named after a report was published: the entry that named it, opened. A renewed package brings it along, so that its
 * cosignature is no stranger's although the report could not know of it.
 *
 * @param index of the entry that named it
 * @param naming what that entry committed to: {@code {"witness": vkey}}
 */
public record LaterWitness(long index, Commitment.Opening naming) {

    /** Class of the log entries that name a witness. */
    public static final String KIND = "log.witness";

    public VerifierKey key() {
        Fields fields = Fields.of(naming.content(), "witness");
        VerifierKey key = VerifierKey.parse(fields.text("witness"));
        if (key.kind() != VerifierKey.Kind.COSIGNATURE) {
            throw fields.wrong("witness", "is no witness's key");
        }
        fields.noOthers();
        return key;
    }

    Json.Obj json() {
        return Json.object("content", naming.content(), "index", index, "salt", naming.salt());
    }

    static LaterWitness from(Json json) {
        Fields fields = Fields.of(json, "witness");
        LaterWitness witness = new LaterWitness(fields.whole("index"), new Commitment.Opening(fields.text("salt"), fields.any("content")));
        fields.noOthers();
        return witness;
    }
}
