package org.probity.trace.plant;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A solar maker from its mines to its containers, made up as it goes.
 *
 * {@snippet :
 * var plant = new Plant(Size.small(7, LocalDate.of(2026, 3, 1), 30), happening -> keep(happening.step()));
 * plant.run();
 * plant.items().uri(0);
 * }
 *
 * <p>Whatever works takes what lies before it, oldest first, and stops while enough waits behind it. So nothing is used before it was made, and a plant of any
 * size keeps its balance. It holds what lies in stock and five bytes of every item, nothing else.
 */
public final class Plant {
    /** The plant's clock: no summer time. */
    public static final ZoneOffset CLOCK = ZoneOffset.ofHours(8);

    /** Cells of a rod of 535 kg, in modules; see the sizes at {@link Crystal}, {@link Saw} and {@link CellLine}. */
    private static final int MODULES_A_ROD = 385;
    private static final long KILO = 1_000;
    private static final long TONNE = 1_000_000;
    private static final long DAY = Workplace.DAY;
    private static final long HOUR = Workplace.HOUR;

    private final Diary diary;
    private final Dice dice;
    private final Size size;
    private final long begins;
    private final PriorityQueue<Workplace> places = new PriorityQueue<>();
    private int order;

    public Plant(Size size, Consumer<Happening> reader) {
        this.diary = new Diary(reader);
        this.dice = new Dice(size.seed());
        this.size = size;
        this.begins = size.firstDay().atStartOfDay().toEpochSecond(CLOCK);
        build();
    }

    /** Names and kinds of the items that came so far. */
    public Items items() {
        return diary.items;
    }

    /** Everything, to the end of the last day. */
    public void run() {
        runUntil(begins + size.days() * DAY);
    }

    /** What happens before that moment; a later call goes on from there. */
    public void runUntil(long second) {
        while (places.element().next < second) {
            Workplace first = places.remove();
            first.next = first.act(first.next);
            places.add(first);
        }
    }

