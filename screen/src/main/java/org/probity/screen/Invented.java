package org.probity.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names nobody has, for trials: companies in hanzi with what they may be called elsewhere, and pairs of which it is known whether they mean one company.
 * The same seed gives the same names.
 */
public final class Invented {

    private static final String[][] PLACES = {{"新疆", "Xinjiang"}, {"江苏", "Jiangsu"}, {"浙江", "Zhejiang"}, {"四川", "Sichuan"}, {"重庆", "Chongqing"}, {"云南", "Yunnan"},
        {"内蒙古", "Inner Mongolia"}, {"宁夏", "Ningxia"}, {"厦门", "Xiamen"}, {"成都", "Chengdu"}, {"包头", "Baotou"}, {"无锡", "Wuxi"}, {"西藏", "Tibet"}, {"乐山", "Leshan"}};
    /** Two by two they make trade names; the readings are the usual ones. */
    private static final String[][] SIGNS = {{"辰", "chen"}, {"瀚", "han"}, {"睿", "rui"}, {"曜", "yao"}, {"泓", "hong"}, {"璟", "jing"}, {"霖", "lin"}, {"峤", "qiao"}, {"煜", "yu"},
        {"彬", "bin"}, {"卓", "zhuo"}, {"铭", "ming"}, {"凯", "kai"}, {"沛", "pei"}, {"朗", "lang"}, {"皓", "hao"}, {"骏", "jun"}, {"飒", "sa"}, {"棠", "tang"}, {"苒", "ran"}};
    private static final String[][] TRADES = {{"硅业", "Silicon Industry"}, {"新能源", "New Energy"}, {"光伏科技", "Photovoltaic Technology"}, {"有色金属", "Nonferrous Metals"},
        {"锡业", "Tin Industry"}, {"新材料", "New Materials"}, {"化工", "Chemical"}, {"电子材料", "Electronic Materials"}, {"物流", "Logistics"}, {"机械设备", "Machinery Equipment"},
        {"玻璃", "Glass"}, {"纺织", "Textile"}};
    private static final String[][] FORMS = {{"有限公司", "Co., Ltd."}, {"股份有限公司", "Co., Ltd."}, {"集团有限公司", "Group Co., Ltd."}, {"有限责任公司", "LLC"}};
    private static final String[][] TRADITIONAL = {{"锡", "錫"}, {"业", "業"}, {"有", "有"}, {"电", "電"}, {"机", "機"}, {"设备", "設備"}, {"铭", "銘"}, {"凯", "凱"}, {"骏", "駿"}, {"飒", "颯"},
        {"限公司", "限公司"}, {"团", "團"}, {"责", "責"}, {"厦门", "廈門"}, {"内", "內"}, {"云", "雲"}, {"无锡", "無錫"}, {"庆", "慶"}, {"苏", "蘇"}, {"光伏", "光伏"}, {"纺织", "紡織"}, {"宁", "寧"},
        {"头", "頭"}, {"乐", "樂"}, {"峤", "嶠"}};

    /** Two names and whether they are one company's; {@code way} says how the second was made. */
    public record Pair(String left, String right, boolean same, String way) {}

    private record Company(String[] place, String[][] trade, String[] industry, String[] form) {

        static Company random(Random random) {
            String[] first = SIGNS[random.nextInt(SIGNS.length)];
            String[] second = SIGNS[random.nextInt(SIGNS.length)];
            return new Company(PLACES[random.nextInt(PLACES.length)], new String[][] {first, second}, TRADES[random.nextInt(TRADES.length)],
                    FORMS[random.nextInt(FORMS.length)]);
        }

        String hanzi() {
            return place[0] + trade[0][0] + trade[1][0] + industry[0] + form[0];
        }

        String pinyin() {
            return capital(trade[0][1] + trade[1][1]);
        }

        String english() {
            return place[1] + " " + pinyin() + " " + industry[1] + " " + form[1];
        }

