package org.probity.supply.minerals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one department said about one paper.
 *
 * @param reason in its own words, or the message key of a rule's
 * @param validUntil until when the paper holds in its view; none when it sent it back
 */
record Opinion(
        UUID paper, Department department, Verdict verdict, String reason, @Nullable LocalDate validUntil, UUID by, Instant at, UUID record) {

    enum Verdict { ACCEPT, SEND_BACK }

    /** Words about one cell of the workbook. */
    record Remark(String sheet, String address, String words) {}

    /** @param rest the words that are about no cell */
    record Told(List<Remark> remarks, String rest) {}

    private static final Pattern AT_A_CELL =
            Pattern.compile("(Declaration|Smelter List|Product List)!([A-Z]{1,2}[1-9][0-9]{0,3})\\s*[:：]\\s*(\\S.*)");

    /** A line such as {@code Smelter List!C7: another smelter} is a remark at that cell; all other lines are said about the whole. */
    static Told told(String reason) {
        var remarks = new ArrayList<Remark>();
        var rest = new ArrayList<String>();
        for (var line : reason.strip().split("\\R")) {
            var at = AT_A_CELL.matcher(line.strip());
            if (at.matches()) {
                remarks.add(new Remark(at.group(1), at.group(2), at.group(3)));
            } else {
                rest.add(line);
            }
        }
        return new Told(List.copyOf(remarks), String.join("\n", rest).strip());
    }
}
