package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.trace.Part;

/**
 * Makes modules of 54 cells of one bin, in strings that three feeders serve: a module holds cells of three lots, of more where a lot runs out in it. Modules go
 * on pallets of 31 to 36, and twenty pallets into a container. Their tin is booked when what the line was loaded with is used up.
 */
final class ModuleLine extends Workplace {
    private static final int FEEDERS = 3;
    static final int CELLS = 54;
    private static final int PALLETS = 20;

    /** A line is loaded for so many modules. */
    private static final int A_LOAD = 200;

    /** A delivery of glass and frames lasts for so many loads; a module has two panes. */
    private static final int LOADS = 5;

    /** Milligrams of tin in a module: what ribbon and bus bars carry. */
    private static final long TIN = 12_400;

    /** Tin of a lot: of half a tonne of ribbon, and of solder. */
    private static final long RIBBON_LOT = 80_000_000;
    private static final long SOLDER_LOT = 20_000_000;

    private final Diary diary;
    private final Dice dice;
    private final CellLine.Rack rack;
    private final long pace;
    private final Lorry toPort;
    private final Stock.@Nullable Lot[] feeders = new Stock.Lot[FEEDERS];
    private final Stock ribbon = new Stock();
    private final Stock solder = new Stock();
    private int bin = -1;
    private int load;
    private int loads;
    private int glass;
    private int frames;
    private final List<Part> loadedInto = new ArrayList<>(A_LOAD);
    private List<Part> onPallet = new ArrayList<>();
    private int pallet;
    private List<Part> inContainer = new ArrayList<>();

    ModuleLine(int order, long first, Diary diary, Dice dice, CellLine.Rack rack, long pace, Lorry toPort) {
        super(order, first);
        this.diary = diary;
        this.dice = dice;
        this.rack = rack;
        this.pace = pace;
        this.toPort = toPort;
    }

    @Override
    long act(long now) {
        if (!ready() && !changed()) {
            return now + HOUR / 4;
        }
        if (loadedInto.isEmpty()) {
            load(now);
        }
        List<Part> cells = new ArrayList<>(FEEDERS + 1);
        long grams = 0;
        for (int i = 0; i < FEEDERS; i++) {
            int wanted = CELLS / FEEDERS;
            Stock.Lot lot = feeders[i];
            while (wanted > 0) {
                if (lot == null) {
                    lot = rack.bins[bin].next();
                }
                int some = Math.min(wanted, lot.pieces);
                long taken = lot.takePieces(some);
                wanted -= some;
                grams += taken;
                cells.add(new Part(lot.item, taken));
                lot = lot.pieces == 0 ? null : lot;
            }
            feeders[i] = lot;
        }
        int module = diary.items.add(Kind.MODULE, Place.MODULE);
        diary.mixed(now, Deed.ASSEMBLED, Place.MODULE, cells, List.of(new Part(module, grams)), 0, null);
        pack(now, module, grams);
        loadedInto.add(new Part(module, TIN));
        if (loadedInto.size() == A_LOAD) {
            diary.tin(now, Deed.USED_UP, Place.MODULE, List.of(new Part(load, TIN * A_LOAD)), loadedInto, 0);
            loadedInto.clear();
        }
        return now + pace;
    }

    /** Whether every feeder has enough, or there are lots for all of them; lots that were put back may be nearly empty, so that a feeder needs two. */
    private boolean ready() {
        if (bin < 0) {
            return false;
        }
        int wanting = 0;
        for (Stock.Lot lot : feeders) {
            wanting += lot == null || lot.pieces < CELLS / FEEDERS ? 1 : 0;
        }
        return wanting == 0 || rack.bins[bin].size() >= 2 * FEEDERS;
    }

    /** Goes on with the bin of which most lies ready; what is left on the feeders is put back. */
    private boolean changed() {
        for (int i = 0; i < FEEDERS; i++) {
            Stock.Lot lot = feeders[i];
            if (lot != null) {
                rack.bins[bin].back(lot);
                feeders[i] = null;
            }
        }
        bin = 0;
        for (int i = 1; i < rack.bins.length; i++) {
            bin = rack.bins[i].mass() > rack.bins[bin].mass() ? i : bin;
        }
        return rack.bins[bin].size() >= 2 * FEEDERS;
    }

    private void load(long now) {
        List<Part> inputs = new ArrayList<>();
        refill(now, ribbon, Kind.RIBBON, RIBBON_LOT, 12_000 * A_LOAD);
        ribbon.take(12_000 * A_LOAD, inputs);
        refill(now, solder, Kind.SOLDER, SOLDER_LOT, 650 * A_LOAD);
        solder.take(650 * A_LOAD, inputs);
        if (loads++ % LOADS == 0) {
            glass = diary.counted(now, Kind.GLASS, Place.CLEARPANE, 2 * A_LOAD * LOADS);
            frames = diary.counted(now, Kind.FRAME, Place.ALDER, A_LOAD * LOADS);
        }
        long scrap = Diary.sum(inputs) - TIN * A_LOAD;
        // They hold no tin, and whoever asks what a module was made with finds them all the same.
        inputs.add(new Part(glass, 0));
        inputs.add(new Part(frames, 0));
        load = diary.items.add(Kind.LINE_LOAD, Place.MODULE);
        diary.tin(now, Deed.LOADED, Place.MODULE, inputs, List.of(new Part(load, TIN * A_LOAD)), scrap);
    }

    private void refill(long now, Stock stock, Kind kind, long lot, long needed) {
        if (stock.mass() < needed) {
            stock.put(diary.received(now, kind, Place.LARKSPUR, Happening.Material.TIN, lot));
        }
    }

    private void pack(long now, int module, long grams) {
        if (onPallet.isEmpty()) {
            pallet = (int) dice.between(31, 36);
        }
        onPallet.add(new Part(module, grams));
        if (onPallet.size() < pallet) {
            return;
        }
        int full = diary.items.add(Kind.PALLET, Place.MODULE);
        diary.packed(now, Deed.PALLETISED, Place.MODULE, onPallet, full);
        inContainer.add(new Part(full, Diary.sum(onPallet)));
        onPallet = new ArrayList<>();
        if (inContainer.size() == PALLETS) {
            int container = diary.items.add(Kind.CONTAINER, Place.MODULE);
            diary.packed(now, Deed.STUFFED, Place.MODULE, inContainer, container);
            toPort.load(new Stock.Lot(container, Diary.sum(inContainer), 0));
            inContainer = new ArrayList<>();
        }
    }
}
