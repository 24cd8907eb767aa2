package org.probity.house.ui.parts;

import java.util.List;

/**
 * A piece of a workbook as its sender knows it: names of the leaves, letters, row numbers, and the cells that need a look.
 *
 * @param leaves names of the workbook's sheets
 * @param leaf the one shown
 * @param columns letters
 * @param lang of the cells' words
 */
public record Sheet(List<String> leaves, String leaf, List<String> columns, List<Row> rows, String lang) {
    public record Row(int number, List<Cell> cells) {}

    /**
     * @param mark {@link Mark#NONE} for a cell that is only there for orientation
     * @param no the finding it belongs to
     */
    public record Cell(String text, Mark mark, int no) {
        public Cell(String text) {
            this(text, Mark.NONE, 0);
        }
    }
}
