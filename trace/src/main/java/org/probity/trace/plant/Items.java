package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each item is and what it is called. Five bytes are kept of each, and the name is written when somebody asks. */
public final class Items {

    /** One kind of item as made in one place: it has a trade item number of its own. */
    private record Make(Kind kind, Place place, String number) {}

    private final List<Make> makes = new ArrayList<>();
    private final Map<Kind, Map<Place, Integer>> known = new HashMap<>();
    private final List<int[]> last = new ArrayList<>();
    private byte[] make = new byte[1 << 10];
    private int[] ordinal = new int[1 << 10];
    private int size;

    Items() {}

    int add(Kind kind, Place place) {
        int at = known.computeIfAbsent(kind, k -> new HashMap<>()).computeIfAbsent(place, p -> {
            makes.add(new Make(kind, p, number(kind, p)));
            last.add(new int[1]);
            return makes.size() - 1;
        });
        if (size == make.length) {
            make = Arrays.copyOf(make, size * 2);
            ordinal = Arrays.copyOf(ordinal, size * 2);
        }
        make[size] = (byte) at;
        ordinal[size] = ++last.get(at)[0];
        return size++;
    }

    private static String number(Kind kind, Place place) {
        return switch (kind.named()) {
            case BY_LOT, BY_SERIAL -> Gs1.checked("0" + place.prefix() + Gs1.padded(kind.ordinal() * 100L + place.ordinal(), 5));
            case AS_ASSET -> place.prefix() + kind.name().charAt(0) + place.ordinal() + "-";
            case AS_LOAD -> kind.ordinal() % 10 + place.prefix();
        };
    }

    /** How many there are so far. */
    public int size() {
        return size;
    }

    public Kind kind(int item) {
        return makes.get(make[item]).kind();
    }

    /** Where it was made. */
    public Place madeAt(int item) {
        return makes.get(make[item]).place();
    }

    /** Its Digital Link. */
    public String uri(int item) {
        Make of = makes.get(make[item]);
        int at = ordinal[item];
        return switch (of.kind().named()) {
            case BY_LOT -> Gs1.lot(of.number(), of.kind().name().charAt(0) + Gs1.padded(at, 7));
            case BY_SERIAL -> Gs1.serial(of.number(), "HM" + Gs1.padded(at, 9));
            case AS_ASSET -> Gs1.asset("", of.number() + Gs1.padded(at, 5));
            case AS_LOAD -> Gs1.load(Gs1.checked(of.number() + Gs1.padded(at, 9)));
        };
    }
}
