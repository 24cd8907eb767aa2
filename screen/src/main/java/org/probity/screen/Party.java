package org.probity.screen;

import java.util.List;

/**
 * Somebody with names and numbers: an entry of a list, or who is looked for in it.
 *
 * @param id      what the list, or the caller, calls the party; unique within a list
 * @param country two letters, or nothing when it is not known
 * @param detail  what the list says besides: programme, address, remark; shown, never compared
 */
public record Party(String id, Kind kind, List<Naming> names, List<Identifier> identifiers, String country, String detail) {

    public Party {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        if (names.isEmpty()) {
            throw new IllegalArgumentException(id + " has no name");
        }
    }

    public static Party organisation(String id, String... names) {
        return new Party(id, Kind.ORGANISATION, java.util.Arrays.stream(names).map(Naming::of).toList(), List.of(), "", "");
    }

    public String name() {
        return names.getFirst().text();
    }
}
