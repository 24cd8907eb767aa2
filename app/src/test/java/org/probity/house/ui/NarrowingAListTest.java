package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NarrowingAListTest {
    private static Query query(String... pairs) {
        var parameters = new java.util.HashMap<String, String[]>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return Query.of("/app/suppliers", parameters);
    }

    @Test
    void everythingStandsInTheAddress() {
        var query = query("grade", "C", "name", "龙 & co", "sort", "-due", "page", "3");
        assertThat(query.href()).isEqualTo("/app/suppliers?grade=C&name=%E9%BE%99+%26+co&page=3&sort=-due");
    }

    @Test
    void anotherFilterBeginsAtTheFirstPage() {
        assertThat(query("page", "3", "sort", "due").with("grade", "C").href()).isEqualTo("/app/suppliers?grade=C&sort=due");
        assertThat(query("grade", "C").with("grade", "").href()).isEqualTo("/app/suppliers");
    }

    @Test
    void theSameColumnAgainTurnsTheOrder() {
        assertThat(query("sort", "due").by("due").href()).isEqualTo("/app/suppliers?sort=-due");
        assertThat(query("sort", "-due").by("due").href()).isEqualTo("/app/suppliers?sort=due");
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotThere() {
        assertThat(query("page", "-1").page()).isEqualTo(1);
        assertThat(query("page", "9999999999").page()).isEqualTo(1);
        assertThat(query("format", "exe").format()).isEmpty();
    }

    @Test
    void onlyTheListsOwnExpressionsReachTheDatabase() {
        var columns = Map.of("due", "o.due_day");
        assertThat(query("sort", "-due").orderBy(columns, "o.id")).isEqualTo("o.due_day DESC NULLS LAST, o.id");
        assertThat(query("sort", "1; DROP TABLE x").orderBy(columns, "o.id")).isEqualTo("o.id");
    }

    @Test
    void aFileHoldsTheWholeListAndNotOnePage() {
        var file = query("page", "3", "format", "csv");
        assertThat(file.offset()).isZero();
        assertThat(file.limit()).isEqualTo(Query.FILE);
        assertThat(query("page", "3").offset()).isEqualTo(100);
    }
}
