package org.probity.supply.traceability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink;
import org.probity.house.ui.Answer;
import org.probity.supply.traceability.Reading.Role;

/**
 * What SimpleEventQuery of EPCIS 2.0 (8.2.7.1) asks for, as conditions of one statement. Values of one parameter are alternatives, parameters hold
 * together. A parameter we do not know is refused, never overlooked: an answer to another question than the one that was asked would be worse than none.
 *
 * @param from where the page before ended
 */
record EventQuery(List<String> conditions, Map<String, Object> values, List<Naming> named, boolean byRecordTime, boolean up, int perPage, Optional<Place> from) {
    /** Of our own lists: the file in which it came. */
    static final String CAPTURE = "capture";
    /** Of our own lists: where it happened, as they show it. */
    static final String PLACE = "place";
    static final int PER_PAGE = 30;
    static final int PER_PAGE_MOST = 1_000;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Set<String> KINDS = Set.of("OBJECT", "AGGREGATION", "TRANSACTION", "TRANSFORMATION", "ASSOCIATION");
    private static final Set<String> ACTIONS = Set.of("ADD", "OBSERVE", "DELETE");
    /** They say enough by being there; or they are true. */
    private static final Set<String> ALONE = Set.of("EXISTS_errorDeclaration");
    private static final Set<String> YES = Set.of("true", "1");
    private static final String PATTERN = "urn:epc:idpat:";
    /** Of the browser and the choice of language; they ask nothing. */
    private static final Set<String> NO_QUESTION = Set.of("_csrf", "lang");
    private static final Pattern HASH = Pattern.compile("ni:///sha-256;([0-9a-f]{64})\\?ver=CBV2\\.0");

    /** That an event names one of these in one of these roles. */
    record Naming(Set<Role> roles, List<String> uris) {}

