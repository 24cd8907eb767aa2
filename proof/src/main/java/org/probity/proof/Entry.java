package org.probity.proof;

import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One leaf of the log, as canonical JSON. It holds no person, no supplier and no text: only that on this day something of this class was
 * recorded, which number it has within its class and year without gaps, and a commitment to what it was. A batch is one entry whose content
 * holds the root of the batch's own tree; {@code size} says how many leaves that tree has.
 */
public record Entry(String kind, Hash commitment, LocalDate day, long number, OptionalLong size) {

    private static final Pattern CLASS = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public Entry {
        if (!CLASS.matcher(kind).matches() || kind.length() > 100 || number < 1 || size.orElse(1) < 0) {
            throw new Malformed("entry.form", "class, number or size out of range");
        }
        if (day.getYear() < 1900 || day.getYear() > 9999) {
            throw new Malformed("entry.form", "a day in the year " + day.getYear());
        }
    }

    public Entry(String kind, Hash commitment, LocalDate day, long number) {
        this(kind, commitment, day, number, OptionalLong.empty());
    }

    public int year() {
        return day.getYear();
    }

    /** The bytes that are hashed into the tree and served to witnesses. */
    public byte[] bytes() {
        Json.Obj json = Json.object("class", kind, "commitment", commitment, "day", day, "number", number, "year", year());
        return (size.isPresent() ? json.with("size", size.getAsLong()) : json).canonical();
    }

    public Hash leaf() {
        return Hash.leaf(bytes());
    }

    public static Entry parse(byte[] bytes) {
        return parse(Json.parseCanonical(bytes));
    }

    static Entry parse(Json json) {
        Fields fields = Fields.of(json, "entry");
        Entry entry = new Entry(fields.text("class"), fields.hash("commitment"), fields.day("day"), fields.whole("number"),
                fields.has("size") ? OptionalLong.of(fields.whole("size")) : OptionalLong.empty());
        if (fields.whole("year") != entry.year()) {
            throw new Malformed("entry.form", "the year is not the day's year");
        }
        fields.noOthers();
        return entry;
    }
}
