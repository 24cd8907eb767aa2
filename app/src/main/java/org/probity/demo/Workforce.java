package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The invented people of the invented company, put together from syllables by a fixed seed. Whoever bears such a name is not meant. */
final class Workforce {
    /** Who owes the yearly courses: engaged at the end of the year, retirees not counted. */
    static final int PEOPLE = 9_252;
    private static final int RETIREES = 148;
    private static final int LEAVERS = 60;
    private static final int JOINERS = 94;
    /** Of those who are there at the end of the first year, so many began in it; as many less some had left. */
    private static final int FIRST_JOINERS = 90;
    private static final int FIRST_LEAVERS = 60;
    private static final String UNITS = "code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\n";
    private static final String HEADINGS = "number,name_zh,name_en,email,engagement,unit,title,from,until\n";

    private static final String[][] SITES = {
        {"CQ", "HS", "Chongqing site", "重庆基地", "2012-03-01", "CN", "Chongqing", "30"}, {"HF", "HS", "Hefei site", "合肥基地", "2016-05-01", "CN", "Anhui", "26"},
        {"NB", "HC", "Ningbo site", "宁波基地", "2018-09-01", "CN", "Zhejiang", "24"}, {"XA", "HC", "Xi'an site", "西安基地", "2020-04-01", "CN", "Shaanxi", "16"},
        {"LE", "HD", "Leipzig site", "莱比锡基地", "2022-07-01", "DE", "Saxony", "4"}};
    private static final String[][] WORKSHOPS = {
        {"TEX", "Texturing workshop", "制绒车间", "14"}, {"DIF", "Diffusion workshop", "扩散车间", "16"}, {"COA", "Coating workshop", "镀膜车间", "16"},
        {"PRT", "Printing workshop", "印刷车间", "18"}, {"TST", "Testing and sorting", "测试分选车间", "12"}};
    private static final String[][] OFFICES = {
        {"QOP", "Quality operations", "质量运营部", "6"}, {"PRC", "Process engineering", "工艺部", "5"}, {"EQP", "Equipment", "设备部", "5"},
        {"EHS", "Environment, health and safety", "安全环保部", "2"}, {"LOG", "Logistics", "物流部", "3"}, {"PUR", "Site procurement", "基地采购部", "1"},
        {"HRD", "Human resources", "人力资源部", "1"}, {"FIN", "Finance", "财务部", "1"}};
    private static final String[][] HEADQUARTERS = {
        {"RSP", "Responsible sourcing", "责任采购部"}, {"IPR", "Integrated procurement", "综合采购部"}, {"DSC", "Disclosure", "信息披露部"},
        {"LEG", "Legal", "法务部"}, {"AUD", "Audit", "审计部"}, {"UNI", "Union office", "工会办公室"}, {"RND", "Research", "研发中心"}, {"ITD", "Information technology", "信息技术部"}};
    private static final String[][] FAMILIES = {
        {"Zhao", "赵"}, {"Qian", "钱"}, {"Sun", "孙"}, {"Zhou", "周"}, {"Wu", "吴"}, {"Zheng", "郑"}, {"Feng", "冯"}, {"Chu", "褚"}, {"Wei", "卫"}, {"Jiang", "蒋"},
        {"Shen", "沈"}, {"Han", "韩"}, {"Yang", "杨"}, {"Zhu", "朱"}, {"Qin", "秦"}, {"You", "尤"}, {"Xu", "许"}, {"He", "何"}, {"Lü", "吕"}, {"Shi", "施"},
        {"Kong", "孔"}, {"Cao", "曹"}, {"Yan", "严"}, {"Hua", "华"}, {"Jin", "金"}, {"Tao", "陶"}, {"Qi", "戚"}, {"Xie", "谢"}, {"Zou", "邹"}, {"Bai", "柏"}};
    private static final String[][] SYLLABLES = {
        {"an", "安"}, {"bo", "博"}, {"chen", "晨"}, {"fang", "芳"}, {"guo", "国"}, {"hai", "海"}, {"jia", "佳"}, {"jing", "静"}, {"kai", "凯"}, {"lan", "兰"},
        {"lin", "林"}, {"min", "敏"}, {"ning", "宁"}, {"ping", "平"}, {"qing", "青"}, {"rui", "瑞"}, {"shu", "书"}, {"tian", "天"}, {"wen", "文"}, {"xin", "欣"},
        {"yi", "怡"}, {"yu", "宇"}, {"ze", "泽"}, {"zhi", "志"}};
    /** Those who sign in to the demo: number, name in Chinese and Latin, mailbox, unit, title. */
    private static final String[][] CAST = {
        {"100001", "赵宁", "Zhao Ning", "officer", "HQ-RSP", "Responsible-sourcing officer"}, {"100002", "", "Marta Lind", "buyer", "HQ-IPR", "Buyer"},
        {"100003", "秦昊", "Qin Hao", "quality", "CQ-QOP", "Quality engineer"}, {"100004", "", "Anna Weber", "reviewer", "HQ-DSC", "Reviewer"},
        {"100005", "陆文", "Lu Wen", "publisher", "HQ-DSC", "Head of disclosure"}, {"100006", "高燕", "Gao Yan", "union", "HQ-UNI", "Chair of the union"},
        {"100007", "", "Sam Ito", "administrator", "HQ-ITD", "Administrator"}, {"100008", "何敏", "He Min", "hr", "CQ-HRD", "HR partner"},
        {"100009", "任杰", "Ren Jie", "employee", "CQ-PRT", "Operator"}};

