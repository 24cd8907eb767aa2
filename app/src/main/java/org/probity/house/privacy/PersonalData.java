package org.probity.house.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;

/**
 * What a room keeps about a person. A bean of this type is a section of what each person sees about themselves and takes along. A room that
 * begins to keep personal data makes one in the same change.
 */
public interface PersonalData {
    /**
     * One kind of record.
     *
     * @param name such as {@code engagements}; its title is the message of that name below {@link #messages}
     * @param rows each a record, field by field in the order they are read; a field is a message below {@code field.}, its value a text, a
     *     number, a day, an instant, a {@link Code}, a {@link Named} or a list of these
     */
    record Part(String name, List<Map<String, Object>> rows) {}

    /** A value for which people have words: read under the message {@code messages + value}, and kept as it is in the file for programs. */
    record Code(String messages, String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    /** One of several things known of a record. */
    record Named(Code name, List<Code> values) {
        @Override
        public String toString() {
            return name + " " + String.join(" ", values.stream().map(Code::value).toList());
        }
    }

    /**
     * The rule that lets a field be kept.
     *
     * @param part and {@code field}: as in {@link Part}; {@link #EVERY} stands for all fields of the part
     * @param from first day on which it holds
     * @param source law and article
     * @param own a rule of our own by which it is carried out, with how it was made, in English and Chinese; empty: none is named
     * @param months kept so long after the last day; below zero: until the person is forgotten
     * @param confirmed whether counsel stands behind it; otherwise it says that it is to be confirmed
     */
    record Basis(String part, String field, LocalDate from, String source, List<String> own, int months, boolean confirmed) {
        public Basis {
            own = List.copyOf(own);
        }
    }

    String EVERY = "*";

    /** By which rules its fields are kept, for this person, as the room itself says; what it does not say a {@link LegalBases} may. */
    default List<Basis> bases(Account person) {
        return List.of();
    }

    /** How its message keys begin, such as {@code directory.data.}; {@code title} and {@code why} (what it is kept for) are among them. */
    String messages();

    /** Sections stand in this order. */
    int order();

    /** All of it, and nothing about anybody else. A part without rows is left out. */
    List<Part> about(Account person);
}
