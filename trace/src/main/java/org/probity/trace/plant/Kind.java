package org.probity.trace.plant;

/** What kind of thing an item is, from the mine to the container; in the order in which silicon passes through them. */
public enum Kind {
    QUARTZ("quartz, lump", Named.BY_LOT),
    SILICON_METAL("silicon metal, tapped", Named.BY_LOT),
    POLY_RUN("polysilicon, reactor run", Named.BY_LOT),
    /** Polysilicon granules in a silo, where what came first leaves first. */
    SILO("silo of granules", Named.AS_ASSET),
    /** A hundred bags of ten kilograms. */
    POLY_BOX("polysilicon, box of bags", Named.BY_LOT),
    CRUCIBLE("quartz crucible with its melt", Named.AS_ASSET),
    ROD("monocrystalline rod", Named.BY_LOT),
    BRICK("silicon brick", Named.BY_LOT),
    RECLAIM("reclaimed silicon: slabs, tops and tails", Named.BY_LOT),
    RECLAIM_BIN("bin of mixed reclaim", Named.AS_ASSET),
    WAFER_BOX("wafers, box", Named.BY_LOT),
    CELL_LOT("cells of one bin", Named.BY_LOT),
    RIBBON("tinned copper ribbon", Named.BY_LOT),
    SOLDER("solder for bus bars", Named.BY_LOT),
    GLASS("glass", Named.BY_LOT),
    FRAME("frames", Named.BY_LOT),
    /** What lies on a line between two changes of its parts, as one item: a module then names one thing and not ten. */
    LINE_LOAD("parts loaded on a line", Named.BY_LOT),
    MODULE("photovoltaic module, 54 cells", Named.BY_SERIAL),
    PALLET("pallet of modules", Named.AS_LOAD),
    CONTAINER("container", Named.AS_LOAD);

    /** Which key of the GS1 system names one. */
    enum Named { BY_LOT, BY_SERIAL, AS_ASSET, AS_LOAD }

    private final String words;
    private final Named named;

    Kind(String words, Named named) {
        this.words = words;
        this.named = named;
    }

    public String words() {
        return words;
    }

    Named named() {
        return named;
    }
}
