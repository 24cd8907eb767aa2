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
        if (s.lang() == Lang.EN) {
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
        return subject.endsWith("交流") || subject.endsWith("培训") ? "次" : "项";
    }
}
