package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Something put forward for a leg.
 *
 * @param follows the proof of the same leg that its sender had seen last
 * @param replaced whether a later one follows it
 */
public record Proof(
        UUID id, UUID supplier, String leg, Leg.Kind kind, @Nullable UUID follows, String words, UUID sentBy, Instant sentAt, LocalDate sentOn,
        UUID record, boolean replaced) {

    /** A file of it. */
    public record File(UUID evidence, String name, String sha256, long size) {}

    /** What a certificate of a management system says of itself, as its sender copied it. */
    public record Certificate(
            String holder, String body, String accreditation, String number, String scope, LocalDate issuedDay, LocalDate expiryDay) {}

    /** What a sample is of. */
    public record Sample(UUID material, String number, String nameEn, String nameZh, String category, String categoryEn, String categoryZh) {
        public String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    /** What is done with a sample, in this order. */
    public enum Step { RECEIVED, LABORATORY, TRIAL }

    /** A step that was taken. */
    public record Taken(Step step, LocalDate day, String words, @Nullable UUID evidence, UUID by, Instant at) {}

    /** A site it speaks of. */
    public record Place(UUID id, String name) {}

    /** What a rule noticed. @param words arguments of its message */
    public record Finding(int no, String key, boolean grave, List<String> words, @Nullable UUID other) {
        /** What it says on a day: an end that was to come when the certificate was sent may lie behind us. */
        public String key(LocalDate today) {
            return key.equals("admission.finding.soon") && LocalDate.parse(words.getFirst()).isBefore(today) ? "admission.finding.over" : key;
        }

        /** Message key of what one does about it. */
        public String more(LocalDate today) {
            return "admission.finding-more." + key(today).substring("admission.finding.".length());
        }
    }

    public enum Conclusion { PASS, CONDITIONS, FAIL, ASK }

    /**
     * What a department said.
     *
     * @param answerBy until when the supplier is heard
     * @param sites covered; none where the leg speaks of the whole company
     */
    public record Word(
            String role, Conclusion conclusion, String reasons, @Nullable LocalDate validUntil, String condition, @Nullable LocalDate conditionDue,
            @Nullable LocalDate answerBy, List<UUID> sites, List<String> categories, @Nullable UUID evidence, UUID by, Instant at, UUID record) {}

    /** That it holds no more. */
    public record Withdrawn(String reasons, UUID by, Instant at) {}
}
