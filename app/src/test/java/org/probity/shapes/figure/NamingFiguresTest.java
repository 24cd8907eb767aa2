package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers tell figures apart by. Rooms are built side by side, so nobody else would see that two chose the same. */
@WholeHouse
class NamingFiguresTest {
    @Autowired Figures figures;

    @Test
    void noTwoFiguresHaveTheSameNumberInTheReport() {
        assertThat(figures.all()).extracting(Figure::code).doesNotHaveDuplicates();
    }

    @Test
    void noTwoFiguresBeginTheirRowsWithTheSameLetters() {
        assertThat(figures.all()).extracting(Figure::rowCode).doesNotHaveDuplicates();
        assertThat(figures.all()).extracting(Figure::key).doesNotHaveDuplicates();
    }
}
