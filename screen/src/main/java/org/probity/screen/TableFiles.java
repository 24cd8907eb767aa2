package org.probity.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.probity.screen.ListFile.Unreadable;
import org.probity.screen.ListReading.Fault;

/** Lists that are one table with a heading. */
final class TableFiles {

    private static final List<String> BIS = List.of("name", "street_address", "city", "state", "country", "postal_code", "effective_date", "expiration_date",
            "standard_order", "last_update", "action", "fr_citation");
    private static final List<String> UFLPA = List.of("name", "aliases", "note");
    private static final List<String> OWN = List.of("id", "kind", "name", "aliases", "identifiers", "country", "detail");

    private TableFiles() {}

    /** Denied persons: one line for each address; lines of one name and one order are one entry. The list does not say who is a person. */
    static List<Party> bis(String file, String text) throws Unreadable {
        Map<String, List<Table.Row>> entries = new LinkedHashMap<>();
        for (Table.Row row : body(file, text, '\t', BIS)) {
            entries.computeIfAbsent(filled(file, row, 0) + " / " + row.field(6), none -> new ArrayList<>()).add(row);
        }
        List<Party> parties = new ArrayList<>();
        entries.forEach((id, rows) -> {
            Table.Row first = rows.getFirst();
            List<String> places = rows.stream().map(row -> String.join(", ", row.fields().subList(1, 5).stream().filter(part -> !part.isEmpty()).toList())).distinct().toList();
            parties.add(new Party(id, Kind.UNKNOWN, List.of(Naming.of(first.field(0))), List.of(), country(first.field(4)),
                    String.join(" · ", List.of(String.join("; ", places), first.field(6) + " – " + first.field(7), first.field(11)))));
        });
        return parties;
    }

    /** Names and aliases separated by semicolons; fka before an alias is a former name. The name is what the entry is known by. */
    static List<Party> uflpa(String file, String text) throws Unreadable {
        Map<String, Party> parties = new LinkedHashMap<>();
        for (Table.Row row : body(file, text, ',', UFLPA)) {
            List<Naming> names = new ArrayList<>(List.of(Naming.of(filled(file, row, 0))));
            for (String alias : parts(row.field(1))) {
                names.add(alias.startsWith("fka ") ? new Naming(alias.substring(4), Naming.Sort.FORMER) : Naming.alias(alias));
            }
            once(file, row, parties, new Party(row.field(0), Kind.ORGANISATION, names, List.of(), "CN", row.field(2)));
        }
        return List.copyOf(parties.values());
    }

    static List<Party> own(String file, String text) throws Unreadable {
        Map<String, Party> parties = new LinkedHashMap<>();
        for (Table.Row row : body(file, text, ',', OWN)) {
            List<Naming> names = new ArrayList<>(List.of(Naming.of(filled(file, row, 2))));
            parts(row.field(3)).forEach(alias -> names.add(Naming.alias(alias)));
            List<Identifier> numbers = new ArrayList<>();
            for (String number : parts(row.field(4))) {
                if (!number.matches(".*[0-9A-Za-z].*")) {
                    throw new Unreadable(file, row.line(), Fault.VALUE, number);
                }
                numbers.add(Identifier.guess(number));
            }
            Kind kind = switch (row.field(1).toLowerCase(Locale.ROOT)) {
                case "organisation", "organization", "company", "" -> Kind.ORGANISATION;
                case "person" -> Kind.PERSON;
                case "vessel", "aircraft" -> Kind.CRAFT;
                default -> throw new Unreadable(file, row.line(), Fault.VALUE, row.field(1));
            };
            once(file, row, parties, new Party(filled(file, row, 0), kind, names, numbers, country(row.field(5)), row.field(6)));
        }
        return List.copyOf(parties.values());
    }

    private static List<Table.Row> body(String file, String text, char separator, List<String> heading) throws Unreadable {
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).replace("\"", "");
        List<String> found = Arrays.stream(first.split(String.valueOf(separator), -1)).map(String::strip).toList();
        if (!found.equals(heading)) {
            throw new Unreadable(file, 1, Fault.OTHER_KIND, String.join(", ", found));
        }
        List<Table.Row> rows = Table.read(file, text, separator, heading.size());
        return rows.subList(1, rows.size());
    }

    private static String filled(String file, Table.Row row, int at) throws Unreadable {
        if (row.field(at).isEmpty()) {
            throw new Unreadable(file, row.line(), Fault.VALUE, "");
        }
        return row.field(at);
    }

    private static void once(String file, Table.Row row, Map<String, Party> parties, Party party) throws Unreadable {
        if (parties.put(party.id(), party) != null) {
            throw new Unreadable(file, row.line(), Fault.DOUBLED, party.id());
        }
    }

    private static String country(String written) {
        return written.length() == 2 ? written.toUpperCase(Locale.ROOT) : "";
    }

    private static List<String> parts(String field) {
        return Arrays.stream(field.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
