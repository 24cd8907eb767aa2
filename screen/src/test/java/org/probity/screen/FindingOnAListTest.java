package org.probity.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FindingOnAListTest {

    private static final String CODE = "91510100MA0000000" + Identifier.usccCheck("91510100MA0000000");

    private static Party numbered(String id, String name, String number) {
        return new Party(id, Kind.ORGANISATION, List.of(Naming.of(name)), List.of(Identifier.guess(number)), "", "");
    }

    @Test
    void aCreditCodeInCommonDecidesWhateverTheNames() {
        Listing listing = Listing.of(List.of(numbered("a", "Quiet Heron Trading", CODE)));
        List<Hit> hits = listing.search(numbered("b", "Something Else Entirely", CODE), Names.BAR);
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.score()).isEqualTo(1000);
            assertThat(hit.number()).isEqualTo(new Identifier(Identifier.Scheme.USCC, CODE));
        });
    }

    @Test
    void aWrongCheckDigitIsNoCreditCode() {
        String wrong = CODE.substring(0, 17) + (CODE.endsWith("2") ? '3' : '2');
        assertThat(new Identifier(Identifier.Scheme.USCC, wrong).holds()).isFalse();
        assertThat(Identifier.guess(wrong).scheme()).isEqualTo(Identifier.Scheme.REGISTRY);
    }

    @Test
    void anLeiHasItsCheckDigits() {
        assertThat(new Identifier(Identifier.Scheme.LEI, "5493001KJTIIGC8Y1R12").holds()).isTrue();
        assertThat(new Identifier(Identifier.Scheme.LEI, "5493001KJTIIGC8Y1R13").holds()).isFalse();
    }

    /** As sales people and customs forms write: what a company is about is cut short, its own name is not. */
    @Test
    void aTradesWordMayBeCutShort() {
        for (String brief : List.of("Harbour Equipm Trdg", "Harbour Equip Trading", "Harbour Eqpt Trading Ltd")) {
            Listing listing = Listing.of(List.of(Party.organisation("a", "Harbour Equipment Trading Co Ltd")));
            assertThat(listing.search(Party.organisation("b", brief), Names.BAR)).as(brief).hasSize(1);
        }
        assertThat(Names.compare("Lanya Phrm Co", "Lanya Pharmaceutical Company", Kind.ORGANISATION).score()).isGreaterThanOrEqualTo(Names.BAR);
        assertThat(Names.compare("Star Co", "Starlight Co", Kind.ORGANISATION).score()).as("names of their own").isLessThan(Names.BAR);
        assertThat(Names.compare("Harbour Equipm", "Seaside Equipment", Kind.ORGANISATION).score()).as("the trade alone").isLessThan(Names.BAR);
        assertThat(Names.compare("Lanya Phrm", "Lanya Power", Kind.ORGANISATION).score()).as("another trade").isLessThan(Names.BAR);
    }

    @Test
    void everyoneIsFoundByTheirOwnNames() {
        List<Party> parties = IntStream.range(0, 600).mapToObj(at -> Invented.supplier(1, at)).toList();
        Listing listing = Listing.of(parties);
        for (Party party : parties) {
            for (Naming name : party.names()) {
                assertThat(listing.search(Party.organisation("wanted", name.text()), 1000)).extracting(hit -> hit.listed().id()).contains(party.id());
            }
        }
    }

    @Test
    void whoElseIsListedDoesNotChangeAScore() {
        Party wanted = Invented.supplier(1, 3);
        List<Party> many = new ArrayList<>(IntStream.range(0, 300).mapToObj(at -> Invented.supplier(1, at)).toList());
        Hit among = Listing.of(many).search(wanted, 900).stream().filter(hit -> hit.listed().id().equals("S3")).findFirst().orElseThrow();
        Hit alone = Listing.of(List.of(wanted)).search(wanted, 900).getFirst();
        assertThat(among).isEqualTo(alone);
    }

    @Test
    void aSingleSharedWordIsNoPerson() {
        Listing listing = Listing.of(List.of(new Party("1", Kind.PERSON, List.of(Naming.of("Ivo Testmann")), List.of(), "", "")));
        assertThat(listing.search(new Party("w", Kind.PERSON, List.of(Naming.of("Ivo Probst Kellner")), List.of(), "", ""), Names.BAR)).isEmpty();
        assertThat(listing.search(new Party("w", Kind.PERSON, List.of(Naming.of("TESTMANN, Iwo")), List.of(), "", ""), Names.BAR)).hasSize(1);
    }

    @Test
    void aWeakAliasCountsForLess() {
        Party strong = new Party("1", Kind.ORGANISATION, List.of(Naming.of("Quiet Heron")), List.of(), "", "");
        Party weak = new Party("1", Kind.ORGANISATION, List.of(Naming.of("Other"), new Naming("Quiet Heron", Naming.Sort.WEAK)), List.of(), "", "");
        Party wanted = Party.organisation("w", "Quiet Heron");
        assertThat(Listing.of(List.of(strong)).search(wanted, 500).getFirst().score()).isEqualTo(1000);
        assertThat(Listing.of(List.of(weak)).search(wanted, 500).getFirst().score()).isEqualTo(900);
    }

    @Test
    void anIdListedTwiceIsAFault() {
        assertThatThrownBy(() -> Listing.of(List.of(Party.organisation("1", "A b"), Party.organisation("1", "C d")))).hasMessageContaining("listed twice: 1");
    }
}