        Company with(String[][] otherTrade) {
            return new Company(place, otherTrade, industry, form);
        }
    }

    private Invented() {}

    /** A company in hanzi and in English, as number {@code at} of a seed. */
    public static Party supplier(int seed, int at) {
        Company company = Company.random(new Random(seed * 1_000_003L + at));
        Random more = new Random(seed * 7_919L + at);
        String third = SIGNS[more.nextInt(SIGNS.length)][1];
        return Party.organisation("S" + at, company.hanzi().replaceFirst(company.trade[1][0], company.trade[1][0] + SIGNS[more.nextInt(SIGNS.length)][0]),
                company.english().replaceFirst(company.pinyin(), company.pinyin() + third));
    }

    /** Pairs as they come in the books of a buyer: ten ways of writing one company, four of being another. */
    public static List<Pair> pairs(int seed, int count) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>(count);
        while (pairs.size() < count) {
            Company one = Company.random(random);
            pairs.add(pair(one, pairs.size() % 14, random));
        }
        return pairs;
    }

    private static Pair pair(Company one, int way, Random random) {
        String place = one.place[1];
        String industry = one.industry[1];
        return switch (way) {
            case 0 -> new Pair(one.hanzi(), one.english(), true, "translation");
            case 1 -> new Pair(one.hanzi(), traditional(one.hanzi()), true, "traditional");
            case 2 -> new Pair(one.hanzi(), one.trade[0][0] + one.trade[1][0] + one.industry[0], true, "short");
            case 3 -> new Pair(one.hanzi(), place + " " + capital(one.trade[0][1]) + " " + capital(one.trade[1][1]) + " " + industry + " Ltd", true, "syllables apart");
            case 4 -> new Pair(one.english(), one.pinyin() + " " + industry + " (" + place + ") " + one.form[1], true, "brackets");
            case 5 -> new Pair(one.english(), industry + " " + one.pinyin() + " " + place, true, "order");
            case 6 -> new Pair(one.hanzi(), one.pinyin().toUpperCase(java.util.Locale.ROOT) + " " + industry, true, "no place");
            case 7 -> new Pair(one.hanzi(), one.place[0] + one.trade[0][0] + one.trade[1][0] + one.industry[0] + "有限公司(本部)", true, "headquarters");
            case 8 -> new Pair(one.english(), one.english().replace("Technology", "Tech").replace("Materials", "Matls").replace("Co., Ltd.", "Company Limited").replace("Industry", "Ind."),
                    true, "abbreviated");
            case 9 -> new Pair(traditional(one.hanzi()), one.english(), true, "traditional translated");
            case 10 -> new Pair(one.hanzi(), one.with(other(one, random)).hanzi(), false, "another trade name");
            case 11 -> new Pair(one.english(), one.with(other(one, random)).english(), false, "another trade name in English");
            case 12 -> new Pair(one.hanzi(), one.with(other(one, random)).english(), false, "another trade name across");
            case 13 -> new Pair(place + " " + one.pinyin() + " No. 2 " + industry + " Plant", place + " " + one.pinyin() + " No. 5 " + industry + " Plant", false, "another number");
            default -> throw new IllegalArgumentException("way " + way);
        };
    }

    /** Another trade name: no sign in common, in writing or in sound. */
    private static String[][] other(Company one, Random random) {
        while (true) {
            String[] first = SIGNS[random.nextInt(SIGNS.length)];
            String[] second = SIGNS[random.nextInt(SIGNS.length)];
            boolean apart = first != one.trade[0] && first != one.trade[1] && second != one.trade[0] && second != one.trade[1];
            if (apart) {
                return new String[][] {first, second};
            }
        }
    }

    private static String traditional(String hanzi) {
        for (String[] pair : TRADITIONAL) {
            hanzi = hanzi.replace(pair[0], pair[1]);
        }
        return hanzi;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
