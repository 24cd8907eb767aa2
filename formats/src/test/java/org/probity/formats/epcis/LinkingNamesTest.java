package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of things in all their forms. The expected links follow the published rules and agree with the reference implementation's own cases.
class LinkingNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
        "urn:epc:id:sgtin:9521321.012345.98%22 01/09521321123458/21/98%22",
        "urn:epc:id:sgtin:952132100012.0.987654 01/09521321000124/21/987654",
        "urn:epc:id:sgtin:9521321.812345.67%2F%26%25%22!%3F() 01/89521321123454/21/67%2F%26%25%22%21%3F%28%29",
        "urn:epc:id:sscc:9521321.3111111111 00/395213211111111113",
        "urn:epc:id:sgln:9521321.00005.122 414/9521321000056/254/122",
        "urn:epc:id:sgln:9521321.00005.0 414/9521321000056",
        "urn:epc:id:sgln:952132100005..7 414/9521321000056/254/7",
        "urn:epc:id:grai:9521321.00022.334455 8003/09521321000223334455",
        "urn:epc:id:giai:9521321.FURNACE.7 8004/9521321FURNACE.7",
        "urn:epc:id:gsrn:9521321.0000006765 8018/952132100000067659",
        "urn:epc:id:gsrnp:9521321.0000000007 8017/952132100000000076",
        "urn:epc:id:gdti:9521321.00009.PO-4711 253/9521321000094PO-4711",
        "urn:epc:id:gdti:952132199999..9 253/95213219999929",
        "urn:epc:id:cpi:9521321.1111-A%23%2F.1234 8010/95213211111-A%23%2F/8011/1234",
        "urn:epc:id:sgcn:9521321.00001.44 255/952132100001844",
        "urn:epc:id:ginc:9521321.xyz47%2F11 401/9521321xyz47%2F11",
        "urn:epc:id:gsin:9521321.222333444 402/95213212223334444",
        "urn:epc:id:itip:9521321.011111.01.02.987 8006/095213211111100102/21/987",
        "urn:epc:id:upui:9521321.098765.51q)%3CJ*j 01/09521321987654/235/51q%29%3CJ%2Aj",
        "urn:epc:id:pgln:9521321.00000 417/9521321000001",
        "urn:epc:id:pgln:952132100000. 417/9521321000001",
        "urn:epc:class:lgtin:9521321.012345.Lot987 01/09521321123458/10/Lot987",
        "urn:epc:idpat:sgtin:9521321.012345.* 01/09521321123458",
        "urn:epc:idpat:grai:9521321.99999.* 8003/09521321999992",
        "urn:epc:idpat:gdti:9521321.11111.* 253/9521321111110",
        "urn:epc:idpat:sgcn:9521321.22222.* 255/9521321222229",
        "urn:epc:idpat:cpi:9521321.AB12.* 8010/9521321AB12",
        "urn:epc:idpat:itip:9521321.012345.01.02.* 8006/095213211234580102",
        "urn:epc:idpat:upui:9521321.012345.* 01/09521321123458",
        "https://id.gs1.org/gtin/09521321012349 01/09521321012349",
        "https://helia.example/gtin/09521321012349/21/765tz?abc=211121 01/09521321012349/21/765tz",
        "http://helia.example/gtin-8/01/97803111 01/00000097803111",
        "http://helia.example/01/001122334455/ser/GHB 01/00001122334455/21/GHB",
        "https://helia.example/a/b/gtin/9521321012349/ser/ABC524 01/09521321012349/21/ABC524",
        "https://id.gs1.org/gtin/9521321012349/cpv/344/lot/1223/ser/765tz 01/09521321012349/21/765tz",
        "https://id.gs1.org/gtin/9521321012349/cpv/344 01/09521321012349",
        "https://id.gs1.org/01/9521321012349/22/344/10/1223 01/09521321012349/10/1223",
        "https://id.gs1.org/itip/123456789101100190/cpv/ABCD 8006/123456789101100190",
        "https://helia.example/8006/095213211234520102/10/Lot-123/21/ser987 8006/095213211234520102/21/ser987",
        "https://id.gs1.org/8006/095213211234520102/22/ABCD/10/XYZ 8006/095213211234520102/10/XYZ",
        "https://id.gs1.org/00/340123453111111115 00/340123453111111115",
        "https://helia.example/party/9521321000007/ 417/9521321000007",
        "https://id.gs1.org/414/9521321000052/254/12#door 414/9521321000052/254/12",
        "https://id.gs1.org/8003/09521321000229987 8003/09521321000229987",
        "https://id.gs1.org/giai/9521321ABC987 8004/9521321ABC987",
        "https://id.gs1.org/8018/385888700111111111 8018/385888700111111111",
        "https://id.gs1.org/8017/440018922222222226 8017/440018922222222226",
        "https://id.gs1.org/253/9521321000090XYZ 253/9521321000090XYZ",
        "https://id.gs1.org/8010/0628165987/8011/9876 8010/0628165987/8011/9876",
        "https://id.gs1.org/255/0811625999996554433 255/0811625999996554433",
        "https://id.gs1.org/01/09521321123452/21/98%22 01/09521321123452/21/98%22"})
    void everyFormLeadsToOneLink(String written, String link) {
        assertThat(DigitalLink.canonical(written)).isEqualTo("https://id.gs1.org/" + link);
        assertThat(DigitalLink.canonical("https://id.gs1.org/" + link)).isEqualTo("https://id.gs1.org/" + link);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://helia.example/123/9521321ABC987/456/4711", "http://id.gs1.org/99/9521321012349", "http://id.gs1.org/01/9521321012349/99/utfgf",
        "http://helia.example/abc/9521321012349", "http://helia.example/01/97803", "https://id.gs1.org/8006/09521321012349/22/ABCD/10/XYZ", "42", "",
        "Hello World!", "http", "http://", "https://", "https:///", "https://id.gs1.org", "https://id.gs1.org/01", "https://id.gs1.org/01/",
        "https://id.gs1.org/01/09521321012349/21", "https://id.gs1.org/01/09521321012349/21/", "https://id.gs1.org/01/09521321012349/21/a%2",
        "https://id.gs1.org/01/09521321012349/21/123456789012345678901", "urn:epc:id:sgtin:9521321.12345.1", "urn:epc:id:sgtin:9521321.012345",
        "urn:epc:id:sgtin:9521321.012345.", "urn:epc:id:sgtin:95213.21012345.1", "urn:epc:id:sscc:9521321.311111111", "urn:epc:id:", "urn:epc:id:sgtin",
        "urn:epc:class:lgtin:", "urn:epc:idpat:sgtin:9521321.*.*", "urn:epc:id:cpi:9521321..1", "urn:epc:id:nothing:9521321.012345.1",
        "urn:gdst:example.org:product:lot:class:processor.2u.v1", "geo:47.5,11.1"})
    void whatIsNoNameOfGs1StaysAsItIs(String written) {
        assertThat(DigitalLink.of(written)).isEmpty();
        assertThat(DigitalLink.canonical(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "urn:epc:id:sgtin:9521321.012345.BAG-1", "urn:epc:id:sscc:9521321.3111111111", "urn:epc:id:sgln:9521321.00005.122", "urn:epc:id:sgln:9521321.00005.0",
        "urn:epc:id:grai:9521321.00022.334455", "urn:epc:id:giai:9521321.FURNACE7", "urn:epc:id:gsrn:9521321.0000006765", "urn:epc:id:gsrnp:9521321.0000000007",
        "urn:epc:id:gdti:9521321.00009.PO-4711", "urn:epc:id:cpi:9521321.AB12.1234", "urn:epc:id:sgcn:9521321.00001.44", "urn:epc:id:ginc:9521321.xyz",
        "urn:epc:id:gsin:9521321.222333444", "urn:epc:id:itip:9521321.011111.01.02.987", "urn:epc:id:upui:9521321.098765.51q", "urn:epc:id:pgln:9521321.00000",
        "urn:epc:class:lgtin:9521321.012345.Lot987", "urn:epc:idpat:sgtin:9521321.012345.*", "urn:epc:idpat:grai:9521321.99999.*",
        "urn:epc:idpat:gdti:9521321.11111.*", "urn:epc:idpat:sgcn:9521321.22222.*", "urn:epc:idpat:cpi:9521321.AB12.*", "urn:epc:idpat:itip:9521321.012345.01.02.*"})
    void aLinkLeadsBackToItsEpc(String epc) {
        assertThat(DigitalLink.of(epc).orElseThrow().epc(7)).contains(epc);
    }

    /// Names bent at random: a link leads to itself, and nothing is thrown.
    @Test
    void whateverANameIsItLeadsToOneLink() {
        List<String> names = List.of("https://id.gs1.org/01/09521321123458/21/BAG-1", "https://h.example/gtin/9521321012349/cpv/3/lot/1/ser/7?a=b#c",
                "https://id.gs1.org/414/9521321000056/254/7", "https://id.gs1.org/8010/95213211111-A%23/8011/12", "https://id.gs1.org/8004/95",
                "urn:epc:id:sgtin:9521321.012345.98%22", "urn:epc:idpat:itip:9521321.012345.01.02.*", "urn:epc:id:sgln:952132100005..7", "urn:epc:id:cpi:9521321.A-1.4",
                "urn:epc:class:lgtin:9521321.012345.L", "urn:epc:id:giai:9521321.F", "urn:epc:id:sscc:9521321.3111111111", "urn:epc:id:gdti:9521321.00009.P");
        String signs = "0123456789./:%*-#?ABFabf \u00e9";
        Random random = new Random(7);
        int links = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder bent = new StringBuilder(names.get(random.nextInt(names.size())));
            for (int j = random.nextInt(4); j > 0 && !bent.isEmpty(); j--) {
                int at = random.nextInt(bent.length());
                switch (random.nextInt(3)) {
                    case 0 -> bent.deleteCharAt(at);
                    case 1 -> bent.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> bent.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            String name = bent.toString();
            String link = DigitalLink.canonical(name);
            assertThat(DigitalLink.canonical(link)).as(name).isEqualTo(link);
            if (DigitalLink.of(name).isPresent()) {
                links++;
                DigitalLink known = DigitalLink.of(name).get();
                assertThat(known.address()).as(name).isEqualTo(link);
                assertThat(known.label()).startsWith("(");
                known.checkDigitHolds();
                known.epc(6 + random.nextInt(7));
            }
        }
        assertThat(links).isGreaterThan(50_000);
    }

    /// Two spellings lead to one link when, and only when, they are the same signs once decoded, as java.net decodes them.
    @Test
    void howSignsAreEncodedMakesNoOtherName() {
        List<String> heads = List.of("https://id.gs1.org/01/09521321123458/21/", "HTTPS://H.example/gtin/9521321123458/ser/", "https://id.gs1.org/8004/9521321", "urn:epc:id:sgtin:9521321.012345.",
                "URN:EPC:id:sgtin:9521321.012345.", "http://id.gs1.org/01/0952132112345%38/21/");
        List<Integer> names = List.of(0, 0, 1, 0, 0, 0);
        String signs = "aZ09-._!'()*+,:;=";
        Random random = new Random(11);
        Map<String, String> links = new HashMap<>();
        Map<String, String> meanings = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            int head = random.nextInt(heads.size());
            StringBuilder name = new StringBuilder(heads.get(head));
            StringBuilder meaning = new StringBuilder(names.get(head) + " ");
            for (int j = random.nextInt(3); j >= 0; j--) {
                char sign = random.nextInt(4) == 0 ? "/%?#&\"<>".charAt(random.nextInt(8)) : signs.charAt(random.nextInt(signs.length()));
                meaning.append(sign);
                if (random.nextInt(3) > 0 && signs.indexOf(sign) >= 0) {
                    name.append(sign);
                } else {
                    name.append(String.format(random.nextBoolean() ? "%%%02X" : "%%%02x", (int) sign));
                }
            }
            String link = DigitalLink.canonical(name.toString());
            assertThat(DigitalLink.of(name.toString())).as("%s", name).isPresent();
            assertThat(DigitalLink.canonical(link)).isEqualTo(link);
            assertThat(URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8)).endsWith(meaning.substring(2));
            assertThat(links.computeIfAbsent(meaning.toString(), _ -> link)).as("%s", name).isEqualTo(link);
            assertThat(meanings.computeIfAbsent(link, _ -> meaning.toString())).as("%s", name).isEqualTo(meaning.toString());
        }
    }

    @Test
    void peopleReadTheLabelUnderTheBars() {
        assertThat(DigitalLink.of("urn:epc:id:sgtin:9521321.012345.A%2FB").orElseThrow().label()).isEqualTo("(01) 09521321123458 (21) A/B");
        assertThat(DigitalLink.of("urn:epc:id:sscc:9521321.3111111111").orElseThrow().label()).isEqualTo("(00) 395213211111111113");
    }

    @Test
    void aWrongCheckDigitShows() {
        assertThat(DigitalLink.of("https://id.gs1.org/01/09521321123458").orElseThrow().checkDigitHolds()).isTrue();
        assertThat(DigitalLink.of("https://id.gs1.org/01/09521321123453").orElseThrow().checkDigitHolds()).isFalse();
        assertThat(DigitalLink.of("https://id.gs1.org/8004/9521321X").orElseThrow().checkDigitHolds()).isTrue();
    }

    @Test
    void whatCannotBeANameIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.serial("123", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.serial("09521321123458", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.lot("09521321123458", "x".repeat(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.pallet("39521321111111111"));
        assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.place("95213210000X6", ""));
    }

    @Test
    void namesAreMadeFromTheirParts() {
        assertThat(DigitalLink.serial("9521321123452", "A/B 1").address()).isEqualTo("https://id.gs1.org/01/09521321123452/21/A%2FB%201");
        assertThat(DigitalLink.lot("09521321123452", "L-7").address()).isEqualTo("https://id.gs1.org/01/09521321123452/10/L-7");
        assertThat(DigitalLink.pallet("395213211111111119").address()).isEqualTo("https://id.gs1.org/00/395213211111111119");
        assertThat(DigitalLink.place("9521321000052", "").address()).isEqualTo("https://id.gs1.org/414/9521321000052");
        assertThat(DigitalLink.place("9521321000052", "HALL-2").address()).isEqualTo("https://id.gs1.org/414/9521321000052/254/HALL-2");
    }
}
