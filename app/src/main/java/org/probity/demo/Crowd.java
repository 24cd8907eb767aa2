package org.probity.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Those among whom the named suppliers of the story stand: as many as a demo is asked to have. They come in waves, a half-year each, and live
 * through what everybody lives through; nothing is told of one of them alone.
 */
final class Crowd {
    /** How many suppliers the story names: the cast, and six who are on their way in. */
    static final int NAMED = 158;

    private static final String[][] FIRST = {
        {"Shuilan", "水岚"}, {"Qiuhe", "秋禾"}, {"Songyue", "松月"}, {"Zhuxi", "竹溪"}, {"Yunmu", "云木"}, {"Beiyan", "北雁"}, {"Lanting", "岚汀"}, {"Heqing", "鹤青"},
        {"Xuefeng", "雪枫"}, {"Tingyu", "汀雨"}, {"Moyang", "墨阳"}, {"Chunhe", "淳禾"}, {"Linquan", "林泉"}, {"Wenshi", "纹石"}, {"Yuanhe", "沅和"}, {"Zhiyuan", "芷远"},
        {"Canglan", "苍澜"}, {"Minghe", "明鹤"}, {"Suyun", "素云"}, {"Lianqiao", "连乔"}, {"Haitang", "海棠"}, {"Ruoshui", "若水"}, {"Qingshi", "青石"}, {"Fenghe", "枫禾"}};
    private static final String[][] SECOND = {{"East", "东"}, {"West", "西"}, {"South", "南"}, {"North", "北"}, {"New", "新"}, {"River", "江"}, {"Lake", "湖"}, {"Hill", "岭"}};
    private static final String[][] SYLLABLES = {{"dong", "东"}, {"nan", "南"}, {"xi", "西"}, {"bei", "北"}, {"xin", "新"}, {"jiang", "江"}, {"hu", "湖"}, {"ling", "岭"}, {"shan", "杉"}, {"yu", "雨"}, {"he", "禾"}};
    private static final String[][] TRADES = {
        {"Silicon", "硅业", "wafer", "Mono wafer", "单晶硅片"}, {"Silver Paste", "银浆", "paste", "Front silver paste", "正面银浆"}, {"Glass", "玻璃", "glass", "Coated glass", "镀膜玻璃"},
        {"Aluminium", "铝业", "frame", "Aluminium frame", "铝边框"}, {"Chemicals", "化工", "chemicals", "Texturing additive", "制绒添加剂"}, {"Equipment", "装备", "equipment", "Spare parts", "备件"},
        {"Fine Glass", "精玻", "glass", "Rolled glass", "压延玻璃"}, {"Machines", "机械", "equipment", "Wear parts", "易损件"}, {"Additives", "助剂", "chemicals", "Cleaning agent", "清洗剂"}};
    private static final String[] PLACES = {"CN", "CN", "CN", "CN", "CN", "CN", "MY", "VN", "DE", "KR", "JP", "TH"};

    /** @param wave the half-year in which it came, from 0; the first were there before the story begins */
    record Extra(String number, String nameEn, String nameZh, String country, String category, String material, String materialZh, int wave) {
        String mail() {
            return "contact." + number.toLowerCase(java.util.Locale.ROOT) + "@crowd.example";
        }

        /** Kilograms of a month; the same whenever it is asked. */
        BigDecimal kilograms(int year, int month) {
            return BigDecimal.valueOf(20_000 + new Random(number.hashCode() * 31L + year * 12L + month).nextInt(700_000), 2);
        }
    }

    private Crowd() {}

    /** Its names of somebody who applies; the first word is nobody else's. */
    static String[] applicant(int i) {
        var first = FIRST[i % FIRST.length];
        var second = SYLLABLES[i / FIRST.length % SYLLABLES.length];
        return new String[] {first[0] + second[0] + " Crystal", first[1] + second[1] + "晶材"};
    }

    /** @param size of the whole demo, the named among them */
    static List<Extra> of(int size) {
        var random = new Random(4711);
        var crowd = new ArrayList<Extra>();
        for (var i = 0; i < size - NAMED; i++) {
            var first = FIRST[i % FIRST.length];
            var trade = TRADES[i / FIRST.length % TRADES.length];
            var round = i / (FIRST.length * TRADES.length);
            var second = SECOND[round % SECOND.length];
            // Past some thousand names, plants are numbered.
            var plant = round < SECOND.length ? "" : " " + (round / SECOND.length + 1);
            var wave = i % 20 < 14 ? 0 : 1 + i % 20 % 3;
            crowd.add(new Extra("S-%05d".formatted(10_000 + i), first[0] + " " + second[0] + " " + trade[0] + plant, first[1] + second[1] + trade[1] + plant.strip(),
                    PLACES[random.nextInt(PLACES.length)], trade[2], trade[3], trade[4], wave));
        }
        return crowd;
    }
}
