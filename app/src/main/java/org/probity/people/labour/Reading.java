package org.probity.people.labour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Table;
import org.probity.house.ui.Typed;

/**
 * What a file of documents or contracts says, and what is wrong with it, line by line.
 *
 * @param lines the fields of each good line as they are staged; a document's number only as its hash
 */
public record Reading(Kind kind, Map<Integer, String[]> lines, List<Fault> faults) {
    /** What files are taken, told apart by their headings. */
    public enum Kind {
        IDENTITIES("number", "document", "document_number", "born", "sex", "verified"),
        CONTRACTS("number", "act", "term", "signed", "from", "until", "probation_days", "category", "full_time");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The headings, with lines that show how each column is written. The number belongs to nobody: its place is none. */
        Table<List<String>> template(Screen s) {
            var lines = switch (this) {
                case IDENTITIES -> List.of(List.of("100001", "ID_CARD", "990000199003074514", "1990-03-07", "M", "2024-02-26"), List.of("100002", "PASSPORT", "C01X00T47", "1988-11-30", "F", "2024-02-26"));
                case CONTRACTS -> List.of(List.of("100001", "CONTRACT", "FIXED", "2024-03-01", "2024-03-01", "2027-02-28", "60", "PRODUCTION", "yes"),
                        List.of("100002", "CONTRACT", "OPEN", "2024-03-01", "2024-03-01", "", "90", "PROFESSIONAL", "yes"));
            };
            var table = Table.of(s, lines);
            for (var i = 0; i < columns.size(); i++) {
                var at = i;
                table.id("labour.heading." + columns.get(i), line -> line.get(at));
            }
            return table;
        }
    }

    /** @param row as the spreadsheet program numbers it @param value as written; never of a document's number */
    public record Fault(int row, String column, String key, String value) {}

    static final int FAULTS = 500;

    /** The headings of the Chinese template. */
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("工号", "number"), Map.entry("证件类型", "document"), Map.entry("证件号码", "document_number"), Map.entry("出生日期", "born"), Map.entry("性别", "sex"),
            Map.entry("核验日", "verified"), Map.entry("合同或变更", "act"), Map.entry("期限类型", "term"), Map.entry("签订日", "signed"), Map.entry("开始日", "from"),
            Map.entry("结束日", "until"), Map.entry("试用期天数", "probation_days"), Map.entry("人员类别", "category"), Map.entry("全日制", "full_time"));

    static Reading of(Spreadsheet sheet, IdentityKey.Hashing hashing, LocalDate today) {
        var kind = Columns.headings(sheet, CHINESE).contains("term") ? Kind.CONTRACTS : Kind.IDENTITIES;
        var file = Columns.of(sheet, kind.columns, CHINESE);
        var faults = new ArrayList<Fault>();
        file.missing().forEach(column -> faults.add(new Fault(1, column, "labour.column-missing", "")));
        var lines = new TreeMap<Integer, String[]>();
        var seen = new HashSet<String>();
        for (var line : file.lines()) {
            var before = faults.size();
            var fields = switch (kind) {
                case IDENTITIES -> identity(line, hashing, today, faults);
                case CONTRACTS -> contract(line, today, faults);
            };
            if (!seen.add(kind == Kind.IDENTITIES ? line.of("number") : line.of("number") + "\n" + line.of("from"))) {
                faults.add(new Fault(line.row(), "number", "labour.line-twice", line.of("number")));
            }
            if (faults.size() == before) {
                lines.put(line.row(), fields);
            }
            if (faults.size() >= FAULTS) {
                break;
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, "", "labour.file-empty", ""));
        }
        return new Reading(kind, lines, faults);
    }

    private static String[] identity(Columns.Line line, IdentityKey.Hashing hashing, LocalDate today, List<Fault> faults) {
        var document = Identity.Document.of(line.of("document"));
        var sex = Identity.Sex.of(line.of("sex"));
        var born = Typed.day(line.of("born"));
        var verified = Typed.day(line.of("verified"));
        fault(document.isEmpty(), line, "document", "labour.document-unknown", faults);
        fault(sex.isEmpty(), line, "sex", "labour.sex-unknown", faults);
        fault(born.isEmpty(), line, "born", "labour.day-wrong", faults);
        fault(verified.isEmpty(), line, "verified", "labour.day-wrong", faults);
        if (document.isEmpty() || sex.isEmpty() || born.isEmpty() || verified.isEmpty()) {
            return new String[0];
        }
        var it = new Identity(document.get(), line.of("document_number"), born.get(), sex.get(), verified.get());
        it.objections(today).forEach(wrong -> faults.add(new Fault(line.row(), wrong.field().equals("number") ? "document_number" : wrong.field(), wrong.key(), "")));
        return new String[] {line.of("number"), document.get().name(), HexFormat.of().formatHex(hashing.document(it)), born.get().toString(), sex.get().name(), verified.get().toString()};
    }

    private static String[] contract(Columns.Line line, LocalDate today, List<Fault> faults) {
        var act = Contract.Act.of(line.of("act"));
        var term = Contract.Term.of(line.of("term"));
        var signed = Typed.day(line.of("signed"));
        var from = Typed.day(line.of("from"));
        var until = Typed.day(line.of("until"));
        var days = line.of("probation_days").isEmpty() ? 0 : Typed.number(line.of("probation_days"), -1);
        var category = Contract.Category.of(line.of("category"));
        var full = yes(line.of("full_time"));
        fault(act.isEmpty(), line, "act", "labour.act-unknown", faults);
        fault(term.isEmpty(), line, "term", "labour.term-unknown", faults);
        fault(signed.isEmpty() && !line.of("signed").isEmpty(), line, "signed", "labour.day-wrong", faults);
        fault(signed.filter(it -> it.isAfter(today)).isPresent(), line, "signed", "labour.signed-future", faults);
        fault(from.isEmpty(), line, "from", "labour.day-wrong", faults);
        fault(until.isEmpty() && !line.of("until").isEmpty(), line, "until", "labour.day-wrong", faults);
        fault(category.isEmpty(), line, "category", "labour.category-unknown", faults);
        fault(full.isEmpty(), line, "full_time", "labour.yes-or-no", faults);
        if (act.isEmpty() || term.isEmpty() || from.isEmpty() || category.isEmpty() || full.isEmpty()) {
            return new String[0];
        }
        var it = new Contract(act.get(), term.get(), signed.orElse(null), from.get(), until.orElse(null), days, category.get(), full.get());
        it.objections().forEach(wrong -> faults.add(new Fault(line.row(), wrong.field().equals("probation") ? "probation_days" : wrong.field(), wrong.key(),
                wrong.args().isEmpty() ? "" : wrong.args().getFirst().toString())));
        return new String[] {line.of("number"), act.get().name(), term.get().name(), words(signed), from.get().toString(), words(until), String.valueOf(days),
                category.get().name(), String.valueOf(full.get())};
    }

    private static void fault(boolean wrong, Columns.Line line, String column, String key, List<Fault> faults) {
        if (wrong) {
            var value = line.of(column);
            faults.add(new Fault(line.row(), column, key, value.length() > 40 ? value.substring(0, 40) : value));
        }
    }

    private static Optional<Boolean> yes(String written) {
        return Arrays.asList("yes", "true", "1", "是").contains(written.toLowerCase(Locale.ROOT)) ? Optional.of(true)
                : Arrays.asList("no", "false", "0", "否").contains(written.toLowerCase(Locale.ROOT)) ? Optional.of(false) : Optional.empty();
    }

    private static String words(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
