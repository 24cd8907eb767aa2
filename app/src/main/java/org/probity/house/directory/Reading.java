package org.probity.house.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Table;
import org.probity.house.ui.Typed;

/**
 * What a file says, and what is wrong with it, line by line and column by column.
 *
 * @param lines the fields of each good line, in the order of {@link Kind#columns}, under the number of the line in the file
 */
public record Reading(Kind kind, Map<Integer, String[]> lines, List<Fault> faults) {
    /** What files we take, told apart by their headings. */
    public enum Kind {
        UNITS("code", "kind", "name_en", "name_zh", "parent", "from", "until", "country", "region", "credit_code", "lei"),
        PEOPLE("number", "name_zh", "name_en", "email", "engagement", "unit", "title", "from", "until");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        /** As it stands in addresses and file names. */
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        public List<String> columns() {
            return columns;
        }

        /** The headings we read, with lines that show how each column is written. */
        Table<List<String>> template(Screen s) {
            var lines = switch (this) {
                case UNITS -> List.of(
                        List.of("HS", "ENTITY", "Helia Solar Co., Ltd.", "赫利亚太阳能有限公司", "", "2010-01-01", "", "", "", "", ""),
                        List.of("HS-CQ", "SITE", "Chongqing site", "重庆基地", "HS", "2015-03-01", "", "CN", "Chongqing", "", ""),
                        List.of("HS-CQ-CELL", "UNIT", "Cell workshop", "电池车间", "HS-CQ", "2015-03-01", "", "", "", "", ""));
                case PEOPLE -> List.of(
                        List.of("100001", "林一", "Lin Yi", "lin.yi@company.example", "EMPLOYEE", "HS-CQ-CELL", "Operator", "2020-03-01", ""),
                        List.of("100002", "", "Ann Example", "", "DISPATCH", "HS-CQ-CELL", "", "2025-01-01", "2025-12-31"));
            };
            var table = Table.of(s, lines);
            for (var i = 0; i < columns.size(); i++) {
                var at = i;
                table.text("directory.heading." + columns.get(i), line -> line.get(at));
            }
            return table;
        }
    }

    /** @param row as the spreadsheet program numbers it */
    public record Fault(int row, String column, String key, String value) {}

    /** So many are shown; who mends these sees the next. */
    static final int FAULTS = 500;