    /** From the far end on; each tier begins some weeks before the first day, so that the lines have cells when it comes. */
    private void build() {
        long polyADay = size.modulesADay() * 535 * KILO / MODULES_A_ROD;
        int rodsADay = Math.ceilDiv(size.modulesADay(), MODULES_A_ROD);

        List<Stock> metals = List.of(new Stock(), new Stock());
        List<Crystal> works = List.of(
                new Crystal(diary, dice, Place.CRYSTAL_NORTH, size.reclaimPerMille(), size.recharged(), false),
                new Crystal(diary, dice, Place.CRYSTAL_SOUTH, size.reclaimPerMille(), size.recharged(), size.pooled()));
        Stock wafers = new Stock();
        CellLine.Rack rack = new CellLine.Rack();

        long tap = between(4 * TONNE, polyADay, 25 * TONNE);
        List<Place> furnaces = List.of(Place.EMBERHOLT, Place.KARSTAD);
        List<Place> reactors = List.of(Place.NORTHLIGHT, Place.BLUEWATER);
        for (int i = 0; i < 2; i++) {
            Stock quartz = new Stock();
            long shipment = between(60 * TONNE, polyADay * 25, 2_500 * TONNE);
            for (Place mine : Place.mines().subList(2 * i, 2 * i + 2)) {
                Lorry rail = lorry(44, mine, furnaces.get(i), quartz::put, 2 * DAY);
                begin(new Upstream.Mine(order++, at(45, i), diary, dice, mine, shipment, Outlet.by(rail, quartz::mass, Math.max(shipment, polyADay * 20))));
            }
            List<Outlet> taps = new ArrayList<>();
            for (int to = 0; to < 2; to++) {
                Lorry lorry = lorry(40, furnaces.get(i), reactors.get(to), metals.get(to)::put, DAY);
                taps.add(Outlet.by(lorry, metals.get(to)::mass, Math.max(3 * tap + 10 * TONNE, polyADay * 3)));
            }
            begin(new Upstream.Furnace(order++, at(42, i), diary, dice, furnaces.get(i), quartz, tap, pace(tap, polyADay * 6 / 10), taps));
        }
        for (int i = 0; i < 2; i++) {
            List<Outlet> boxes = new ArrayList<>();
            for (Crystal to : works) {
                Lorry lorry = lorry(34, reactors.get(i), to == works.getFirst() ? Place.CRYSTAL_NORTH : Place.CRYSTAL_SOUTH, to.boxes::put, DAY);
                boxes.add(Outlet.by(lorry, to.boxes::mass, Math.max(8 * TONNE, polyADay * 3)));
            }
            begin(new Upstream.Reactor(order++, at(36, i), diary, dice, reactors.get(i), i == 1, metals.get(i), pace(7 * TONNE, polyADay * 6 / 10), boxes));
        }

        Stock north = new Stock();
        Stock south = new Stock();
        long enoughBricks = Math.max(12, rodsADay * 3L) * 65 * KILO;
        Outlet southBricks = Outlet.beside(south, enoughBricks);
        Outlet northToSouth = Outlet.by(lorry(20, Place.CRYSTAL_NORTH, Place.WAFER_SOUTH, south::put, 6 * HOUR), () -> 0, Long.MAX_VALUE);
        for (Crystal one : works) {
            boolean isNorth = one == works.getFirst();
            one.roomForRods = Math.max(3, rodsADay);
            for (int i = Math.ceilDiv(rodsADay * 50 * 60 / 100, 24) + 1; i > 0; i--) {
                begin(one.new Puller(order++, at(28, 0) + dice.between(0, 50 * HOUR)));
            }
            for (int i = Math.ceilDiv(rodsADay, 18); i > 0; i--) {
                begin(one.new Squarer(order++, at(24, i), isNorth ? Outlet.beside(north, enoughBricks) : southBricks, isNorth ? northToSouth : null));
            }
        }

        long boxKilos = CellLine.BOXES * 1_010L;
        long cellsADay = size.modulesADay() * ModuleLine.CELLS * 98L / 10;
        long enoughWafers = Math.max(6 * boxKilos, cellsADay);
        for (Stock bricks : List.of(north, south)) {
            Place saws = bricks == north ? Place.WAFER_NORTH : Place.WAFER_SOUTH;
            Lorry toCells = lorry(21, saws, Place.CELL, wafers::put, bricks == north ? 20 * HOUR : 3 * HOUR);
            Outlet boxes = Outlet.by(toCells, wafers::mass, enoughWafers);
            long[] count = new long[1];
            for (int i = Math.ceilDiv(rodsADay * 5, 12) + 1; i > 0; i--) {
                begin(new Saw(order++, at(22, i), diary, dice, saws, bricks, count, boxes));
            }
        }
        Lorry toModules = lorry(9, Place.CELL, Place.MODULE, rack::put, HOUR);
        int batchesADay = Math.ceilDiv(size.modulesADay(), 72);
        int cellLines = Math.ceilDiv(batchesADay, 100);
        long[] cells = new long[1];
        for (int i = 0; i < cellLines; i++) {
            begin(new CellLine(order++, at(10, i), diary, dice, wafers, DAY * cellLines / batchesADay * 3 / 4, cells,
                    Outlet.by(toModules, rack::mass, Math.max(12 * boxKilos, cellsADay))));
        }
        Lorry toPort = lorry(0, Place.MODULE, Place.PORT, container -> {}, 5 * HOUR);
        int lines = Math.ceilDiv(size.modulesADay(), 6_000);
        for (int i = 0; i < lines; i++) {
            begin(new ModuleLine(order++, begins + i * 7L, diary, dice, rack, DAY * lines / size.modulesADay(), toPort));
        }
    }

    private long at(int daysBefore, int place) {
        return begins - daysBefore * DAY + place * 97L;
    }

    /** How long one of two makers takes for so much, when both together should make somewhat more than is needed. */
    private static long pace(long mass, long aDay) {
        return between(HOUR / 2, mass / (aDay / 86_400 + 1), 10 * DAY);
    }

    private static long between(long least, long wanted, long most) {
        return Math.clamp(wanted, least, most);
    }

    private Lorry lorry(int daysBefore, Place from, Place to, Consumer<Stock.Lot> there, long way) {
        Lorry lorry = new Lorry(order++, at(daysBefore, 1), diary, from, to, there, way);
        begin(lorry);
        return lorry;
    }

    private void begin(Workplace place) {
        places.add(place);
    }
}
