package org.probity.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.probity.screen.ListFile.Unreadable;
import org.probity.screen.ListReading.Fault;

/**
 * SDN.CSV, ALT.CSV and ADD.CSV: no heading, {@code -0-} for nothing. SDN: number, name, kind, programme, title, six about vessels, remarks. ALT: number,
 * number of the alias, what it is, alias, remarks. ADD: number, number of the address, street, city, country, remarks.
 */
final class OfacFiles {

    private static final Pattern NUMBER_IN_REMARKS =
            Pattern.compile("(?:Unified Social Credit Code(?: \\(USCC\\))?|Registration (?:Number|ID)|Company Number|Tax ID No\\.|LEI) ([0-9A-Z-]{6,24})");

    private static final class Entry {
        private final String id;
        private final Kind kind;
        private final List<Naming> names = new ArrayList<>();
        private final List<String> places = new ArrayList<>();
        private final String programme;
        private final String remarks;

        Entry(String id, Kind kind, String programme, String remarks) {
            this.id = id;
            this.kind = kind;
            this.programme = programme;
            this.remarks = remarks;
        }
    }

    private OfacFiles() {}

    static List<Party> read(Map<String, byte[]> files) throws Unreadable {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Table.Row row : Table.read("sdn", ListFile.text("sdn", files), ',', 12)) {
            String id = number("sdn", row);
            Entry entry = new Entry(id, kind("sdn", row), value(row, 3), value(row, 11));
            entry.names.add(new Naming(name("sdn", row, 1), Naming.Sort.NAME));
            if (entries.put(id, entry) != null) {
                throw new Unreadable("sdn", row.line(), Fault.DOUBLED, id);
            }
        }
        if (files.containsKey("alt")) {
            for (Table.Row row : Table.read("alt", ListFile.text("alt", files), ',', 5)) {
                Naming.Sort sort = value(row, 2).startsWith("f") ? Naming.Sort.FORMER : value(row, 4).contains("weak") ? Naming.Sort.WEAK : Naming.Sort.ALIAS;
                owner("alt", row, entries).names.add(new Naming(name("alt", row, 3), sort));
            }
        }
        if (files.containsKey("add")) {
            for (Table.Row row : Table.read("add", ListFile.text("add", files), ',', 6)) {
                Entry entry = owner("add", row, entries);
                String place = String.join(", ", List.of(value(row, 2), value(row, 3), value(row, 4)).stream().filter(part -> !part.isEmpty()).toList());
                if (!place.isEmpty()) {
                    entry.places.add(place);
                }
            }
        }
        return entries.values().stream().map(OfacFiles::party).toList();
    }

    private static Entry owner(String file, Table.Row row, Map<String, Entry> entries) throws Unreadable {
        Entry entry = entries.get(number(file, row));
        if (entry == null) {
            throw new Unreadable(file, row.line(), Fault.ORPHAN, row.field(0));
        }
        return entry;
    }

    private static Party party(Entry entry) {
        List<Identifier> numbers = new ArrayList<>();
        Matcher found = NUMBER_IN_REMARKS.matcher(entry.remarks);
        while (found.find()) {
            numbers.add(Identifier.guess(found.group(1)));
        }
        String detail = String.join(" · ", List.of(entry.programme, String.join("; ", entry.places), entry.remarks).stream().filter(part -> !part.isEmpty()).toList());
        return new Party(entry.id, entry.kind, entry.names, numbers, "", detail);
    }

    private static Kind kind(String file, Table.Row row) throws Unreadable {
        return switch (value(row, 2).toLowerCase(Locale.ROOT)) {
            case "individual" -> Kind.PERSON;
            case "vessel", "aircraft" -> Kind.CRAFT;
            case "" -> Kind.ORGANISATION;
            default -> throw new Unreadable(file, row.line(), Fault.VALUE, row.field(2));
        };
    }

    private static String number(String file, Table.Row row) throws Unreadable {
        if (!row.field(0).matches("\\d{1,9}")) {
            throw new Unreadable(file, row.line(), Fault.OTHER_KIND, row.field(0));
        }
        return row.field(0);
    }

    private static String name(String file, Table.Row row, int at) throws Unreadable {
        if (value(row, at).isEmpty()) {
            throw new Unreadable(file, row.line(), Fault.VALUE, row.field(at));
        }
        return value(row, at);
    }

    private static String value(Table.Row row, int at) {
        String value = row.field(at);
        return value.equals("-0-") ? "" : value;
    }
}
