package org.probity.disclosure.statement;

import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;

/** What a figure counts, as it follows a number. Chinese puts a measure word between the two, and which one follows from what is counted. */
final class Counted {
    private Counted() {}

    /** The subject of a figure after its number: {@code 家供应商}, {@code suppliers}. */
    static String after(Screen s, String subject) {
        return measure(s, subject) + subject;
    }

    /** The number with what is counted. */
    static String of(Screen s, long number, String subject) {
        return s.number(number) + " " + after(s, subject);
    }

    /** The measure word alone; none in English. */
    static String measure(Screen s, String subject) {
        // Wording that was frozen when the word stood in the subject itself keeps it.
        if (s.lang() == Lang.EN || subject.startsWith("个岗位")) {
            return "";
        }
        if (subject.endsWith("供应商") || subject.endsWith("冶炼厂") || subject.endsWith("公司")) {
            return "家";
        }
        if (subject.endsWith("同事") || subject.endsWith("员工") || subject.endsWith("人员")) {
            return "位";
        }
        if (subject.endsWith("自评") || subject.endsWith("文件") || subject.endsWith("合同")) {
            return "份";
        }
        if (subject.endsWith("岗位") || subject.endsWith("基地")) {
            return "个";
        }
        if (subject.endsWith("通道")) {
            return "条";
        }
        if (subject.endsWith("课程")) {
            return "门";
        }
        if (subject.endsWith("场次")) {
            return "场";
        }
        if (subject.endsWith("款项")) {
            return "笔";
        }
        return subject.endsWith("交流") || subject.endsWith("培训") || subject.endsWith("调动") ? "次" : "项";
    }
}
