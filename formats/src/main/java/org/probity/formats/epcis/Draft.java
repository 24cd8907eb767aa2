package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Member.Type;
import org.probity.formats.epcis.Reading.Reason;

/// An event while it is being read, from either syntax: takes what stands there as text, keeps it as what it means, and notes what cannot be.
/// One draft serves all events of a document.
final class Draft {

    private final IntSupplier line;
    final EnumSet<Member> seen = EnumSet.noneOf(Member.class);
    final List<Reading.Refusal> refusals = new ArrayList<>();
    private long number;
    private boolean ownFields;

    @Nullable Type type;
    private @Nullable Instant time;
    private @Nullable String zone;
    private @Nullable Instant recorded;
    private @Nullable String id;
    @Nullable Action action;
    @Nullable String parent;
    @Nullable String transformation;
    private @Nullable String step;
    private @Nullable String disposition;
    Where.@Nullable Place readPoint;
    Where.@Nullable Place location;
    @Nullable ErrorDeclaration error;
    final List<String> certifications = new ArrayList<>();
    final List<String> things = new ArrayList<>();
    final List<String> outputs = new ArrayList<>();
    final List<Quantity> quantities = new ArrayList<>();
    final List<Quantity> outputQuantities = new ArrayList<>();
    final List<String> set = new ArrayList<>();
    final List<String> unset = new ArrayList<>();
    final List<Why.Link> transactions = new ArrayList<>();
    final List<Why.Link> sources = new ArrayList<>();
    final List<Why.Link> destinations = new ArrayList<>();
    final List<SensorElement> sensors = new ArrayList<>();
    final List<Extension> ilmd = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();

    /// @param line where the reader stands
    Draft(IntSupplier line) {
        this.line = line;
    }

    void begin(long number) {
        this.number = number;
        seen.clear();
        refusals.clear();
        ownFields = false;
        type = null;
        time = null;
        zone = null;
        recorded = null;
        id = null;
        action = null;
        parent = null;
        transformation = null;
        step = null;
        disposition = null;
        readPoint = null;
        location = null;
        error = null;
        certifications.clear();
        things.clear();
        outputs.clear();
        quantities.clear();
        outputQuantities.clear();
        set.clear();
        unset.clear();
        transactions.clear();
        sources.clear();
        destinations.clear();
        sensors.clear();
        ilmd.clear();
        extensions.clear();
    }

    void refuse(String path, Reason reason, Object... args) {
        if (refusals.size() < 50) {
            refusals.add(new Reading.Refusal(new Position(number, path, line.getAsInt()), reason, List.of(args)));
        }
    }

    /// Notes that the field stands there; false if it did already.
    boolean first(Member member) {
        if (seen.add(member)) {
            return true;
        }
        refuse(member.label, Reason.TWICE, member.label);
        return false;
    }

    /// XML has an order. Real senders do not keep it beyond this: the time stands first.
    void inOrder(Member member) {
        if (member.ordinal() >= Member.ACTION.ordinal()) {
            ownFields = true;
        } else if (ownFields && member == Member.EVENT_TIME) {
            refuse(member.label, Reason.WRONG_ORDER, member.label);
        }
    }

    /// An empty field says nothing, as if it did not stand there.
    void forget(Member member) {
        seen.remove(member);
    }

    /// A field whose value is one text.
    void take(Member member, String text) {
        switch (member) {
            case TYPE -> {
                type = Type.named(text);
                if (type == null) {
                    refuse(member.label, Reason.UNKNOWN_EVENT, text);
                }
            }
            case EVENT_TIME -> time = time(member.label, text);
            case RECORD_TIME -> recorded = time(member.label, text);
            case EVENT_TIME_ZONE_OFFSET -> {
                if (text.length() == 6 && Time.offsetSeconds(text, 0) != Time.NO_OFFSET) {
                    zone = text;
                } else {
                    refuse(member.label, Reason.WRONG_ZONE, text);
                }
            }
            case EVENT_ID -> id = address(member.label, text);
            case ACTION -> {
                action = switch (text) {
                    case "ADD" -> Action.ADD;
                    case "OBSERVE" -> Action.OBSERVE;
                    case "DELETE" -> Action.DELETE;
                    default -> null;
                };
                if (action == null) {
                    refuse(member.label, Reason.WRONG_ACTION, text);
                }
            }
            case PARENT_ID -> parent = address(member.label, text);
            case TRANSFORMATION_ID -> transformation = address(member.label, text);
            case BIZ_STEP -> step = word(member.label, Cbv.Kind.BIZ_STEP, text);
            case DISPOSITION -> disposition = word(member.label, Cbv.Kind.DISPOSITION, text);
            case CERTIFICATION_INFO -> certifications.add(address(member.label, text));
            case COMMENT -> {
                // Remarks are no part of an event (RDF Schema).
            }
            default -> refuse(member.label, Reason.WRONG_TYPE, text);
        }
    }