    /** The last event of a page: an order by time alone would lose those of one moment. */
    record Place(Instant at, long id) {
        String token() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Place> of(String token) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
                return parts.length == 2 ? Optional.of(new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]))).filter(it -> isATime(it.at())) : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** The database knows no other years, and nothing happened in them. */
    static boolean isATime(Instant at) {
        return !at.isBefore(FIRST) && at.isBefore(LAST);
    }

    /**
     * Refusals: {@code traceability.query-unknown} a parameter that is not supported; {@code traceability.query-value} a value that cannot be read; {@code traceability.query-pattern} a
     * pattern of names, which are asked for one by one here; {@code traceability.query-no-value} it says nothing.
     */
    static Answer<EventQuery> of(Map<String, List<String>> parameters) {
        return new Parser().parse(parameters);
    }

    private static final class Parser {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final List<Naming> named = new ArrayList<>();
        private final List<Answer.Reason> reasons = new ArrayList<>();
        private boolean byRecordTime;
        private boolean up;
        private int perPage = PER_PAGE;
        private @Nullable Place from;

        Answer<EventQuery> parse(Map<String, List<String>> parameters) {
            parameters.forEach((name, said) -> {
                var each = said.stream().flatMap(it -> Arrays.stream(it.split("\\|"))).map(String::strip).filter(it -> !it.isEmpty()).toList();
                if (NO_QUESTION.contains(name) || each.isEmpty() && name.equals("nextPageToken")) {
                    return;
                }
                if (ALONE.contains(name) && !YES.containsAll(each)) {
                    refuse(name, "traceability.query-value", each.getFirst());
                } else if (each.isEmpty() && !ALONE.contains(name)) {
                    refuse(name, "traceability.query-no-value", name);
                } else if (name.startsWith("MATCH_") && each.stream().anyMatch(it -> it.startsWith(PATTERN))) {
                    refuse(name, "traceability.query-pattern", name);
                } else {
                    take(name, each);
                }
            });
            return reasons.isEmpty() ? Answer.done(new EventQuery(List.copyOf(conditions), values, List.copyOf(named), byRecordTime, up, perPage, Optional.ofNullable(from))) : new Answer.Refused<>(reasons);
        }

        private void take(String name, List<String> said) {
            switch (name) {
                case "eventType" -> one(name, "event.kind", said.stream().map(it -> it.replaceFirst("Event$", "").toUpperCase(Locale.ROOT)).toList(), KINDS);
                case "EQ_action" -> one(name, "event.action", said, ACTIONS);
                case "EQ_bizStep" -> one("event.biz_step", said.stream().map(EventQuery::word).toList());
                case "EQ_disposition" -> one("event.disposition", said.stream().map(EventQuery::word).toList());
                case "EQ_readPoint" -> one("event.read_point", said.stream().map(DigitalLink::canonical).toList());
                case "EQ_bizLocation" -> one("event.biz_location", said.stream().map(DigitalLink::canonical).toList());
                case PLACE -> {
                    var places = value(said.stream().flatMap(it -> Stream.of(DigitalLink.canonical(it), Tables.address(it))).distinct().toArray(String[]::new));
                    conditions.add("(event.biz_location = ANY (" + places + ") OR event.biz_location IS NULL AND event.read_point = ANY (" + places + "))");
                }
                case "GE_eventTime" -> time(name, "event.happened_at >= ", said.getFirst());
                case "LT_eventTime" -> time(name, "event.happened_at < ", said.getFirst());
                case "GE_recordTime" -> time(name, "event.recorded_at >= ", said.getFirst());
                case "LT_recordTime" -> time(name, "event.recorded_at < ", said.getFirst());
                case "MATCH_epc", "MATCH_epcClass" -> kind("<>", EnumSet.of(Role.CHILD, Role.SEEN, Role.OUTPUT, Role.INPUT), said);
                case "MATCH_parentID" -> item(EnumSet.of(Role.PARENT), said);
                case "MATCH_inputEPC", "MATCH_inputEPCClass" -> kind("=", EnumSet.of(Role.INPUT), said);
                case "MATCH_outputEPC", "MATCH_outputEPCClass" -> kind("=", EnumSet.of(Role.OUTPUT), said);
                case "MATCH_anyEPC", "MATCH_anyEPCClass" -> item(EnumSet.complementOf(EnumSet.of(Role.POOL)), said);
                case "EQ_eventID" -> ids(said);
                case CAPTURE -> conditions.add("event.capture = " + value(org.probity.house.ui.Typed.id(said.getFirst()).orElse(new java.util.UUID(0, 0))));
                case "EXISTS_errorDeclaration" -> conditions.add("EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)");
                case "EQ_bizTransaction" -> conditions.add("EXISTS (SELECT FROM traceability.event_document AS named WHERE named.event = event.id AND named.uri = ANY (" + value(said.toArray(String[]::new)) + "))");
                case "orderBy" -> byRecordTime = choice(name, said.getFirst(), "recordTime", "eventTime");
                case "orderDirection" -> up = choice(name, said.getFirst(), "ASC", "DESC");
                case "perPage", "eventCountLimit" -> perPage = number(name, said.getFirst());
                case "nextPageToken" -> from = Place.of(said.getFirst()).orElseGet(() -> {
                    refuse(name, "traceability.query-value", said.getFirst());
                    return null;
                });
                default -> refuse(name, "traceability.query-unknown", name);
            }
        }

        private void one(String column, List<String> said) {
            conditions.add(column + " = ANY (" + value(said.toArray(String[]::new)) + ")");
        }

        private void one(String name, String column, List<String> said, Set<String> known) {
            said.stream().filter(it -> !known.contains(it)).findFirst().ifPresentOrElse(it -> refuse(name, "traceability.query-value", it), () -> one(column, said));
        }

        private void time(String name, String condition, String said) {
            try {
                var at = OffsetDateTime.parse(said);
                if (isATime(at.toInstant())) {
                    conditions.add(condition + value(at));
                } else {
                    refuse(name, "traceability.query-value", said);
                }
            } catch (DateTimeParseException e) {
                refuse(name, "traceability.query-value", said);
            }
        }

        private void kind(String is, Set<Role> roles, List<String> said) {
            conditions.add("event.kind " + is + " 'TRANSFORMATION'");
            item(roles, said);
        }

        private void item(Set<Role> roles, List<String> said) {
            named.add(new Naming(roles, said.stream().map(DigitalLink::canonical).toList()));
        }

        private void ids(List<String> said) {
            var hashes = said.stream().map(HASH::matcher).filter(java.util.regex.Matcher::matches).map(it -> HexFormat.of().parseHex(it.group(1))).toArray(byte[][]::new);
            conditions.add("(event.given_id = ANY (" + value(said.toArray(String[]::new)) + ") OR event.hash = ANY (" + value(hashes) + "))");
        }

        private boolean choice(String name, String said, String yes, String no) {
            if (!said.equals(yes) && !said.equals(no)) {
                refuse(name, "traceability.query-value", said);
            }
            return said.equals(yes);
        }

        private int number(String name, String said) {
            if (!said.matches("[1-9][0-9]{0,5}")) {
                refuse(name, "traceability.query-value", said);
                return PER_PAGE;
            }
            return Math.min(PER_PAGE_MOST, Integer.parseInt(said));
        }

        private String value(Object value) {
            var name = "v" + values.size();
            values.put(name, value);
            return ":" + name;
        }

        private void refuse(String name, String key, String said) {
            reasons.add(new Answer.Reason(name, key, List.of(said)));
        }
    }

    private static String word(String said) {
        var end = Math.max(said.lastIndexOf('-'), said.lastIndexOf(':'));
        return said.startsWith("https://ref.gs1.org/cbv/") || said.startsWith("urn:epcglobal:cbv:") ? said.substring(end + 1) : said;
    }

    /** With the events that name what it asks for: from the item to its events, since of ten million events few name it. */
    EventQuery resolved(Function<Naming, long[]> events) {
        var all = new ArrayList<>(conditions);
        var bound = new LinkedHashMap<>(values);
        for (var it : named) {
            var name = "v" + bound.size();
            all.add("event.id = ANY (:" + name + ")");
            bound.put(name, events.apply(it));
        }
        return new EventQuery(all, bound, List.of(), byRecordTime, up, perPage, from);
    }

    /** The time that the order goes by. */
    Instant time(Events.Line line) {
        return byRecordTime ? line.recordedAt() : line.happenedAt();
    }

    String where() {
        var all = new ArrayList<>(conditions);
        from.ifPresent(it -> all.add("(" + column() + ", event.id) " + (up ? ">" : "<") + " (:from_at, :from_id)"));
        return all.isEmpty() ? "true" : String.join(" AND ", all);
    }

    String order() {
        return column() + (up ? " ASC, event.id ASC" : " DESC, event.id DESC");
    }

    Map<String, Object> bound() {
        var all = new LinkedHashMap<>(values);
        from.ifPresent(it -> {
            all.put("from_at", OffsetDateTime.ofInstant(it.at(), ZoneOffset.UTC));
            all.put("from_id", it.id());
        });
        return all;
    }

    private String column() {
        return byRecordTime ? "event.recorded_at" : "event.happened_at";
    }
}
