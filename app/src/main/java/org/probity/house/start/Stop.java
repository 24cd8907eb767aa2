package org.probity.house.start;

/** What stands in the way, as one plain sentence for the person at the terminal. The program ends with it; no stack trace is shown. */
final class Stop extends RuntimeException {
    Stop(String sentence) {
        super(sentence);
    }

    Stop(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
