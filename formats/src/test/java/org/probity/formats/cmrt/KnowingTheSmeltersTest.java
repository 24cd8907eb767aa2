package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowingTheSmeltersTest {

    private static final LocalDate DAY = LocalDate.of(2025, 4, 25);
    private static final String OWN = """
            metal,lookup_name,standard_name,country,smelter_id,status
            Tin,Alpha Tin,Alpha Tin Works,PERU,CID900001,conformant
            Tin,"Alpha, old name",Alpha Tin Works,PERU,CID900001,conformant
            Gold,Alpha Tin,Alpha Gold,PERU,CID900002,active
            Tin,Smelter not listed,,,,
            """;

    private static SmelterList own() {
        return loaded(SmelterList.parse(OWN.getBytes(StandardCharsets.UTF_8), "A", DAY));
    }

    private static SmelterList loaded(SmelterList.Loading loading) {
        return switch (loading) {
            case SmelterList.Loading.Loaded loaded -> loaded.newest();
            case SmelterList.Loading.Faulty(List<SmelterList.Loading.Fault> faults) -> throw new AssertionError(faults.toString());
        };
    }

    @Test
    void aNameCountsOnlyTogetherWithItsMetal() {
        assertThat(own().named(Metal.TIN, " alpha  TIN ").orElseThrow().id()).isEqualTo("CID900001");
        assertThat(own().named(Metal.GOLD, "Alpha Tin").orElseThrow().id()).isEqualTo("CID900002");
        assertThat(own().named(Metal.TUNGSTEN, "Alpha Tin")).isEmpty();
        assertThat(own().named(Metal.TIN, "Alpha Tim")).isEmpty();
        assertThat(own().named(Metal.TIN, "Alpha, old name").orElseThrow().status()).isEqualTo(SmelterList.Status.CONFORMANT);
    }

    @Test
    void idsFromBefore2014LeadToTodays() {
        SmelterList list = own().withOldIds("Tin,Alpha,PERU,2PER001,CID900001\n".getBytes(StandardCharsets.UTF_8));

        assertThat(list.find("2PER001").orElseThrow().name()).isEqualTo("Alpha Tin Works");
        assertThat(list.find("2PER002")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Tin|Alpha Tin||CID900001", "Tin|Alpha Tin|CID900001|CID900001", "Tin|Somebody|CID900001|CID900001", "Tin|Alpha Tin|CID900009|",
        "Gold|Alpha Tin|CID900001|", "Tin|Somebody||", "|Alpha Tin|CID900001|"})
    void aRowIsResolvedByItsIdElseByItsExactName(String metal, String lookup, String id, String expected) {
        Form form = Form.sixth().text("Smelter List!C5", lookup);
        if (metal != null) {
            form.text("Smelter List!B5", metal);
        }
        if (id != null) {
            form.text("Smelter List!F5", id);
        }
        Declaration declaration = ((Reading.Read) Cmrt.read(form.xlsx())).declaration();

        assertThat(own().resolve(declaration.smelters().getFirst()).map(SmelterList.Smelter::id)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void standingIsNoneUnlessTheOtherListSaysSo() {
        SmelterList list = own().withStatus(Map.of("CID900002", SmelterList.Status.CONFORMANT));

        assertThat(list.find("CID900001").orElseThrow().status()).isEqualTo(SmelterList.Status.NONE);
        assertThat(list.find("CID900002").orElseThrow().status()).isEqualTo(SmelterList.Status.CONFORMANT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "metal,lookup_name,standard_name,country|1|cmrt.list.column-missing",
        "metal,lookup_name,standard_name,country,smelter_id\\nZinc,a,a,PERU,CID900001|2|cmrt.list.metal-unknown",
        "metal,lookup_name,standard_name,country,smelter_id\\nTin,a,a,PERU,9001|2|cmrt.list.id-malformed",
        "metal,lookup_name,standard_name,country,smelter_id,day\\nTin,a,a,PERU,CID900001,1.1.26|2|cmrt.list.day-malformed",
        "metal,lookup_name,standard_name,country,smelter_id,status\\nTin,a,a,PERU,CID900001,good|2|cmrt.list.status-unknown",
        "metal,lookup_name,standard_name,country,smelter_id|0|cmrt.list.empty"})
    void aFaultyListIsRefusedAtItsLine(String csv, int line, String key) {
        SmelterList.Loading loading = SmelterList.parse(csv.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), "A", DAY);

        assertThat(((SmelterList.Loading.Faulty) loading).faults()).first()
                .satisfies(fault -> assertThat(fault.line() + fault.key()).isEqualTo(line + key));
    }

    @Test
    void theFictionalListHasTwoEditionsAndTinMost() {
        List<SmelterList> editions = SmelterList.fictionalEditions();

        assertThat(editions).extracting(SmelterList::version).containsExactly("2025", "2026");
        assertThat(editions.getLast().smelters()).hasSize(54);
        assertThat(editions.getLast().smelters(Metal.TIN)).hasSize(28);
        assertThat(editions.getFirst().smelters()).filteredOn(s -> editions.getLast().find(s.id()).isEmpty()).hasSize(4);
        assertThat(editions.getLast().smelters()).allSatisfy(s -> assertThat(s.id()).startsWith("CID9"));
    }

    @Test
    void aListComesOutOfAnOwnCopyOfTheForm() {
        byte[] form = Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", DAY));

        SmelterList list = loaded(SmelterList.fromWorkbook(form, DAY));

        assertThat(list.version()).isEqualTo("6.5");
        assertThat(list.smelters()).hasSameSizeAs(SmelterList.fictional().smelters());
        assertThat(list.named(Metal.TIN, "KBT Works").orElseThrow().id()).isEqualTo("CID901001");
    }

    @Test
    void theRealFormAndTheListTakenFromItAgree() {
        SmelterList fromForm = loaded(SmelterList.fromWorkbook(Shared.bytes("supply/cmrt/templates/RMI_CMRT_6.5.xlsx"), DAY));
        SmelterList fromCsv = loaded(SmelterList.parse(Shared.bytes("supply/smelters/rmi_lookup_CMRT_6.5.csv"), "6.5", DAY));

        assertThat(fromForm.smelters(Metal.TIN)).hasSize(73);
        assertThat(fromForm.smelters(Metal.GOLD)).hasSize(182);
        assertThat(fromForm.smelters(Metal.TUNGSTEN)).hasSize(59);
        assertThat(fromForm.smelters(Metal.TANTALUM)).hasSize(35);
        assertThat(fromCsv.smelters()).extracting(SmelterList.Smelter::id)
                .containsExactlyInAnyOrderElementsOf(fromForm.smelters().stream().map(SmelterList.Smelter::id).toList());
    }

    @Test
    void everyKnownAliasOfTheRealListLeadsToItsSmelter() {
        Map<String, SmelterList> lists = Map.of("CMRT_6.5", loaded(SmelterList.parse(
                Shared.bytes("supply/smelters/rmi_lookup_CMRT_6.5.csv"), "6.5", DAY)));
        List<Csv.Line> cases = Csv.parse(new String(Shared.bytes("supply/names/smelter_alias_resolution_cases.csv"), StandardCharsets.UTF_8));
        int[] tried = {0};
        for (Csv.Line line : cases.subList(1, cases.size())) {
            Optional<Metal> metal = Metal.of(line.fields().get(0));
            SmelterList list = lists.get(line.fields().get(5));
            if (list != null && metal.isPresent()) {
                tried[0]++;
                assertThat(list.named(metal.get(), line.fields().get(1)).orElseThrow().id()).isEqualTo(line.fields().get(2));
            }
        }
        assertThat(tried[0]).isGreaterThan(100);
    }

    @Test
    void theTableOfOldIdsIsReadWhole() {
        SmelterList list = own().withOldIds(Shared.bytes("supply/smelters/v2_to_v3_smelter_ids.csv"));

        assertThat(list.current("1JPN072")).isEqualTo("CID000019");
        assertThat(list.current("1UZB002")).isEqualTo("CID000041");
    }
}
