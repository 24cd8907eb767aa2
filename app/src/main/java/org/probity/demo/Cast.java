package org.probity.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The invented suppliers. No word in it is a real company's. */
record Cast(String number, String nameEn, String nameZh, String country, String category, boolean tin, String material, String materialZh, String tinShare) {
    private static final String[][] FIRST = {
        {"Jinlong", "金龙"}, {"Yuxin", "裕欣"}, {"Sanhe", "三禾"}, {"Baishan", "柏山"}, {"Longtai", "隆泰"}, {"Feiyang", "飞阳"}, {"Weilan", "蔚岚"},
        {"Hongda", "虹达"}, {"Qinghe", "清和"}, {"Dongya", "东雅"}, {"Xinrui", "新睿"}, {"Haoyu", "昊宇"}, {"Lianhua", "莲华"}, {"Tianmu", "天慕"},
        {"Ruifeng", "瑞沣"}, {"Kaiyue", "凯越"}, {"Mingde", "明得"}, {"Shengbo", "盛铂"}, {"Anhe", "安荷"}, {"Yunqi", "云栖"}};
    private static final String[][] SOLDER = {
        {"Solder Materials", "焊料", "Solder ribbon", "焊带", "0.0520"}, {"Ribbon Technology", "焊带科技", "Tinned copper ribbon", "镀锡铜带", "0.0380"},
        {"Electronic Solder", "电子焊料", "Solder paste", "锡膏", "0.8860"}};
    private static final String[][] OTHERS = {
        {"Silicon", "硅业", "wafer", "Mono wafer", "单晶硅片"}, {"Silver Paste", "银浆", "paste", "Front silver paste", "正面银浆"},
        {"Glass", "玻璃", "glass", "Coated glass", "镀膜玻璃"}, {"Aluminium", "铝业", "frame", "Aluminium frame", "铝边框"},
        {"Chemicals", "化工", "chemicals", "Texturing additive", "制绒添加剂"}, {"Equipment", "装备", "equipment", "Spare parts", "备件"}};
    private static final String[] PLACES = {"CN", "CN", "CN", "CN", "MY", "VN", "DE", "KR"};

    /** Thirty-eight with tin, the rest without; the first is the one a visitor may be. */
    static List<Cast> all() {
        var random = new Random(2026);
        var cast = new ArrayList<Cast>();
        for (var i = 0; i < 38; i++) {
            var first = FIRST[i % FIRST.length];
            var kind = SOLDER[i / FIRST.length == 0 ? i % 2 : 2];
            cast.add(new Cast("S-%05d".formatted(932 + 7 * i), first[0] + " " + kind[0], first[1] + kind[1], i == 0 ? "CN" : PLACES[random.nextInt(PLACES.length)],
                    "solder", true, kind[2], kind[3], kind[4]));
        }
        for (var i = 0; i < 114; i++) {
            var first = FIRST[i % FIRST.length];
            var kind = OTHERS[i / FIRST.length % OTHERS.length];
            cast.add(new Cast("S-%05d".formatted(2000 + 3 * i), first[0] + " " + kind[0], first[1] + kind[1], PLACES[random.nextInt(PLACES.length)],
                    kind[2], false, kind[3], kind[4], "0"));
        }
        return cast;
    }
}
