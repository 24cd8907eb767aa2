package org.probity.house.ui.parts;

/**
 * Something that happened, or is going to.
 *
 * @param what the few words in bold
 * @param more what follows them on the line; it may begin with its own comma
 * @param when day, who, by which rule
 * @param done a filled dot; otherwise it is still to come
 */
public record Event(Mark mark, String what, String more, String when, boolean done, Link link) {
    public Event(Mark mark, String what, String more, String when) {
        this(mark, what, more, when, true, Link.NONE);
    }

    /** The rest of the line, apart from the bold words unless it begins with a comma. */
    public String rest() {
        return more.isEmpty() || ",，;；:：".indexOf(more.charAt(0)) >= 0 ? more : " " + more.stripLeading();
    }
}