    private Workforce() {}

    /** Staff numbers of those who sign in to the demo, with their mailboxes. */
    static Map<String, String> mailboxes() {
        return Arrays.stream(CAST).collect(Collectors.toMap(it -> it[0], it -> it[3]));
    }

    static String units() {
        var csv = new StringBuilder(UNITS);
        csv.append("HS,ENTITY,\"Helia Solar Co., Ltd.\",赫利亚太阳能有限公司,,2010-01-01,,,,91990000MA0DEM0A1B,0DEM00HELIASOLAR0158\n");
        csv.append("HC,ENTITY,\"Helia Cells Co., Ltd.\",赫利亚电池有限公司,HS,2018-01-01,,,,91990000MA0DEM0B2F,\n");
        csv.append("HD,ENTITY,Helia Solar Deutschland GmbH,赫利亚太阳能德国有限公司,HS,2022-01-01,,,,,0DEM00HELIASOLAR0255\n");
        for (var site : SITES) {
            csv.append("%s,SITE,%s,%s,%s,%s,,%s,%s,,\n".formatted(site[0], site[2], site[3], site[1], site[4], site[5], site[6]));
            csv.append("%1$s-MFG,UNIT,Manufacturing,制造部,%1$s,%2$s,,,,,\n".formatted(site[0], site[4]));
            for (var unit : WORKSHOPS) {
                csv.append("%1$s-%2$s,UNIT,%3$s,%4$s,%1$s-MFG,%5$s,,,,,\n".formatted(site[0], unit[0], unit[1], unit[2], site[4]));
            }
            for (var unit : OFFICES) {
                csv.append("%1$s-%2$s,UNIT,\"%3$s\",%4$s,%1$s,%5$s,,,,,\n".formatted(site[0], unit[0], unit[1], unit[2], site[4]));
            }
        }
        csv.append("HQ,UNIT,Headquarters,总部,CQ,2012-03-01,,,,,\n");
        for (var unit : HEADQUARTERS) {
            csv.append("HQ-%s,UNIT,%s,%s,HQ,2012-03-01,,,,,\n".formatted(unit[0], unit[1], unit[2]));
        }
        return csv.toString();
    }

    /** Everybody as of the beginning of the year: those who stay through it, the newest of whom begin on its first working day, those who leave at the end of January, and retirees. */
    static String people(int year) {
        var random = new Random(PEOPLE);
        var csv = new StringBuilder(HEADINGS);
        for (var it : CAST) {
            csv.append("%s,%s,%s,%s@helia.example,EMPLOYEE,%s,%s,%d-03-01,\n".formatted(it[0], it[1], it[2], it[3], it[4], it[5], year - 4));
        }
        var places = places();
        for (var i = CAST.length; i < PEOPLE + RETIREES; i++) {
            var unit = places.get(i % places.size());
            var who = name(random);
            var before = LocalDate.of(year - 1, 12, 31).minusDays(random.nextInt(1_400));
            var began = i >= PEOPLE - FIRST_JOINERS && i < PEOPLE ? LocalDate.of(year, 1, 2) : before;
            var kind = i >= PEOPLE ? "RETIREE" : kind(random.nextInt(1_000));
            var moved = LocalDate.of(year - 1, 7, 1);
            if (i % 23 == 0 && kind.equals("EMPLOYEE") && began.isBefore(moved)) {
                csv.append(line(i, who, kind, places.get((i + 1) % places.size()), began, moved.minusDays(1).toString()));
                csv.append(line(i, who, kind, unit, moved, ""));
            } else {
                csv.append(line(i, who, kind, unit, began, ""));
            }
        }
        var leaving = new Random(year - 1);
        for (var i = 0; i < FIRST_LEAVERS; i++) {
            csv.append(line(PEOPLE + RETIREES + JOINERS + i, name(leaving), "EMPLOYEE", places.get(i * 11 % places.size()), LocalDate.of(year - 2, 3, 1).plusDays(i * 5L), year + "-01-31"));
        }
        return csv.toString();
    }

