package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Events that nobody sent, of all kinds and with all their fields now and then.
final class RandomEvents {

    private static final List<String> TEXTS = List.of("N", "007", "7", "12.50", "-0.0", "1e3", "true", "a \"b\" <c> & d", "硅锭", "\ud83d\ude00", "cbv:BizStep-packing",
            "urn:epcglobal:cbv:disp:active", "gs1:Mass", "https://id.gs1.org/01/09521321123458?a=b", "2026-03-02T00:00:00Z", "{x}", "\\", "a\nb");
    private static final List<String> NAMESPACES = List.of("https://helia.example/ns#", "urn:other:", "https://other.example/a/", "http://no.example/without-end");
    private static final List<String> THINGS = List.of("urn:epc:id:sgtin:9521321.012345.", "https://id.gs1.org/01/09521321123458/21/", "https://helia.example/bag/",
            "urn:epc:class:lgtin:9521321.012345.");
    private static final List<String> UNITS = List.of("KGM", "GRM", "H87", "MTK");

    private final Random random;

    RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    Event next() {
        Particulars particulars = new Particulars(
                maybe(() -> "urn:uuid:" + random.nextLong()),
                new When(instant(), List.of("+00:00", "-00:00", "+08:00", "-13:45", "+14:00").get(random.nextInt(5)), maybe(this::instant)),
                maybe(() -> new ErrorDeclaration(instant(), maybe(() -> Cbv.error("incorrect_data")), things(), extensions(1))),
                new Where(maybe(this::place), maybe(this::place)),
                new Why(maybe(() -> Cbv.bizStep("packing")), maybe(() -> "https://helia.example/state/1"), words(), words(), links(true), links(false), links(false)),
                list(this::sensor),
                list(() -> "https://helia.example/certificate/" + random.nextInt(9)),
                extensions(2));
        Action action = Action.values()[random.nextInt(3)];
        List<Quantity> quantities = list(this::quantity);
        return switch (random.nextInt(5)) {
            case 0 -> new Event.ObjectEvent(particulars, action, things(), quantities, action == Action.ADD ? extensions(2) : List.of());
            case 1 -> new Event.AggregationEvent(particulars, action, thing(), some(), quantities);
            case 2 -> new Event.TransactionEvent(with(particulars, new Why.Link(null, "x:order")), action, maybe(this::thing), things(), quantities);
            case 3 -> new Event.TransformationEvent(particulars, some(), quantities, some(), list(this::quantity), maybe(this::thing), extensions(2));
            default -> new Event.AssociationEvent(particulars, action, thing(), some(), quantities);
        };
    }

    private static Particulars with(Particulars particulars, Why.Link transaction) {
        return new Particulars(particulars.id(), particulars.when(), particulars.error(), particulars.where(), particulars.why().withTransactions(List.of(transaction)), particulars.sensors(),
                particulars.certifications(), particulars.extensions());
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_214_400L), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private String thing() {
        return THINGS.get(random.nextInt(THINGS.size())) + random.nextInt(1_000);
    }

    private List<String> things() {
        return list(this::thing);
    }

    private List<String> some() {
        List<String> things = new ArrayList<>(things());
        things.add(thing());
        return things;
    }

    private List<String> words() {
        return list(() -> Cbv.disposition("recalled"));
    }

    private List<Why.Link> links(boolean transactions) {
        return list(() -> new Why.Link(transactions ? maybe(() -> Cbv.transaction("po")) : Cbv.party("owning_party"), thing()));
    }

    private Where.Place place() {
        return new Where.Place("urn:epc:id:sgln:9521321.00001." + random.nextInt(3), extensions(1));
    }

    private Quantity quantity() {
        BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 1L << random.nextInt(2, 62)), random.nextInt(12));
        BigDecimal plain = amount.stripTrailingZeros();
        return new Quantity(thing(), maybe(() -> plain.scale() < 0 ? plain.setScale(0) : plain), maybe(() -> UNITS.get(random.nextInt(UNITS.size()))));
    }

    private SensorElement sensor() {
        List<SensorElement.Fact> metadata = random.nextBoolean() ? List.of() : List.of(new SensorElement.Fact(SensorField.TIME, instant().toString()));
        return new SensorElement(metadata, extensions(1), list(() -> new SensorElement.Report(
                        List.of(
                                new SensorElement.Fact(SensorField.TYPE, Cbv.Kind.MEASUREMENT.address("Mass")),
                                new SensorElement.Fact(SensorField.VALUE, "" + random.nextInt(100)),
                                new SensorElement.Fact(SensorField.BOOLEAN_VALUE, "" + random.nextBoolean()),
                                // XML makes a blank of a line's end in an attribute.
                                new SensorElement.Fact(SensorField.STRING_VALUE, text().replace('\n', ' '))),
                        extensions(1))),
                extensions(1));
    }

    private List<Extension> extensions(int depth) {
        // Fields of one name stand together, as both syntaxes give them back.
        List<Extension> extensions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
            String name = "field" + i;
            for (int j = random.nextInt(3); j >= 0; j--) {
                extensions.add(new Extension(namespace, name, maybe(this::text), depth == 0 ? List.of() : extensions(depth - 1)));
            }
        }
        return extensions;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
