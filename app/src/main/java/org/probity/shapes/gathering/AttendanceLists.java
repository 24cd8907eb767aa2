package org.probity.shapes.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Spreadsheet;
import org.probity.shapes.gathering.Attendance.Came;
import org.springframework.stereotype.Component;

/** Reads lists of attendance, as a meeting program or a door hands them over. */
@Component
class AttendanceLists {
    static final List<String> COLUMNS = List.of("who", "from", "to");
    static final int LINES_MOST = 5_000;
    private static final int FAULTS_SHOWN = 30;
    private static final List<Set<String>> HEADINGS = List.of(Set.of("who", "email", "number", "人员", "邮箱", "工号"), Set.of("from", "join time", "进入时间", "开始"),
            Set.of("to", "until", "leave time", "离开时间", "结束"));
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd[ ]['T']HH:mm[:ss]", Locale.ROOT);

    /** One line as a file or a program has it. @param no its number where people look for it */
    private record Line(int no, String who, String from, String to) {}

    /** As a program writes it; empty times are the session's own. */
    record Said(@Nullable String who, @Nullable String from, @Nullable String to) {}

    private final GuestList guests;

    AttendanceLists(GuestList guests) {
        this.guests = guests;
    }

    /**
     * A file as a whole or not at all: columns who (an address or a number), from, to; times of the day of the session, or with their day. Empty times are
     * the session's own.
     *
     * <p>Refusals: those of {@link Spreadsheet}; {@code gathering.list-columns}; {@code gathering.list-empty}; {@code gathering.list-long}; and with the number
     * of the line {@code gathering.line-who}, {@code gathering.line-time}.
     */
    Answer<List<Came>> read(byte[] file, Occasion.Session session, ZoneId zone) {
        List<List<String>> lines;
        try {
            lines = Spreadsheet.read(file).lines();
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        var heading = lines.isEmpty() ? List.<String>of() : lines.getFirst().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
        var places = HEADINGS.stream().map(names -> heading.stream().filter(names::contains).findFirst().map(heading::indexOf).orElse(-1)).toList();
        if (places.getFirst() < 0) {
            return Answer.refused("file", "gathering.list-columns");
        }
        var filled = lines.subList(1, lines.size()).stream().filter(line -> line.stream().anyMatch(cell -> !cell.isBlank())).toList();
        if (filled.isEmpty()) {
            return Answer.refused("file", "gathering.list-empty");
        }
        if (filled.size() > LINES_MOST) {
            return Answer.refused("file", "gathering.list-long", LINES_MOST);
        }
        var read = new ArrayList<Line>();
        for (var i = 0; i < filled.size(); i++) {
            read.add(new Line(i + 2, cell(filled.get(i), places.get(0)), cell(filled.get(i), places.get(1)), cell(filled.get(i), places.get(2))));
        }
        return came(read, session, zone);
    }

    /** The same for lines that a program sends, counted from 1. Refusals: {@code gathering.list-empty}; {@code gathering.list-long}; those of lines. */
    Answer<List<Came>> read(List<Said> said, Occasion.Session session, ZoneId zone) {
        if (said.isEmpty()) {
            return Answer.refused("lines", "gathering.list-empty");
        }
        if (said.size() > LINES_MOST) {
            return Answer.refused("lines", "gathering.list-long", LINES_MOST);
        }
        var read = new ArrayList<Line>();
        said.forEach(it -> read.add(new Line(read.size() + 1, word(it.who()), word(it.from()), word(it.to()))));
        return came(read, session, zone);
    }

    private Answer<List<Came>> came(List<Line> lines, Occasion.Session session, ZoneId zone) {
        var came = new ArrayList<Came>();
        var faults = new ArrayList<Reason>();
        for (var it : lines) {
            var who = guests.typed(it.who());
            var from = typed(it.from(), session.startsAt(), zone);
            var to = typed(it.to(), session.endsAt(), zone);
            if (who.isEmpty()) {
                faults.add(new Reason("file", "gathering.line-who", List.of(it.no())));
            } else if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get()) || !from.get().isBefore(session.endsAt()) || !to.get().isAfter(session.startsAt())) {
                faults.add(new Reason("file", "gathering.line-time", List.of(it.no())));
            } else {
                came.add(new Came(new GuestList.Key(who.get().circle(), who.get().id()), from.get(), to.get()));
            }
        }
        return faults.isEmpty() ? Answer.done(came) : new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
    }

    private static String word(@Nullable String said) {
        return said == null ? "" : said.strip();
    }

    private static String cell(List<String> line, int place) {
        return place < 0 || place >= line.size() ? "" : line.get(place).strip();
    }

    /** 14:05, 14:05:30, or with the day before it; nothing typed: {@code otherwise}. */
    static Optional<Instant> typed(String word, Instant otherwise, ZoneId zone) {
        if (word.isBlank()) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(word.strip().length() > 8 ? LocalDateTime.parse(word.strip().replace('/', '-'), WHEN).atZone(zone).toInstant()
                    : LocalTime.parse(word.strip().length() == 4 ? "0" + word.strip() : word.strip()).atDate(LocalDate.ofInstant(otherwise, zone)).atZone(zone).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