    /** At the beginning of the next year some leave and others come. */
    static String changes(int year) {
        var before = people(year - 1).lines().filter(line -> line.contains(",EMPLOYEE,") && line.endsWith(",")).toList();
        var random = new Random(year);
        var csv = new StringBuilder(HEADINGS);
        for (var i = 0; i < LEAVERS; i++) {
            csv.append(before.get(CAST.length + 100 * i)).append(year).append("-01-31\n");
        }
        var places = places();
        for (var i = 0; i < JOINERS; i++) {
            csv.append(line(PEOPLE + RETIREES + i, name(random), "EMPLOYEE", places.get(i * 7 % places.size()), LocalDate.of(year, 1, 4), ""));
        }
        return csv.toString();
    }

    /** Units by code, with the number of who leads them: an employee of the unit, or for a whole site or company one of its offices. */
    static Map<String, String> heads(int year) {
        var heads = new LinkedHashMap<>(Map.of("HQ-DSC", "100005", "HQ-UNI", "100006", "HQ-RSP", "100001"));
        var employees = people(year).lines().filter(line -> line.contains(",EMPLOYEE,") && line.endsWith(",")).toList();
        for (var code : codes()) {
            var from = switch (code) {
                case "HS" -> "HQ-RND";
                case "HQ" -> "HQ-LEG";
                default -> code.length() == 2 ? code + "-PRC" : code.replace("-MFG", "-EQP");
            };
            heads.put(code, employees.stream().skip(CAST.length).filter(line -> line.contains("," + from + ",")).findFirst().orElseThrow().split(",")[0]);
        }
        return heads;
    }

    static List<String> signingIn() {
        return Arrays.stream(CAST).map(it -> it[0]).toList();
    }

    private static List<String> codes() {
        var codes = new ArrayList<>(List.of("HS", "HQ"));
        for (var site : SITES) {
            codes.addAll(List.of(site[0], site[0] + "-MFG", site[0] + "-QOP", site[0] + "-HRD"));
            for (var unit : WORKSHOPS) {
                codes.add(site[0] + "-" + unit[0]);
            }
        }
        return codes;
    }

    /** Units, each as often as its share of the people: of a site by its size, within it by the unit's. */
    private static List<String> places() {
        var places = new ArrayList<String>();
        for (var unit : HEADQUARTERS) {
            places.add("HQ-" + unit[0]);
        }
        for (var site : SITES) {
            for (var units : List.of(WORKSHOPS, OFFICES)) {
                for (var unit : units) {
                    for (var share = Integer.parseInt(site[7]) * Integer.parseInt(unit[3]) / 4; share >= 0; share--) {
                        places.add(site[0] + "-" + unit[0]);
                    }
                }
            }
        }
        return places;
    }

    private static String kind(int draw) {
        return draw < 880 ? "EMPLOYEE" : draw < 930 ? "DISPATCH" : draw < 962 ? "CONTRACTOR" : draw < 982 ? "INTERN" : draw < 993 ? "PART_TIME" : "REHIRED";
    }

    private static String[] name(Random random) {
        var family = FAMILIES[random.nextInt(FAMILIES.length)];
        var first = SYLLABLES[random.nextInt(SYLLABLES.length)];
        var second = SYLLABLES[random.nextInt(SYLLABLES.length)];
        return new String[] {family[1] + first[1] + second[1], family[0] + " " + Character.toUpperCase(first[0].charAt(0)) + first[0].substring(1) + second[0]};
    }

    private static String line(int i, String[] name, String kind, String unit, LocalDate from, String until) {
        var mail = kind.equals("RETIREE") ? "" : "p" + number(i) + "@helia.example";
        var title = unit.startsWith("HQ") ? "Specialist" : unit.matches("..-(TEX|DIF|COA|PRT|TST)") ? "Operator" : "Engineer";
        return "%s,%s,%s,%s,%s,%s,%s,%s,%s\n".formatted(number(i), name[0], name[1], mail, kind, unit, title, from, until);
    }

    private static String number(int i) {
        return String.valueOf(100_001 + i);
    }
}
