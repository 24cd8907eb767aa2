package org.probity.house.ui;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.parts.Link;

/**
 * Who looks, in which language and colours, from where, and when: what a template needs beside its page.
 *
 * @param path the path asked for, without the query
 * @param back where a choice of language or colours returns to
 * @param csrf asked only by forms, because asking starts a session
 * @param said what was just done, told once
 * @param views of the list at this path; asked only by lists
 * @param ways whether the one who looks may open an address of the house
 * @param everywhere what rooms have at the end of every page of whoever is signed in
 * @param now in the time zone of the house; times on screens stand in it
 */
public record Screen(
        Lang lang,
        Theme theme,
        Optional<Me> me,
        String path,
        String back,
        Supplier<Optional<Csrf>> csrf,
        Optional<Said> said,
        Supplier<List<KeptViews.Kept>> views,
        Predicate<String> ways,
        Function<Screen, Content> everywhere,
        ZonedDateTime now,
        Menu menu,
        House house) {

    /** The token that shows a form was ours. */
    public record Csrf(String name, String value) {}

    /**
     * What is the same on every screen of this house.
     *
     * @param demo people and figures here are invented, and every page says so
     */
    public record House(String company, boolean demo, Messages messages, Assets assets) {}

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_ZH = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE);
    private static final char MINUS = '\u2212';
    private static final char NO_BREAK = '\u00a0';

    /** The message in this screen's language. Numbers and days among the arguments are written as this screen writes them. */
    public String t(String key, Object... args) {
        return house.messages().text(lang, key, this::words, args);
    }

    /** Whether there are words for it; for names that come from data, such as the kind of an act. */
    public boolean knows(String key) {
        return house.messages().knows(lang, key);
    }

    /** Whether whoever looks may open this address of the house; a link to what the gate refuses is not shown. */
    public boolean opens(String href) {
        return ways.test(href);
    }

    /** Words that lead there, for whoever may go; for the others the words alone. */
    public Link link(String words, String href) {
        return new Link(words, opens(href) ? href : "");
    }

    /** The words of a refusal. */
    public String t(Answer.Reason reason) {
        return t(reason.key(), reason.args().toArray());
    }

    private String words(Object arg) {
        return switch (arg) {
            case BigDecimal number -> number(number);
            case Long number -> number(number);
            case Integer number -> number(number);
            case LocalDate day -> day(day);
            case Instant instant -> instant(instant);
            default -> arg.toString();
        };
    }

    /** 2026-11-22, the same in every language; for tables. */
    public String day(LocalDate day) {
        return day.toString();
    }

    /** 22 November 2026; for sentences. */
    public String longDay(LocalDate day) {
        return switch (lang) {
            case EN -> day.format(LONG_EN);
            case ZH -> day.format(LONG_ZH);
        };
    }

    /** 2026-11-22 18:20 UTC+08:00, for letters and sentences. */
    public String instant(Instant instant) {
        var there = instant.atZone(now.getZone());
        return MINUTE.format(there) + " " + offset(there);
    }

    /** Where times on this screen stand, said once at its foot. */
    public String offset() {
        return offset(now);
    }

    private static String offset(ZonedDateTime there) {
        return there.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + there.getOffset().getId();
    }

    public Content time(LocalDate day) {
        return out -> out.writeContent("<time datetime=\"" + day + "\">" + day(day) + "</time>");
    }

    public Content longTime(LocalDate day) {
        return out -> out.writeContent("<time datetime=\"" + day + "\">" + longDay(day) + "</time>");
    }

    /** 2026-11-22 18:20 as the clock of the house shows it. */
    public Content time(Instant instant) {
        return out -> out.writeContent("<time datetime=\"" + instant + "\">" + MINUTE.format(instant.atZone(now.getZone())) + "</time>");
    }

    /** 1,284 */
    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** 128,790.46 with exactly the places it was given. */
    public String number(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        var text = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return (number.signum() < 0 ? MINUS : "") + text.toString();
    }

    /** 98.92 % from 98.92; Chinese writes the sign close to the number. */
    public String percent(BigDecimal hundredths) {
        return number(hundredths) + switch (lang) {
            case EN -> NO_BREAK + "%";
            case ZH -> "%";
        };
    }

    /** A value with its unit and without zeros at its end: 99.5 %, 12,000 kg. */
    public String measure(BigDecimal value, String unit) {
        var bare = new BigDecimal(value.stripTrailingZeros().toPlainString());
        return unit.equals("%") ? percent(bare) : number(bare) + (unit.isEmpty() ? "" : NO_BREAK + unit(unit));
    }

    /** A unit as the reader calls it: figures and packages know it by its code (UCUM). */
    public String unit(String code) {
        return switch (code) {
            case "d" -> t("ui.unit.d");
            case "h" -> t("ui.unit.h");
            case "s" -> t("ui.unit.s");
            case "CNY" -> t("ui.unit.cny");
            case "m2" -> "m²";
            default -> code;
        };
    }

    /** Whether the one who looks has one of these roles. */
    public boolean is(Role... roles) {
        return me.filter(it -> Stream.of(roles).anyMatch(it::is)).isPresent();
    }

    /** 1.4 MB, in thousands as the file manager of the reader counts them. */
    public String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        var amount = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (unit < units.length - 1 && amount.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            amount = amount.movePointLeft(3);
            unit++;
        }
        int places = unit == 0 || amount.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1;
        return number(amount.setScale(places, RoundingMode.HALF_UP)) + NO_BREAK + units[unit];
    }

    /** Where a person begins: the desk, a supplier's portal, or the public report. */
    public String home() {
        return me.map(person -> person.is(Role.SUPPLIER) ? "/app/portal" : person.is(Role.CUSTOMER) ? "/app/customer" : person.is(Role.CONSULTANT) ? "/app/consultant" : "/app").orElse("/");
    }

    /** The title of the browser's tab; a form that was refused says so first. */
    public String title(String title, boolean wrong) {
        String name = house.company().isEmpty() ? "Probity" : house.company() + " · Probity";
        return (wrong ? t("ui.wrong.title") + " " : "") + title + " · " + name;
    }

    public String css(boolean report) {
        return report ? house.assets().reportCss() : house.assets().css();
    }
}
