package org.probity.people.home;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Spreadsheet;
import org.probity.people.home.Application.Takes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buildings, their rooms as they were measured, and beds; each held against the standard of the day. */
@Service
public class Houses {
    static final List<String> COLUMNS = List.of("room", "area", "beds");
    static final int LINES_MOST = 5_000;
    private static final int FAULTS_SHOWN = 30;
    private static final int NAME_LONGEST = 100;
    private static final int REASON_LONGEST = 500;
    private static final int CODE_LONGEST = 20;
    private static final int BEDS_MOST = 50;
    private static final BigDecimal AREA_MOST = BigDecimal.valueOf(2_000);

    public record Details(String code, String nameEn, String nameZh, @Nullable UUID site, @Nullable Takes takes, int toilets) {}

    /** @param lived beds in which somebody lives, or that are held for somebody @param short beds that fall short of the standard */
    public record House(UUID id, String code, String nameEn, String nameZh, UUID site, String siteEn, String siteZh, Takes takes, int toilets, int rooms, int beds, int lived, int wanting) {
        public String name(Lang lang) {
            return Application.name(lang, nameEn, nameZh);
        }

        public String site(Lang lang) {
            return Application.name(lang, siteEn, siteZh);
        }
    }

    /** @param wanting what the room falls short of; null: nothing @param stay who has it or is offered it today or later; null: nobody */
    public record Bed(UUID id, UUID room, String roomNumber, int no, BigDecimal area, int inRoom, @Nullable String wanting, @Nullable UUID stay, @Nullable String nameEn, @Nullable String nameZh, @Nullable LocalDate until) {
        /** Square metres for each of the room's beds, cut down to two places. */
        public BigDecimal each() {
            return area.divide(BigDecimal.valueOf(inRoom), 2, java.math.RoundingMode.DOWN);
        }

        public String place() {
            return roomNumber + "-" + no;
        }
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Houses(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A building with beds, at a site.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.code-wrong}; {@code home.code-taken}; {@code home.name-missing}; {@code home.name-long}; {@code home.site-wrong}; {@code home.takes-missing};
     * {@code home.toilets-wrong}.
     */
    @Transactional
    public Answer<UUID> found(Details it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        var code = it.code().strip();
        if (code.isEmpty() || code.length() > CODE_LONGEST) {
            return Answer.refused("code", "home.code-wrong", CODE_LONGEST);
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank()) {
            return Answer.refused("nameEn", "home.name-missing");
        }
        if (it.nameEn().length() > NAME_LONGEST || it.nameZh().length() > NAME_LONGEST) {
            return Answer.refused(it.nameEn().length() > NAME_LONGEST ? "nameEn" : "nameZh", "home.name-long", NAME_LONGEST);
        }
        if (it.site() == null || directory.place(it.site(), today()).filter(place -> place.kind() == Place.Kind.SITE).isEmpty()) {
            return Answer.refused("site", "home.site-wrong");
        }
        if (it.takes() == null) {
            return Answer.refused("takes", "home.takes-missing");
        }
        if (it.toilets() < 1 || it.toilets() > 10_000) {
            return Answer.refused("toilets", "home.toilets-wrong");
        }
        var id = UUID.randomUUID();
        try {
            db.sql("""
                    INSERT INTO home.building (id, code, name_en, name_zh, site, takes, toilets, founded_by, founded_at, record)
                    VALUES (:id, :code, :en, :zh, :site, :takes, :toilets, :by, :at, :record)
                    """)
                    .param("id", id).param("code", code).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("site", it.site()).param("takes", it.takes().name())
                    .param("toilets", it.toilets()).param("by", by.account()).param("at", now())
                    .param("record", log.record("home.building", today(), Map.of("building", id.toString(), "code", code, "takes", it.takes().name(), "toilets", it.toilets())))
                    .update();
        } catch (DuplicateKeyException _) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("code", "home.code-taken");
        }
        return Answer.done(id);
    }

