package org.probity.formats.cmrt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of the smelter list, as claimed by the supplier.
///
/// Identification, country and source are normally computed by the form; tools that write workbooks leave them empty or wrong, so they are
/// claims to be compared with a reference list, never facts.
public record SmelterRow(int row, Map<Column, Cell> cells) {

    /// What a line holds. Not every version has every column.
    public enum Column {
        ID_INPUT, METAL, LOOKUP, NAME, COUNTRY, ID, ID_SOURCE, STREET, CITY, STATE, CONTACT, CONTACT_EMAIL,
        NEXT_STEPS, MINES, MINE_COUNTRIES, RECYCLED, COMMENTS, STANDARD_NAME
    }

    private static final Pattern CID = Pattern.compile("(?i)\\bCID[ -]?([0-9]{6})\\b");
    private static final Pattern OLD_ID = Pattern.compile("(?i)\\b([1-4][A-Z]{3}[0-9]{3})\\b");

    public SmelterRow {
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
    }

    /// The cell, empty when this version has the column but the supplier left it; a version without the column answers with none.
    public Optional<Cell> cell(Column column) {
        return Optional.ofNullable(cells.get(column));
    }

    private String text(Column column) {
        Cell cell = cells.get(column);
        return cell == null ? "" : cell.value();
    }

    public Optional<Metal> metal() {
        return Metal.of(text(Column.METAL));
    }

    /// The name chosen from the form's own list.
    public String lookup() {
        return text(Column.LOOKUP);
    }

    public String name() {
        return text(Column.NAME);
    }

    public String country() {
        return text(Column.COUNTRY);
    }

    public String city() {
        return text(Column.CITY);
    }

    public String contact() {
        return text(Column.CONTACT);
    }

    public String idSource() {
        return text(Column.ID_SOURCE);
    }

    /// The chosen line of the form's list that means "I know the smelter, your list does not".
    public boolean notListed() {
        return lookup().toLowerCase(Locale.ROOT).equals("smelter not listed");
    }

    /// The chosen line of the form's list that means "nobody has told me".
    public boolean notIdentified() {
        return lookup().toLowerCase(Locale.ROOT).equals("smelter not yet identified");
    }

    /// The identification the row claims: the computed column first, then the input column, then one written into a name.
    /// Ids before 2014 had the form 4CHN005; they come back as they stand.
    public Optional<String> claimedId() {
        for (Column column : new Column[] {Column.ID, Column.ID_INPUT, Column.LOOKUP, Column.NAME, Column.STANDARD_NAME}) {
            Optional<String> id = idIn(text(column));
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    static Optional<String> idIn(String text) {
        if (text.length() < 7) {
            return Optional.empty();
        }
        Matcher cid = CID.matcher(text);
        if (cid.find()) {
            return Optional.of("CID" + cid.group(1));
        }
        Matcher old = OLD_ID.matcher(text);
        return old.find() ? Optional.of(old.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /// The cell a remark about the smelter as such belongs to: where its name was chosen, else its identification.
    public Cell principal() {
        for (Column column : new Column[] {Column.LOOKUP, Column.ID_INPUT, Column.ID, Column.NAME, Column.METAL}) {
            Cell cell = cells.get(column);
            if (cell != null && !cell.blank()) {
                return cell;
            }
        }
        return cells.values().iterator().next();
    }
}
