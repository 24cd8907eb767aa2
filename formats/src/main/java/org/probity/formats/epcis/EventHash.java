package org.probity.formats.epcis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names an event by its content, so that two who hold the same event know it, whichever way it was written (CBV 2.0, clause 8.9, as the reference
/// implementation of October 2025 computes it).
///
/// All that says what happened goes into one text, in an order that does not depend on the document: the pre-hash. Its SHA-256 is the name. The event's
/// own name, the time it was recorded and a declaration of error stay out, so an event and the declaration that it was wrong have the same hash.
///
/// One of these serves one thread and any number of events.
public final class EventHash {

    /// Which rules make the name; it says so itself at its end.
    public enum Edition {
        /// What this house and most partners use.
        CBV_2_0("?ver=CBV2.0"),
        /// As the reference of 2026 computes it: the order of the standard's table, without certificates, GS1's measurements at their new address.
        CBV_2_1("?ver=CBV2.1");

        final String ending;

        Edition(String ending) {
            this.ending = ending;
        }
    }

    private final Edition edition;
    private final MessageDigest sha256;
    private final PreHashing joined;
    private final PreHashing ended;

    public EventHash() {
        this(Edition.CBV_2_0);
    }

    public EventHash(Edition edition) {
        this.edition = edition;
        this.joined = new PreHashing(edition, false);
        this.ended = new PreHashing(edition, true);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The 32 octets of the SHA-256.
    public byte[] hash(Event event) {
        return digest(event, joined);
    }

    /// The 32 octets of a SHA-256 over the same content with an end behind each value, for trees and seals of our own. The standard joins values without a sign
    /// between them, so that somebody can write two events which say different things and have one [#hash]; nobody can for this. Numbers in fields of others stay
    /// as they were written. Partners know nothing of it.
    public byte[] seal(Event event) {
        return digest(event, ended);
    }

    private byte[] digest(Event event, PreHashing into) {
        PreHash text = into.write(event);
        sha256.update(text.octets(), 0, text.length());
        return sha256.digest();
    }

    /// The name: `ni:///sha-256;...?ver=CBV2.0` (RFC 6920).
    public String id(Event event) {
        return id(hash(event), edition);
    }

    /// The name that belongs to these 32 octets, made by CBV 2.0.
    public static String id(byte[] hash) {
        return id(hash, Edition.CBV_2_0);
    }

    private static String id(byte[] hash, Edition edition) {
        return "ni:///sha-256;" + HexFormat.of().formatHex(hash) + edition.ending;
    }

    /// The text that is hashed.
    public String preHash(Event event) {
        return joined.write(event).toString();
    }

    static String typeOf(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> "ObjectEvent";
            case Event.AggregationEvent it -> "AggregationEvent";
            case Event.TransactionEvent it -> "TransactionEvent";
            case Event.TransformationEvent it -> "TransformationEvent";
            case Event.AssociationEvent it -> "AssociationEvent";
        };
    }
}
