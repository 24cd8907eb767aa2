package org.probity.trace.plant;

import java.util.List;

/**
 * Where something happens, and whose it is. All of them are invented; the regions lie in no country, so their codes are of those that ISO 3166 leaves to its
 * users (XA to XZ), and the coordinates are in the open Pacific, where nobody mines.
 */
public enum Place {
    GREYFELL("Greyfell Quarry", "Greyfell Quartz Mining", "XA", "Upper Tarn", 1, -341210, -1334020),
    TARN_HOLLOW("Tarn Hollow Pit", "Greyfell Quartz Mining", "XA", "Upper Tarn", 1, -341890, -1333410),
    SANDRIFT("Sandrift Ridge", "Sandrift Minerals", "XB", "Osk Basin", 2, -421340, -1195500),
    PALE_COMB("Pale Comb Mine", "Sandrift Minerals", "XB", "Osk Basin", 2, -422070, -1196180),
    EMBERHOLT("Emberholt furnaces", "Emberholt Silicon Metal", "XA", "Lower Tarn", 3, -348830, -1321240),
    KARSTAD("Karstad furnaces", "Karstad Smelting", "XB", "Osk Mouth", 4, -411150, -1201020),
    NORTHLIGHT("Northlight reactors", "Northlight Polysilicon", "XC", "Lantern Coast", 5, -352260, -1251190),
    BLUEWATER("Bluewater granulate works", "Bluewater Silane", "XC", "Lantern Coast", 6, -349980, -1248730),
    CRYSTAL_NORTH("Helia Crystal North", "Helia Solar", "XD", "Amber Plain", 7, -331120, -1273340),
    CRYSTAL_SOUTH("Helia Crystal South", "Helia Solar", "XD", "Reed Delta", 7, -374450, -1262260),
    WAFER_NORTH("Helia Wafer North", "Helia Solar", "XD", "Amber Plain", 7, -331180, -1273510),
    WAFER_SOUTH("Helia Wafer South", "Helia Solar", "XD", "Reed Delta", 7, -374410, -1262390),
    CELL("Helia Cell", "Helia Solar", "XD", "Reed Delta", 7, -375020, -1263080),
    MODULE("Helia Module", "Helia Solar", "XD", "Harbour Side", 7, -373310, -1264770),
    LARKSPUR("Larkspur ribbon works", "Larkspur Ribbon", "XD", "Harbour Side", 8, -373560, -1265230),
    CLEARPANE("Clearpane glass works", "Clearpane Glass", "XD", "Harbour Side", 10, -373890, -1265480),
    ALDER("Alder frame works", "Alder Frames", "XD", "Amber Plain", 11, -331660, -1273920),
    PORT("Outer Quay", "Quayside Forwarding", "XD", "Harbour Side", 9, -372970, -1266010);

    private final String words;
    private final String owner;
    private final String country;
    private final String region;
    private final int company;
    private final int latitude;
    private final int longitude;

    Place(String words, String owner, String country, String region, int company, int latitude, int longitude) {
        this.words = words;
        this.owner = owner;
        this.country = country;
        this.region = region;
        this.company = company;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    public String words() {
        return words;
    }

    public String owner() {
        return owner;
    }

    /** Of the codes that ISO 3166 leaves to users. */
    public String country() {
        return country;
    }

    public String region() {
        return region;
    }

    /** Degrees of latitude and longitude, as a geo URI (RFC 5870). */
    public String geo() {
        return "geo:" + degrees(latitude) + "," + degrees(longitude);
    }

    /** Its GLN, as a Digital Link. */
    public String uri() {
        return Gs1.place(Gs1.checked(prefix() + Gs1.padded(100 + ordinal(), 5)));
    }

    /** The owner's GLN, as a Digital Link. */
    public String ownerUri() {
        return Gs1.party(Gs1.checked(prefix() + "00000"));
    }

    /** The company's prefix: 952 is for examples. */
    String prefix() {
        return "9521" + Gs1.padded(company, 3);
    }

    /** Every place that mines quartz, in the order in which a list of origins would name them. */
    public static List<Place> mines() {
        return List.of(GREYFELL, TARN_HOLLOW, SANDRIFT, PALE_COMB);
    }

    private static String degrees(int tenThousandths) {
        String digits = Gs1.padded(Math.abs(tenThousandths), 5);
        return (tenThousandths < 0 ? "-" : "") + digits.substring(0, digits.length() - 4) + "." + digits.substring(digits.length() - 4);
    }
}
