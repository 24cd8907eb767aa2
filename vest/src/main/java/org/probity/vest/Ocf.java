package org.probity.vest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Period;
import org.probity.vest.Condition.Trigger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grants in the open cap-table format: issuances to people, the terms they name, and what became of them. Files are read together, each a package or a list of items; other objects of
 * the format are left as they are. Dated parts in an issuance win over the terms it names, as the format says; what is odd and can be read is a warning.
 */
public final class Ocf {
    private static final int BYTES = 16 << 20;
    private static final int GRANTS = 100_000;
    private static final int FAULTS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Ocf() {}

    public enum Reason {
        /** No JSON, or too long. */ DAMAGED,
        /** A member is missing or makes no sense. */ MEMBER,
        /** An issuance names terms that are not there. */ NO_TERMS,
        /** A security is issued twice. */ TWICE,
        /** The dated parts are not the quantity, or a part of a share is granted. */ QUANTITY,
        /** Two leaves at once, or the like. */ FACTS,
        /** The terms are wrong; see {@link Terms.Reason}. */ TERMS
    }

    public sealed interface Reading {
        record Read(List<Held> grants, Map<String, Named> terms) implements Reading {}

        /** @param at the object and member, or the step of the terms */
        record Unreadable(Reason reason, Optional<Terms.Reason> terms, String at) implements Reading {}
    }

    public record Named(String id, String name, String description, Terms terms) {}

    public enum Warning { PARTS_BEFORE_TERMS, TWO_STARTS }

    /** @param terms what its vesting follows; empty: the days are in the grant, or nothing is waited for */
    public record Held(String security, String custom, String stakeholder, String compensation, Optional<String> terms, Grant grant, Facts facts, List<Warning> warnings) {}

    private static final class Refused extends Exception {
        private final transient Reading.Unreadable answer;

        Refused(Reason reason, String at) {
            this(new Reading.Unreadable(reason, Optional.empty(), at));
        }

        Refused(Reading.Unreadable answer) {
            super(answer.toString(), null, false, false);
            this.answer = answer;
        }
    }

    /** The grants when nothing is wrong with them; otherwise the first fault. */
    public static Reading read(List<byte[]> files) {
        var all = check(files);
        return all.faults().isEmpty() ? all.read().orElseThrow() : all.faults().getFirst();
    }

    /**
     * Everything a package says, and everything that is wrong with it.
     *
     * @param read empty when there is a fault @param numbers under which the issuer knows a stakeholder, by the stakeholder's id @param prices of exercise, by security: amount and currency
     */
    public record Checked(Optional<Reading.Read> read, List<Reading.Unreadable> faults, Map<String, String> numbers, Map<String, String> prices) {}

    public static Checked check(List<byte[]> files) {
        List<ObjectNode> objects;
        try {
            objects = objects(files);
        } catch (Refused refused) {
            return new Checked(Optional.empty(), List.of(refused.answer), Map.of(), Map.of());
        }
        var faults = new ArrayList<Reading.Unreadable>();
        var read = understood(objects, faults);
        var numbers = new LinkedHashMap<String, String>();
        of(objects, "STAKEHOLDER").forEach(it -> numbers.put(it.path("id").asString(""), it.path("issuer_assigned_id").asString(it.path("id").asString(""))));
        var prices = new LinkedHashMap<String, String>();
        objects.stream().filter(it -> it.path("exercise_price").isObject()).forEach(it -> prices.put(it.path("security_id").asString(""),
                it.path("exercise_price").path("amount").asString("") + " " + it.path("exercise_price").path("currency").asString("")));
        return new Checked(faults.isEmpty() ? Optional.of(read) : Optional.empty(), List.copyOf(faults), numbers, prices);
    }

    private static List<ObjectNode> objects(List<byte[]> files) throws Refused {
        var objects = new ArrayList<ObjectNode>();
        for (var file : files) {
            if (file.length > BYTES) {
                throw new Refused(Reason.DAMAGED, "");
            }
            JsonNode whole;
            try {
                whole = JSON.readTree(file);
            } catch (JacksonException broken) {
                throw new Refused(Reason.DAMAGED, "");
            }
            if (!(whole instanceof ObjectNode members)) {
                throw new Refused(Reason.DAMAGED, "");
            }
            for (var member : members.properties()) {
                if (member.getValue() instanceof ArrayNode list) {
                    list.forEach(it -> {
                        if (it instanceof ObjectNode object && object.path("object_type").isString()) {
                            objects.add(object);
                        }
                    });
                }
            }
        }
        return objects;
    }