    @Nullable Instant time(String path, String text) {
        Instant read = Time.read(text);
        if (read == null) {
            refuse(path, Reason.WRONG_TIME, text);
        }
        return read;
    }

    String address(String path, String text) {
        if (!Address.isUri(text)) {
            refuse(path, Reason.WRONG_ADDRESS, text);
        }
        return text;
    }

    String word(String path, Cbv.Kind kind, String text) {
        String address = kind.read(text);
        if (address == null || !Address.isUri(address)) {
            refuse(path, Reason.UNKNOWN_WORD, text);
            return text;
        }
        return address;
    }

    @Nullable BigDecimal amount(String path, String text) {
        BigDecimal amount = Numbers.exact(text);
        if (amount == null || amount.signum() <= 0) {
            refuse(path, Reason.WRONG_AMOUNT, text);
            return null;
        }
        return amount;
    }

    String unit(String path, String text) {
        if (!Numbers.isUnit(text)) {
            refuse(path, Reason.WRONG_UNIT, text);
        }
        return text;
    }

    /// One fact of a sensor, in the one form in which both syntaxes give it.
    SensorElement.Fact fact(String path, SensorField field, String text) {
        return new SensorElement.Fact(field, switch (field.kind) {
            case TIME -> {
                Instant read = time(path, text);
                yield read == null ? text : read.toString();
            }
            case NUMBER -> {
                BigDecimal number = Numbers.exact(text);
                if (number == null) {
                    refuse(path, Reason.WRONG_NUMBER, text);
                    yield text;
                }
                yield number.toPlainString();
            }
            case TRUTH -> switch (text) {
                case "true", "1" -> "true";
                case "false", "0" -> "false";
                default -> {
                    refuse(path, Reason.WRONG_TYPE, text);
                    yield text;
                }
            };
            case ADDRESS -> address(path, text);
            case MEASUREMENT -> word(path, Cbv.Kind.MEASUREMENT, text);
            case COMPONENT -> word(path, Cbv.Kind.COMPONENT, text);
            case TEXT -> text;
        });
    }

    /// The event, or null if something in it was refused.
    @Nullable Event finish() {
        if (type == null) {
            if (!seen.contains(Member.TYPE)) {
                refuse("", Reason.MISSING, Member.TYPE.label);
            }
            // Without a kind there is no telling what else is wrong.
            return null;
        }
        new Required(this).check(type);
        return refusals.isEmpty() && time != null && zone != null ? event(type, time, zone) : null;
    }

    private Event event(Type type, Instant time, String zone) {
        Why why = new Why(step, disposition, set, unset, transactions, sources, destinations);
        Particulars particulars = new Particulars(id, new When(time, zone, recorded), error, new Where(readPoint, location), why, sensors, certifications, extensions);
        return switch (type) {
            case OBJECT -> new Event.ObjectEvent(particulars, there(action), things, quantities, ilmd);
            case AGGREGATION -> new Event.AggregationEvent(particulars, there(action), parent, things, quantities);
            case TRANSACTION -> new Event.TransactionEvent(particulars, there(action), parent, things, quantities);
            case TRANSFORMATION -> new Event.TransformationEvent(particulars, things, quantities, outputs, outputQuantities, transformation, ilmd);
            case ASSOCIATION -> new Event.AssociationEvent(particulars, there(action), there(parent), things, quantities);
        };
    }

    /// What the rules above have already asked for.
    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
