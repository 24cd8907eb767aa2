package org.probity.screen;

import java.util.List;

/** Lists whose files we read, with the files each consists of, the first of them always there. */
public enum ListSource {

    /** The U.S. Treasury's list of specially designated nationals: SDN.CSV, and beside it ALT.CSV and ADD.CSV. */
    OFAC_SDN(List.of("sdn", "alt", "add")),
    /** The United Nations Security Council's consolidated list, XML. */
    UN(List.of("un")),
    /** The U.S. Bureau of Industry and Security's denied persons list, tab-separated. */
    BIS(List.of("bis")),
    /** Entities under the Uyghur Forced Labor Prevention Act, as CSV: name, aliases, note. The list is published as a web page and has no file of its own. */
    UFLPA(List.of("uflpa")),
    /** A list of the house's own, as CSV: id, kind, name, aliases, identifiers, country, detail. */
    OWN(List.of("own"));

    private final List<String> files;

    ListSource(List<String> files) {
        this.files = files;
    }

    public List<String> files() {
        return files;
    }
}