    private static Reading.Read understood(List<ObjectNode> objects, List<Reading.Unreadable> faults) {
        var terms = new LinkedHashMap<String, Named>();
        var spoilt = new HashSet<String>();
        for (var it : of(objects, "VESTING_TERMS")) {
            try {
                terms.put(text(it, "id"), terms(it));
            } catch (Refused refused) {
                faults.add(refused.answer);
                spoilt.add(it.path("id").asString(""));
            }
        }
        var became = new LinkedHashMap<String, List<ObjectNode>>();
        for (var it : objects) {
            if (it.path("security_id").isString()) {
                became.computeIfAbsent(it.path("security_id").stringValue(), _ -> new ArrayList<>()).add(it);
            }
        }
        var grants = new LinkedHashMap<String, Held>();
        for (var it : objects) {
            var type = it.path("object_type").asString("");
            if (!type.equals("TX_EQUITY_COMPENSATION_ISSUANCE") && !type.equals("TX_PLAN_SECURITY_ISSUANCE") || spoilt.contains(it.path("vesting_terms_id").asString("-"))) {
                continue;
            }
            try {
                var held = held(it, terms, became.getOrDefault(text(it, "security_id"), List.of()));
                if (grants.put(held.security(), held) != null) {
                    throw new Refused(Reason.TWICE, held.security());
                }
            } catch (Refused refused) {
                faults.add(refused.answer);
            }
            if (grants.size() > GRANTS || faults.size() > FAULTS) {
                faults.add(new Reading.Unreadable(Reason.DAMAGED, Optional.empty(), ""));
                break;
            }
        }
        return new Reading.Read(List.copyOf(grants.values()), terms);
    }

    private static List<ObjectNode> of(List<ObjectNode> objects, String type) {
        return objects.stream().filter(it -> it.path("object_type").asString().equals(type)).toList();
    }

    private static Held held(ObjectNode issuance, Map<String, Named> terms, List<ObjectNode> became) throws Refused {
        var security = text(issuance, "security_id");
        var day = day(issuance, "date");
        var quantity = number(issuance, "quantity");
        var warnings = new ArrayList<Warning>();
        var named = issuance.path("vesting_terms_id").isString() ? Optional.of(text(issuance, "vesting_terms_id")) : Optional.<String>empty();
        Grant.Plan plan;
        if (issuance.path("vestings") instanceof ArrayNode parts && !parts.isEmpty()) {
            var dated = new ArrayList<Grant.Part>();
            for (var part : parts) {
                dated.add(new Grant.Part(day(part, "date"), number(part, "amount")));
            }
            if (named.isPresent()) {
                warnings.add(Warning.PARTS_BEFORE_TERMS);
                named = Optional.empty();
            }
            plan = new Grant.Plan.Dated(dated);
        } else if (named.isPresent()) {
            var found = terms.get(named.get());
            if (found == null) {
                throw new Refused(Reason.NO_TERMS, named.get());
            }
            plan = new Grant.Plan.ByTerms(found.terms());
        } else {
            plan = new Grant.Plan.AtOnce();
        }
        Grant grant;
        try {
            grant = new Grant(day, quantity, plan);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(Reason.QUANTITY, security);
        }
        return new Held(security, issuance.path("custom_id").asString(""), issuance.path("stakeholder_id").asString(""), issuance.path("compensation_type").asString(""), named, grant,
                facts(became, warnings), warnings);
    }

