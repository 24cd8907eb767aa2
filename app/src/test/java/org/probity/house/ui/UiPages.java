package org.probity.house.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class UiPages implements PageSamples {
    @Override
    public List<Page> pages() {
        var pages = new ArrayList<Page>();
        for (Trouble trouble : Trouble.values()) {
            pages.add(new TroublePage(trouble, trouble == Trouble.UNEXPECTED ? "c0ffee4418" : "", Instant.parse("2026-11-22T10:20:00Z")));
        }
        for (Lang lang : Lang.values()) {
            pages.add(GalleryWeb.page(lang, Query.all("/app/parts").with("state", "late").by("due").onPage(2)));
        }
        return pages;
    }
}
