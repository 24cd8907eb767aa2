package org.probity.shapes.ballot;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class BallotPages implements PageSamples {
    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<Page> pieces() {
        return List.of(new Ask("0".repeat(32)));
    }
}
