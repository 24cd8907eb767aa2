package org.probity.screen;

import java.util.List;

/** What came of reading a list's files: all of it, or nothing and one reason. */
public sealed interface ListReading {

    record Read(List<Party> parties) implements ListReading {
        public Read {
            parties = List.copyOf(parties);
        }
    }

    /**
     * @param file   which of the list's files, as {@link ListSource#files} calls it
     * @param line   where in it, from 1; 0 when it is about the whole file
     * @param detail what stood there, shortened
     */
    record Refused(String file, int line, Fault fault, String detail) implements ListReading {

        /** One sentence, in English. */
        public String sentence() {
            return (line > 0 ? "Line " + line + " of " : "") + file + ": " + fault.sentence + (detail.isEmpty() ? "." : ": " + detail);
        }
    }

    enum Fault {
        MISSING("this file must be there"),
        TOO_LARGE("the file is larger than any such list"),
        NOT_UTF8("this is not text in UTF-8"),
        CUT_OFF("the file ends in the middle of an entry; a part of it is missing"),
        COLUMNS("there are more or fewer columns than this list has"),
        VALUE("this cannot be"),
        ORPHAN("this belongs to an entry that the list does not have"),
        DOUBLED("this entry is there twice"),
        DOCTYPE("a document type or an entity has no place in this file"),
        OTHER_KIND("this is not a file of this list"),
        NOTHING("there is no entry in it");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }
    }
}