    /**
     * Takes a file of rooms as they were measured, as a whole or not at all: columns room, area (m²), beds. A room that is there already is measured anew from the day; more beds are added. Beds are taken out one by one, for
     * somebody may sleep in them.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.unknown}; {@code home.day-missing}; those of {@link Spreadsheet}; {@code home.file-columns}; {@code home.file-empty}; {@code home.file-long}; and with the number of the line
     * {@code home.file-room}, {@code home.file-area}, {@code home.file-beds}, {@code home.file-twice}, {@code home.file-fewer}.
     */
    @Transactional
    public Answer<Integer> measure(UUID building, @Nullable LocalDate from, byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        if (db.sql("SELECT FROM home.building WHERE id = :id FOR NO KEY UPDATE").param("id", building).query((row, n) -> row).optional().isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (from == null) {
            return Answer.refused("from", "home.day-missing");
        }
        Columns columns;
        try {
            columns = Columns.of(Spreadsheet.read(file), COLUMNS);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!columns.missing().isEmpty()) {
            return Answer.refused("file", "home.file-columns", String.join(", ", columns.missing()));
        }
        if (columns.lines().isEmpty()) {
            return Answer.refused("file", "home.file-empty");
        }
        if (columns.lines().size() > LINES_MOST) {
            return Answer.refused("file", "home.file-long", LINES_MOST);
        }
        var rooms = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM home.room WHERE building = :building").param("building", building).query(row -> {
            rooms.put(row.getString(1), row.getObject(2, UUID.class));
        });
        var beds = new HashMap<UUID, Integer>();
        db.sql("SELECT bed.room, max(bed.no) FROM home.bed JOIN home.room ON room.id = bed.room WHERE room.building = :building GROUP BY bed.room").param("building", building).query(row -> {
            beds.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        record Line(String room, BigDecimal area, int from, int until) {}
        var lines = new ArrayList<Line>();
        var faults = new ArrayList<Reason>();
        var met = new HashSet<String>();
        for (var it : columns.lines()) {
            var number = it.of("room").strip();
            var area = it.of("area").strip().matches("[0-9]{1,4}(\\.[0-9]{1,2})?") ? new BigDecimal(it.of("area").strip()) : BigDecimal.ZERO;
            var many = it.of("beds").strip().matches("[0-9]{1,2}") ? Integer.parseInt(it.of("beds").strip()) : 0;
            var have = rooms.containsKey(number) ? beds.getOrDefault(rooms.get(number), 0) : 0;
            var wrong = number.isEmpty() || number.length() > CODE_LONGEST ? "home.file-room" : area.signum() == 0 || area.compareTo(AREA_MOST) > 0 ? "home.file-area"
                    : many < 1 || many > BEDS_MOST ? "home.file-beds" : !met.add(number) ? "home.file-twice" : many < have ? "home.file-fewer" : "";
            if (!wrong.isEmpty()) {
                faults.add(new Reason("file", wrong, List.of(String.valueOf(it.row()), number)));
            }
            lines.add(new Line(number, area, have + 1, many));
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(FAULTS_SHOWN, faults.size())));
        }
        var survey = UUID.randomUUID();
        var added = lines.stream().mapToInt(it -> it.until() - it.from() + 1).sum();
        db.sql("INSERT INTO home.survey (id, building, from_day, rooms, beds, brought_by, brought_at, record) VALUES (:id, :building, :from, :rooms, :beds, :by, :at, :record)")
                .param("id", survey).param("building", building).param("from", from).param("rooms", lines.size()).param("beds", added).param("by", by.account()).param("at", now())
                .param("record", log.recordBatch("home.survey", from, Map.of("survey", survey.toString(), "building", building.toString(), "beds", added),
                        lines.stream().map(it -> Map.of("room", it.room(), "area", it.area().toPlainString(), "beds", it.until())).toList()))
                .update();
        for (var it : lines) {
            var room = rooms.computeIfAbsent(it.room(), number -> db.sql("INSERT INTO home.room (id, building, number) VALUES (gen_random_uuid(), :building, :number) RETURNING id").param("building", building)
                    .param("number", number).query(UUID.class).single());
            db.sql("INSERT INTO home.measure (id, room, from_day, area, survey, said_at) VALUES (gen_random_uuid(), :room, :from, :area, :survey, :at)")
                    .param("room", room).param("from", from).param("area", it.area()).param("survey", survey).param("at", now()).update();
            db.sql("INSERT INTO home.bed (id, room, no, from_day, survey) SELECT gen_random_uuid(), :room, no, :from, :survey FROM generate_series(:first, :last) AS no")
                    .param("room", room).param("from", from).param("survey", survey).param("first", it.from()).param("last", it.until()).update();
        }
        return Answer.done(added);
    }

    /**
     * A bed is one no longer, from today.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.unknown}; {@code home.bed-gone}; {@code home.reason-missing}; {@code home.reason-long}; {@code home.bed-lived} somebody has it, or is offered it.
     */
    @Transactional
    public Answer<UUID> takeOut(UUID bed, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        if (db.sql("SELECT FROM home.bed WHERE id = :id FOR UPDATE").param("id", bed).query((row, n) -> row).optional().isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM home.gone WHERE bed = :id)").param("id", bed).query(Boolean.class).single()) {
            return Answer.refused("", "home.bed-gone");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "home.reason-missing");
        }
        if (reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "home.reason-long", REASON_LONGEST);
        }
        if (db.sql("SELECT EXISTS (SELECT FROM home.stay WHERE bed = :id AND void_at IS NULL AND (until_day IS NULL OR until_day >= :today))").param("id", bed).param("today", today()).query(Boolean.class).single()) {
            return Answer.refused("", "home.bed-lived");
        }
        db.sql("INSERT INTO home.gone (bed, from_day, reason, gone_by, gone_at, record) VALUES (:bed, :today, :reason, :by, :at, :record)")
                .param("bed", bed).param("today", today()).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("home.bed-gone", today(), Map.of("bed", bed.toString()))).update();
        return Answer.done(bed);
    }

    List<House> all() {
        return db.sql("""
                SELECT building.id, building.code, building.name_en, building.name_zh, building.site, coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh, building.takes, building.toilets,
                       coalesce(count(DISTINCT bed.room), 0)::int AS rooms, count(bed.bed)::int AS beds, count(stay.id)::int AS lived, (count(bed.bed) FILTER (WHERE bed.wanting IS NOT NULL))::int AS wanting
                  FROM home.building
                  LEFT JOIN home.beds(:today, 'infinity') AS bed ON bed.building = building.id
                  LEFT JOIN home.stay ON stay.bed = bed.bed AND stay.void_at IS NULL AND :today BETWEEN stay.from_day AND coalesce(stay.until_day, :today)
                  LEFT JOIN directory.places(:today, 'infinity') AS site ON site.unit = building.site
                 GROUP BY building.id, site.name_en, site.name_zh
                 ORDER BY building.code
                """)
                .param("today", today()).query(House.class).list();
    }

    /** Sites at which there are beds. */
    List<Place> sites() {
        var ids = db.sql("SELECT DISTINCT site FROM home.building").query(UUID.class).list();
        return directory.tree(today()).stream().filter(it -> ids.contains(it.id())).toList();
    }

    List<Place> allSites() {
        return directory.tree(today()).stream().filter(it -> it.kind() == Place.Kind.SITE).toList();
    }

    Optional<House> find(UUID id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    List<Bed> beds(UUID building) {
        return beds("bed.building = :id", building, today());
    }

    /** Beds of a site that nobody has from a day on, up to standard, in houses for whoever wishes so. */
    List<Bed> free(UUID site, Takes wish, LocalDate from) {
        return beds("""
                bed.site = :id AND bed.wanting IS NULL AND stay.id IS NULL
                   AND bed.building IN (SELECT building.id FROM home.building WHERE building.takes IN ('ALL', '%s'))
                """.formatted(wish.name()), site, from);
    }

    private List<Bed> beds(String which, UUID id, LocalDate day) {
        return db.sql("""
                SELECT bed.bed AS id, bed.room, bed.room_number, bed.no, bed.area, bed.in_room, bed.wanting, stay.id AS stay, name.name_en, name.name_zh, stay.until_day AS until
                  FROM home.beds(:day, 'infinity') AS bed
                  LEFT JOIN LATERAL (SELECT * FROM home.stay WHERE stay.bed = bed.bed AND stay.void_at IS NULL AND (stay.until_day IS NULL OR stay.until_day >= :day)
                                      ORDER BY stay.from_day LIMIT 1) AS stay ON true
                  LEFT JOIN directory.name ON name.id = stay.person
                 WHERE\s""" + which + " ORDER BY bed.building, bed.room_number, bed.no")
                .param("id", id).param("day", day).query(Bed.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
