package org.probity.house.ui.parts;

import gg.jte.Content;

/** A piece that stands within a line or a cell. It knows its bare words too, because a table is also downloaded. */
public interface Inline extends Content {
    String words();
}