    private static Facts facts(List<ObjectNode> became, List<Warning> warnings) throws Refused {
        var starts = new ArrayList<Facts.Happened>();
        var events = new ArrayList<Facts.Happened>();
        var sooner = new ArrayList<Facts.Sooner>();
        for (var it : became) {
            switch (text(it, "object_type")) {
                case "TX_VESTING_START" -> {
                    var condition = text(it, "vesting_condition_id");
                    if (starts.stream().anyMatch(start -> start.condition().equals(condition))) {
                        warnings.add(Warning.TWO_STARTS);
                    }
                    starts.add(new Facts.Happened(condition, day(it, "date")));
                }
                case "TX_VESTING_EVENT" -> events.add(new Facts.Happened(text(it, "vesting_condition_id"), day(it, "date")));
                case "TX_VESTING_ACCELERATION" -> sooner.add(new Facts.Sooner(day(it, "date"), number(it, "quantity")));
                default -> { }
            }
        }
        try {
            return new Facts(starts, events, List.of(), sooner, List.of(), Optional.empty());
        } catch (IllegalArgumentException wrong) {
            throw new Refused(Reason.FACTS, "");
        }
    }

    private static Named terms(ObjectNode json) throws Refused {
        var id = text(json, "id");
        Allocation allocation;
        try {
            allocation = Allocation.valueOf(text(json, "allocation_type"));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Reason.MEMBER, id + ".allocation_type");
        }
        if (!(json.path("vesting_conditions") instanceof ArrayNode list)) {
            throw new Refused(Reason.MEMBER, id + ".vesting_conditions");
        }
        var conditions = new ArrayList<Condition>();
        for (var it : list) {
            conditions.add(condition(it));
        }
        var wrong = Terms.wrong(conditions);
        if (wrong.isPresent()) {
            throw new Refused(new Reading.Unreadable(Reason.TERMS, Optional.of(wrong.get().reason()), wrong.get().step()));
        }
        return new Named(id, json.path("name").asString(""), json.path("description").asString(""), Terms.of(allocation, conditions));
    }

    private static Condition condition(JsonNode json) throws Refused {
        var id = text(json, "id");
        var next = new ArrayList<String>();
        for (var it : json.path("next_condition_ids")) {
            next.add(it.asString(""));
        }
        return new Condition(id, brings(json), trigger(json.path("trigger"), id), next);
    }

    private static Brings brings(JsonNode json) throws Refused {
        var portion = json.path("portion");
        if (portion.isObject()) {
            var denominator = number(portion, "denominator");
            if (denominator.signum() <= 0) {
                throw new Refused(Reason.MEMBER, text(json, "id") + ".portion");
            }
            return new Brings.Share(number(portion, "numerator").divide(denominator), portion.path("remainder").asBoolean(false));
        }
        // A step that brings neither is one that only leads on.
        return json.has("quantity") ? new Brings.Number(number(json, "quantity")) : new Brings.Share(BigFraction.ZERO, false);
    }

    private static Trigger trigger(JsonNode json, String id) throws Refused {
        return switch (json.path("type").asString("")) {
            case "VESTING_START_DATE" -> new Trigger.Start();
            case "VESTING_SCHEDULE_ABSOLUTE" -> new Trigger.On(day(json, "date"));
            case "VESTING_EVENT" -> new Trigger.Happens();
            case "VESTING_SCHEDULE_RELATIVE" -> new Trigger.After(period(json.path("period"), id), text(json, "relative_to_condition_id"));
            default -> throw new Refused(Reason.MEMBER, id + ".trigger");
        };
    }

    private static Period period(JsonNode json, String id) throws Refused {
        var months = switch (json.path("type").asString("")) {
            case "MONTHS" -> true;
            case "DAYS" -> false;
            default -> throw new Refused(Reason.MEMBER, id + ".period");
        };
        if (!json.path("length").isInt() || !json.path("occurrences").isInt()) {
            throw new Refused(Reason.MEMBER, id + ".period");
        }
        var word = json.path("day_of_month").asString("");
        var number = word.length() > 2 ? word.substring(0, 2) : word;
        var start = !months || word.startsWith("VESTING_START_DAY");
        if (!start && (!number.matches("[0-3][0-9]") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > 31)) {
            throw new Refused(Reason.MEMBER, id + ".day_of_month");
        }
        return new Period(json.path("length").intValue(), months, json.path("occurrences").intValue(), start ? 0 : Integer.parseInt(number), json.path("cliff_installment").asInt(0));
    }

    private static String text(JsonNode json, String member) throws Refused {
        if (!json.path(member).isString()) {
            throw new Refused(Reason.MEMBER, json.path("id").asString("") + "." + member);
        }
        return json.path(member).stringValue();
    }

    private static LocalDate day(JsonNode json, String member) throws Refused {
        try {
            var day = LocalDate.parse(text(json, member));
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException wrong) {
            // Said below, as for a day out of all reason.
        }
        throw new Refused(Reason.MEMBER, json.path("id").asString("") + "." + member);
    }

    private static BigFraction number(JsonNode json, String member) throws Refused {
        var text = text(json, member);
        if (!text.matches("[+-]?[0-9]{1,18}(\\.[0-9]{1,10})?")) {
            throw new Refused(Reason.MEMBER, json.path("id").asString("") + "." + member);
        }
        return Round.of(new BigDecimal(text));
    }

    /**
     * What stands around grants in a package.
     *
     * @param price of exercise of options, in {@code currency} @param stakeholders their names by id
     */
    public record Frame(String plan, String name, long reserved, BigDecimal price, String currency, Map<String, String> stakeholders) {}

    /** A whole package: the plan, who holds something, terms, grants, and what became of them. */
    public static byte[] write(Frame frame, List<Named> terms, List<Held> grants) {
        var whole = whole(terms, grants);
        ((ArrayNode) whole.get("stockClasses")).addObject().put("id", "common").put("object_type", "STOCK_CLASS").put("name", "Ordinary shares").put("class_type", "COMMON").put("default_id_prefix", "CS-")
                .put("initial_shares_authorized", "NOT APPLICABLE").put("votes_per_share", "1").put("seniority", "1");
        var plan = ((ArrayNode) whole.get("stockPlans")).addObject().put("id", frame.plan()).put("object_type", "STOCK_PLAN").put("plan_name", frame.name()).put("initial_shares_reserved", String.valueOf(frame.reserved()))
                .put("default_cancellation_behavior", "RETURN_TO_POOL");
        plan.putArray("stock_class_ids").add("common");
        var people = (ArrayNode) whole.get("stakeholders");
        frame.stakeholders().forEach((id, name) -> people.addObject().put("id", id).put("object_type", "STAKEHOLDER").put("stakeholder_type", "INDIVIDUAL").put("issuer_assigned_id", id).putObject("name").put("legal_name", name));
        for (var it : whole.get("transactions")) {
            if (it instanceof ObjectNode issuance && issuance.path("object_type").asString("").equals("TX_EQUITY_COMPENSATION_ISSUANCE")) {
                issuance.put("stock_plan_id", frame.plan()).put("early_exercisable", false);
                if (issuance.path("compensation_type").asString("").startsWith("OPTION")) {
                    issuance.putObject("exercise_price").put("amount", frame.price().toPlainString()).put("currency", frame.currency());
                }
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    /** One package with these terms and grants, and what became of them. Leave and divided shares have no word in the format: what follows from them is written as dated parts. */
    public static byte[] write(List<Named> terms, List<Held> grants) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole(terms, grants));
    }

    private static ObjectNode whole(List<Named> terms, List<Held> grants) {
        var whole = JSON.createObjectNode();
        for (var part : List.of("manifest", "stakeholders", "stockClasses", "transactions", "stockLegends", "stockPlans", "vestingTerms", "valuations")) {
            whole.putArray(part);
        }
        terms.forEach(it -> write(it, ((ArrayNode) whole.get("vestingTerms")).addObject()));
        var transactions = (ArrayNode) whole.get("transactions");
        grants.forEach(it -> write(it, transactions));
        return whole;
    }

    private static void write(Held held, ArrayNode transactions) {
        var plain = held.facts().pauses().isEmpty() && held.facts().splits().isEmpty() && held.facts().ended().isEmpty();
        var issuance = transactions.addObject();
        issuance.put("id", held.security() + "-issued").put("object_type", "TX_EQUITY_COMPENSATION_ISSUANCE").put("date", held.grant().day().toString())
                .put("security_id", held.security()).put("custom_id", held.custom()).put("stakeholder_id", held.stakeholder()).put("compensation_type", held.compensation());
        issuance.putArray("security_law_exemptions");
        issuance.putArray("termination_exercise_windows");
        issuance.putNull("expiration_date");
        if (plain && held.grant().plan() instanceof Grant.Plan.ByTerms) {
            issuance.put("quantity", decimal(held.grant().quantity())).put("vesting_terms_id", held.terms().orElseThrow());
            var no = 0;
            for (var it : held.facts().starts()) {
                transaction(transactions, held.security() + "-start-" + ++no, "TX_VESTING_START", held.security(), it.day()).put("vesting_condition_id", it.condition());
            }
            for (var it : held.facts().events()) {
                transaction(transactions, held.security() + "-event-" + ++no, "TX_VESTING_EVENT", held.security(), it.day()).put("vesting_condition_id", it.condition());
            }
            for (var it : held.facts().sooner()) {
                transaction(transactions, held.security() + "-sooner-" + ++no, "TX_VESTING_ACCELERATION", held.security(), it.day()).put("quantity", decimal(it.quantity())).put("reason_text", "-");
            }
            return;
        }
        var end = LocalDate.of(2200, 1, 1);
        var parts = held.grant().plan() instanceof Grant.Plan.Dated(var dated) && plain ? dated
                : new Vesting(held.grant(), held.facts()).instalments(end).stream().map(it -> new Grant.Part(it.day(), it.amount())).toList();
        issuance.put("quantity", decimal(parts.stream().map(Grant.Part::amount).reduce(BigFraction.ZERO, BigFraction::add)));
        var list = issuance.putArray("vestings");
        parts.forEach(it -> list.addObject().put("date", it.day().toString()).put("amount", decimal(it.amount())));
    }

    private static ObjectNode transaction(ArrayNode transactions, String id, String type, String security, LocalDate day) {
        return transactions.addObject().put("id", id).put("object_type", type).put("security_id", security).put("date", day.toString());
    }

    private static void write(Named named, ObjectNode json) {
        json.put("id", named.id()).put("object_type", "VESTING_TERMS").put("name", named.name()).put("description", named.description())
                .put("allocation_type", named.terms().allocation().name());
        var list = json.putArray("vesting_conditions");
        for (var it : named.terms().conditions()) {
            var condition = list.addObject().put("id", it.id());
            switch (it.brings()) {
                case Brings.Number(var of) -> condition.put("quantity", decimal(of));
                case Brings.Share(var of, var remainder) -> condition.putObject("portion").put("numerator", of.getNumerator().toString()).put("denominator", of.getDenominator().toString())
                        .put("remainder", remainder);
            }
            var trigger = condition.putObject("trigger");
            switch (it.trigger()) {
                case Trigger.Start() -> trigger.put("type", "VESTING_START_DATE");
                case Trigger.On(var day) -> trigger.put("type", "VESTING_SCHEDULE_ABSOLUTE").put("date", day.toString());
                case Trigger.Happens() -> trigger.put("type", "VESTING_EVENT");
                case Trigger.After(var period, var base) -> {
                    var of = trigger.put("type", "VESTING_SCHEDULE_RELATIVE").put("relative_to_condition_id", base).putObject("period").put("length", period.length())
                            .put("type", period.months() ? "MONTHS" : "DAYS").put("occurrences", period.occurrences());
                    if (period.months()) {
                        of.put("day_of_month", period.dayOfMonth() == 0 ? "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH" : "%02d%s".formatted(period.dayOfMonth(), period.dayOfMonth() > 28 ? "_OR_LAST_DAY_OF_MONTH" : ""));
                    }
                    if (period.cliff() > 1) {
                        of.put("cliff_installment", period.cliff());
                    }
                }
            }
            var next = condition.putArray("next_condition_ids");
            it.next().forEach(next::add);
        }
    }

    /** A number with at most ten places, as the format wants it; more are cut. */
    private static String decimal(BigFraction number) {
        var cut = number.getNumerator().multiply(BigInteger.TEN.pow(10)).divide(number.getDenominator());
        var plain = new BigDecimal(cut, 10).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
