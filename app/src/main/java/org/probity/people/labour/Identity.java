package org.probity.people.labour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;

/**
 * Who somebody is by a document that was looked at.
 *
 * @param number as it stands on the document; it is compared and hashed, and not kept
 * @param verifiedOn when somebody held the document
 */
public record Identity(Document document, String number, LocalDate born, Sex sex, LocalDate verifiedOn) {
    public enum Document {
        ID_CARD("居民身份证"),
        PASSPORT("护照"),
        /** Of residents from Hong Kong, Macao, Taiwan, or of foreigners. */
        PERMIT("居住证"),
        OTHER("其他");

        private final String chinese;

        Document(String chinese) {
            this.chinese = chinese;
        }

        static Optional<Document> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(written.replace(' ', '_').replace('-', '_')) || it.chinese.equals(written)).findFirst();
        }
    }

    /** As the document has it. */
    public enum Sex {
        F("女"), M("男");

        private final String chinese;

        Sex(String chinese) {
            this.chinese = chinese;
        }

        static Optional<Sex> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(written) || it.chinese.equals(written)).findFirst();
        }
    }

    /** The year of birth of whoever may be alive. */
    private static final int EARLIEST = 1900;

    /**
     * What is wrong with it: {@code labour.verified-future}; {@code labour.born-wrong}; {@code labour.number-missing}; {@code labour.number-wrong} an identity
     * card's has eighteen digits; {@code labour.check-digit-wrong}; {@code labour.born-contradicts} and {@code labour.sex-contradicts} the number says otherwise.
     */
    List<Reason> objections(LocalDate today) {
        var wrong = new ArrayList<Reason>();
        if (verifiedOn.isAfter(today)) {
            wrong.add(reason("verified", "labour.verified-future"));
        }
        if (!born.isBefore(verifiedOn) || born.getYear() < EARLIEST) {
            wrong.add(reason("born", "labour.born-wrong"));
        }
        switch (document) {
            case ID_CARD -> number(wrong);
            case PASSPORT, PERMIT, OTHER -> {
                if (!plain().matches("[\\p{L}\\p{N}/.()]{4,40}")) {
                    wrong.add(reason("number", "labour.number-missing"));
                }
            }
        }
        return wrong;
    }

    private void number(List<Reason> wrong) {
        var plain = plain();
        if (!IdentityNumber.wellFormed(plain)) {
            wrong.add(reason("number", "labour.number-wrong"));
        } else if (!IdentityNumber.checks(plain)) {
            wrong.add(reason("number", "labour.check-digit-wrong"));
        } else {
            var said = IdentityNumber.of(plain);
            if (said.isEmpty() || !said.get().born().equals(born)) {
                wrong.add(reason("born", "labour.born-contradicts"));
            }
            if (said.isPresent() && said.get().sex() != sex) {
                wrong.add(reason("sex", "labour.sex-contradicts"));
            }
        }
    }

    String plain() {
        return IdentityNumber.plain(number);
    }

    private static Reason reason(String field, String key) {
        return new Reason(field, key, List.of());
    }

    /** Never with the number: a record is printed where it fails. */
    @Override
    public String toString() {
        return "Identity[" + document + "]";
    }
}
