package org.probity.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCompaniesInHanziTest {

    @Test
    void twoHundredInventedPairsAreToldApart() {
        assertThat(Invented.pairs(20, 200)).allSatisfy(pair ->
                assertThat(Names.compare(pair.left(), pair.right(), Kind.ORGANISATION).score() >= Names.BAR).as(pair.toString()).isEqualTo(pair.same()));
    }

    @ParameterizedTest
    @CsvSource({
        "新疆辰瀚硅业有限公司, Xinjiang Chenhan Silicon Industry Co. Ltd.",
        "重庆睿曜银行, Chongqing Ruiyao Bank",
        "廈門銘凱電子有限公司, 厦门铭凯电子有限公司",
        "株式会社ホシノ自動車, ホシノ自動車",
        "(주)가람소재, 가람소재",
        "東方朗霖有色金屬, Oriental Langlin Nonferrous Metals",
    })
    void theSameCompanyInAnotherWriting(String left, String right) {
        assertThat(Names.compare(left, right, Kind.ORGANISATION).score()).isGreaterThanOrEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "新疆辰瀚硅业有限公司, 新疆卓铭硅业有限公司",
        "Jiangsu Pei Lang No. 2 Plant, Jiangsu Pei Lang No. 5 Plant",
        "Saudi Amber Gas Company, Saudi Amber Oil Company",
        "Lantern of Boston Inc., Lantern of Chicago Inc.",
        "Silicon Industry Co. Ltd., Chenhan Silicon Industry Co. Ltd.",
    })
    void anotherCompany(String left, String right) {
        assertThat(Names.compare(left, right, Kind.ORGANISATION).score()).isLessThan(Names.BAR);
    }

    @Test
    void theReasonNamesEveryWord() {
        List<Link> links = Names.compare("新疆辰瀚硅业有限公司", "Xinjiang Chen Han Silicon Trading", Kind.ORGANISATION).links();
        assertThat(links).contains(new Link("辰瀚", "Chen Han", Link.How.JOINED, 1000, 100), new Link("新疆", "Xinjiang", Link.How.MEANING, 1000, 55),
                new Link("", "Trading", Link.How.ONLY_RIGHT, 0, 38));
    }

    @Test
    void turnedRoundItIsTheSameScore() {
        assertThat(Invented.pairs(3, 140)).allSatisfy(pair -> assertThat(Names.compare(pair.left(), pair.right(), Kind.ORGANISATION).score())
                .isEqualTo(Names.compare(pair.right(), pair.left(), Kind.ORGANISATION).score()));
    }
}
