package org.probity.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.probity.screen.ListReading.Fault;

class ReadingListFilesTest {

    private static final String SDN = "36,\"HARBOUR LANTERN CO., LTD.\",-0- ,\"DEMO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Registration Number 123456.\"\n"
            + "37,\"NOBODY, Ivo\",\"individual\",\"DEMO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    private static final String UN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>HARBOUR LANTERN</FIRST_NAME>"
            + "<REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>\n<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Lantern; Older Lantern</ALIAS_NAME></ENTITY_ALIAS>"
            + "</ENTITY></ENTITIES></CONSOLIDATED_LIST>";
    private static final String OWN = "id,kind,name,aliases,identifiers,country,detail\n";

    private static ListReading read(ListSource source, String... texts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int at = 0; at < texts.length; at++) {
            files.put(source.files().get(at), texts[at].getBytes(StandardCharsets.UTF_8));
        }
        return ListFile.read(source, files);
    }

    private static void refused(ListReading reading, Fault fault, int line) {
        assertThat(reading).isInstanceOfSatisfying(ListReading.Refused.class, it -> {
            assertThat(it.fault()).isEqualTo(fault);
            assertThat(it.line()).isEqualTo(line);
            assertThat(it.sentence()).isNotBlank();
        });
    }

    private static java.util.List<Party> parties(ListReading reading) {
        return ((ListReading.Read) reading).parties();
    }

    @Test
    void threeFilesMakeOneList() {
        var parties = parties(read(ListSource.OFAC_SDN, SDN, "36,1,\"fka\",\"OLD LANTERN\",-0- \n", "36,1,\"1 Pier\",\"Nowhere\",\"Cuba\",-0- \n"));
        assertThat(parties).hasSize(2);
        assertThat(parties.getFirst().names()).containsExactly(Naming.of("HARBOUR LANTERN CO., LTD."), new Naming("OLD LANTERN", Naming.Sort.FORMER));
        assertThat(parties.getFirst().detail()).contains("1 Pier, Nowhere, Cuba");
        assertThat(parties.getLast().kind()).isEqualTo(Kind.PERSON);
    }

    @Test
    void theUnitedNationsFileHasNamesAliasesAndFormerNames() {
        assertThat(parties(read(ListSource.UN, UN))).singleElement().satisfies(it -> assertThat(it.names()).containsExactly(Naming.of("HARBOUR LANTERN"),
                new Naming("Old Lantern", Naming.Sort.FORMER), new Naming("Older Lantern", Naming.Sort.FORMER)));
    }

    @Test
    void anOwnListHasNumbersAndAliases() {
        assertThat(parties(read(ListSource.OWN, "\uFEFF" + OWN + "1,person,Ivo Nobody,I. Nobody;Ivo N.,12345,CN,left us\n"))).singleElement()
                .satisfies(it -> assertThat(it.names()).hasSize(3));
    }

    @Test
    void halfAFileIsNoList() {
        refused(read(ListSource.OFAC_SDN, SDN.substring(0, SDN.length() - 30)), Fault.CUT_OFF, 2);
        refused(read(ListSource.UN, UN.substring(0, UN.length() - 40)), Fault.CUT_OFF, 3);
        refused(read(ListSource.OWN, OWN + "1,person,\"Ivo"), Fault.CUT_OFF, 2);
    }

    @Test
    void anotherEncodingIsNoText() {
        refused(ListFile.read(ListSource.OWN, Map.of("own", (OWN + "1,,Société Phare,,,,\n").getBytes(StandardCharsets.ISO_8859_1))), Fault.NOT_UTF8, 2);
        refused(ListFile.read(ListSource.UN, Map.of("un", UN.replace("HARBOUR", "Café").getBytes(StandardCharsets.ISO_8859_1))), Fault.NOT_UTF8, 2);
    }

    @Test
    void entitiesAndDocumentTypesAreTurnedAway() {
        refused(read(ListSource.UN, "<!DOCTYPE x [<!ENTITY a \"b\">]>\n" + UN.substring(UN.indexOf('\n') + 1)), Fault.DOCTYPE, 1);
    }

    @Test
    void anotherFileIsNamedAsSuch() {
        refused(read(ListSource.UN, "<html/>"), Fault.OTHER_KIND, 1);
        refused(read(ListSource.UN, "no xml"), Fault.OTHER_KIND, 1);
        refused(read(ListSource.UFLPA, OWN), Fault.OTHER_KIND, 1);
        refused(read(ListSource.BIS, OWN), Fault.OTHER_KIND, 1);
        refused(read(ListSource.OFAC_SDN, "ent_num" + ",x".repeat(11) + "\n"), Fault.OTHER_KIND, 1);
    }

    @Test
    void wrongColumnsValuesAndDoubles() {
        refused(read(ListSource.OWN, OWN + "1,person,Ivo\n2,,x,,,,\n"), Fault.COLUMNS, 2);
        refused(read(ListSource.OWN, OWN + "1,ghost,Ivo,,,,\n"), Fault.VALUE, 2);
        refused(read(ListSource.OWN, OWN + "1,,Ivo,,,,\n1,,Iva,,,,\n"), Fault.DOUBLED, 3);
        refused(read(ListSource.OWN, OWN), Fault.NOTHING, 0);
        refused(read(ListSource.OFAC_SDN, SDN, "99,1,\"aka\",\"NOBODY\",-0- \n"), Fault.ORPHAN, 1);
        refused(ListFile.read(ListSource.OFAC_SDN, Map.of("alt", new byte[0])), Fault.MISSING, 0);
        refused(ListFile.read(ListSource.OWN, Map.of("own", new byte[(64 << 20) + 1])), Fault.TOO_LARGE, 0);
    }

    @Test
    void thePublishersOwnFilesAreReadWhole() throws Exception {
        Path lists = Path.of(System.getProperty("probity.shared", ""), "supply/lists");
        Assumptions.assumeTrue(Files.isDirectory(lists));
        assertThat(parties(ListFile.read(ListSource.UN, Map.of("un", Files.readAllBytes(lists.resolve("UN_consolidated.xml")))))).hasSize(1003);
        assertThat(parties(ListFile.read(ListSource.OFAC_SDN, Map.of("sdn", Files.readAllBytes(lists.resolve("sdn.csv")),
                "alt", Files.readAllBytes(lists.resolve("alt.csv")), "add", Files.readAllBytes(lists.resolve("add.csv")))))).hasSize(7379);
        assertThat(parties(ListFile.read(ListSource.BIS, Map.of("bis", Files.readAllBytes(lists.resolve("dpl.txt")))))).hasSize(417);
    }
}