    /** The headings of the Chinese template. */
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("编码", "code"), Map.entry("类型", "kind"), Map.entry("英文名称", "name_en"), Map.entry("中文名称", "name_zh"),
            Map.entry("上级", "parent"), Map.entry("开始日", "from"), Map.entry("结束日", "until"), Map.entry("国家", "country"),
            Map.entry("地区", "region"), Map.entry("统一社会信用代码", "credit_code"), Map.entry("工号", "number"),
            Map.entry("工作邮箱", "email"), Map.entry("用工形式", "engagement"), Map.entry("单位", "unit"), Map.entry("职务", "title"));

    /** @param units codes that exist already; a file of units may name parents among its own lines too */
    static Reading of(Spreadsheet sheet, Set<String> units) {
        var faults = new ArrayList<Fault>();
        var headings = Columns.headings(sheet, CHINESE);
        var kind = headings.contains("engagement") ? Kind.PEOPLE : Kind.UNITS;
        var file = Columns.of(sheet, kind.columns, CHINESE);
        file.missing().forEach(column -> faults.add(new Fault(1, column, "directory.column-missing", "")));
        var lines = new HashMap<Integer, String[]>();
        if (!faults.isEmpty()) {
            return new Reading(kind, lines, faults);
        }
        var known = new HashSet<>(units);
        if (kind == Kind.UNITS) {
            file.lines().forEach(line -> known.add(line.of("code")));
        }
        var seen = new HashSet<String>();
        for (var line : file.lines()) {
            var fields = kind.columns.stream().map(line::of).toArray(String[]::new);
            var before = faults.size();
            check(kind, line.row(), fields, known, seen, faults);
            if (faults.size() == before) {
                lines.put(line.row(), fields);
            }
            if (faults.size() >= FAULTS) {
                break;
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, "", "directory.file-empty", ""));
        }
        return new Reading(kind, lines, faults);
    }

    private static void check(Kind kind, int row, String[] fields, Set<String> units, Set<String> seen, List<Fault> faults) {
        for (var i = 0; i < fields.length; i++) {
            if (fields[i].length() > 200) {
                faults.add(new Fault(row, kind.columns.get(i), "directory.too-long", fields[i].substring(0, 40)));
            }
            if (fields[i].codePoints().anyMatch(c -> Character.isISOControl(c))) {
                faults.add(new Fault(row, kind.columns.get(i), "directory.control-signs", ""));
            }
        }
        var from = kind.columns.indexOf("from");
        var begins = day(row, "from", fields, from, faults);
        var ends = fields[from + 1].isEmpty() ? LocalDate.MAX : day(row, "until", fields, from + 1, faults);
        if (ends.isBefore(begins)) {
            faults.add(new Fault(row, "until", "directory.ends-before", fields[from + 1]));
        }
        switch (kind) {
            case UNITS -> {
                filled(row, "code", fields[0], faults);
                fields[1] = fields[1].toUpperCase(Locale.ROOT);
                if (kindOf(fields[1]).isEmpty()) {
                    faults.add(new Fault(row, "kind", "directory.unit-kind-unknown", fields[1]));
                }
                filled(row, "name_en", fields[2] + fields[3], faults);
                if (!fields[4].isEmpty() && !units.contains(fields[4])) {
                    faults.add(new Fault(row, "parent", "directory.unit-unknown", fields[4]));
                }
                if (!fields[4].isEmpty() && fields[4].equals(fields[0])) {
                    faults.add(new Fault(row, "parent", "directory.own-parent", fields[4]));
                }
                for (var i = 7; i < fields.length; i++) {
                    fields[i] = i == 8 ? fields[i] : fields[i].toUpperCase(Locale.ROOT);
                }
                kindOf(fields[1]).ifPresent(place -> Particulars.objections(place, fields[7], fields[8], fields[9], fields[10]).forEach(wrong ->
                        faults.add(new Fault(row, wrong.field().equals("creditCode") ? "credit_code" : wrong.field(), wrong.key(), ""))));
            }
            case PEOPLE -> {
                filled(row, "number", fields[0], faults);
                filled(row, "name_zh", fields[1] + fields[2], faults);
                if (!fields[3].isEmpty() && !fields[3].matches("[^\\s@]+@[^\\s@]+")) {
                    faults.add(new Fault(row, "email", "directory.email-wrong", fields[3]));
                }
                var engagement = Engagement.of(fields[4]);
                if (engagement.isEmpty()) {
                    faults.add(new Fault(row, "engagement", "directory.engagement-unknown", fields[4]));
                }
                fields[4] = engagement.map(Enum::name).orElse("");
                if (!units.contains(fields[5])) {
                    faults.add(new Fault(row, "unit", "directory.unit-unknown", fields[5]));
                }
            }
        }
        if (!seen.add(fields[0] + "\n" + fields[from])) {
            faults.add(new Fault(row, kind.columns.getFirst(), "directory.twice", fields[0]));
        }
    }

    private static Optional<Place.Kind> kindOf(String word) {
        return Arrays.stream(Place.Kind.values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    private static void filled(int row, String column, String value, List<Fault> faults) {
        if (value.isBlank()) {
            faults.add(new Fault(row, column, "directory.field-missing", ""));
        }
    }

    private static LocalDate day(int row, String column, String[] fields, int at, List<Fault> faults) {
        var day = Typed.day(fields[at]);
        if (day.isEmpty()) {
            faults.add(new Fault(row, column, "directory.day-wrong", fields[at]));
            return LocalDate.MIN;
        }
        fields[at] = day.get().toString();
        return day.get();
    }
}
