package org.probity.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.probity.screen.ListFile;
import org.probity.screen.ListReading;
import org.probity.screen.ListSource;
import org.probity.screen.Listing;

/** A list's file as an operator may hand it in: any bytes give all entries or one sentence, and whatever was read can be searched. The first byte says which list. */
record FuzzedList() implements Fuzzed {

    private static final List<String> SEEDS = List.of(
            "0306,\"HARBOUR LANTERN TRADING CO., LTD.\",-0- ,\"DEMO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Registration Number 91510100MA0000000X.\"\n",
            "1<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>X1</REFERENCE_NUMBER><ENTITY_ALIAS><QUALITY>Low</QUALITY>"
                    + "<ALIAS_NAME>B; C</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
            "2\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_Update\"\t"
                    + "\"Action\"\t\"FR_Citation\"\n\"A\"\t\"\"\t\"\"\t\"\"\t\"US\"\t\"\"\t\"1\"\t\"2\"\t\"Y\"\t\"\"\t\"\"\t\"\"\n",
            "3name,aliases,note\n\"Quiet Heron Silicon Co., Ltd.\",\"fka Heron;静鹭硅业\",x\n",
            "4id,kind,name,aliases,identifiers,country,detail\n1,person,Ig0r Nobody,,91510100MA0000000X,CN,\n");

    @Override
    public List<byte[]> seeds() {
        return SEEDS.stream().map(seed -> seed.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void feed(byte[] bytes) {
        ListSource source = ListSource.values()[bytes.length == 0 ? 0 : Math.floorMod(bytes[0] - '0', ListSource.values().length)];
        Map<String, byte[]> files = new HashMap<>();
        files.put(source.files().getFirst(), Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length));
        switch (ListFile.read(source, files)) {
            case ListReading.Refused refused -> refused.sentence();
            case ListReading.Read read -> {
                if (read.parties().size() < 50) {
                    Listing listing = Listing.of(read.parties());
                    read.parties().forEach(party -> {
                        boolean holds = party.identifiers().stream().anyMatch(org.probity.screen.Identifier::holds);
                        if (holds && listing.search(party, 1000).isEmpty()) {
                            throw new IllegalStateException("a party with a number is not found by it: " + party);
                        }
                        listing.search(party, 600);
                    });
                }
            }
        }
    }
}
