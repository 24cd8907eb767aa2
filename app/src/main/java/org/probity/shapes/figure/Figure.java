package org.probity.shapes.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;

/**
 * The definition of a figure. A room registers it as a bean; a change of what it counts is a new version.
 *
 * @param key what it is called in addresses and packages, such as {@code tin-due-diligence}
 * @param code its number in the report, such as {@code SC-02}
 * @param inForceSince the first day this version is used
 * @param unit as shown behind the number, such as {@code %}
 * @param level the widest circle that may ever see its rows; in a published value, the one that was decided
 * @param rowCode letters before the pseudonyms of its rows, of this figure alone: a code says which figure it belongs to
 * @param messages where its words stand in the room's bundle: title, sentence, counts, met, silent, formula, subject
 * @param rowsSql one row a subject: subject, number, name_en, name_zh, reason, inputs, facts, evidence; may use :year, :from_day,
 *     :until_day, :known_at
 * @param control the total from another source
 */
public record Figure(
        String key,
        String code,
        int version,
        LocalDate inForceSince,
        Fold fold,
        Rounding rounding,
        String unit,
        Level level,
        String rowCode,
        String messages,
        String rowsSql,
        Control control) {

    /** Who sees codes and evidence of the rows; everybody else sees what the fold needs of them. From the widest circle to the narrowest. */
    public enum Level {
        /** Everybody, under pseudonyms. */
        PUBLIC,
        /** Customers under contract. */
        CUSTOMER,
        /** Assurers, with names. */
        ASSURER
    }

    /**
     * What the rows must add up to, together with what is not theirs.
     *
     * @param input the row's input that is summed over all rows, counted or left out
     * @param unit such as {@code kg}
     * @param sql gives {@code stated} and {@code other}
     */
    public record Control(String input, String unit, String sql) {}

    /** The same with another level. */
    public Figure at(Level decided) {
        return new Figure(key, code, version, inForceSince, fold, rounding, unit, decided, rowCode, messages, rowsSql, control);
    }

    /** A query that lies beside the room that owns the figure. */
    public static String sql(Class<?> room, String file) {
        try (var in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(room.getPackageName() + " has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
