package org.probity.supply.traceability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Why;

/**
 * An event that may be taken, on its way into the tables: what it says is written already, only numbers are missing that depend on what is there.
 *
 * @param no in its file, from 1
 * @param fields those of {@link Incoming#FIELDS}, as {@link Rows} have them
 * @param body its document, among those of its neighbours
 * @param place where it happened
 * @param items in the order in which they get numbers
 * @param words for the books; nothing where none takes it in
 * @param wrong that it is declared wrong
 */
record Arrived(
        long no, byte[] hash, byte[] fields, Body.Together body, @Nullable String place, List<Reading.Named> items, List<Why.Link> documents, JustStored.@Nullable Words words, @Nullable Wrong wrong) {
    record Wrong(Instant declared, String reason, List<String> instead) {}
}
