package org.probity.house.views;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class ViewsPages implements PageSamples {
    @Override
    public List<Page> pages() {
        return List.of(
                new ViewsPage(List.of(), "", "", List.of("BUYER"), List.of()),
                new ViewsPage(List.of(new ViewsPage.Line("0", "Glass & frames", "/app/suppliers?category=glass", ""),
                        new ViewsPage.Line("1", "德国供应商", "/app/suppliers?country=DE", "BUYER")),
                        "/app/suppliers?category=glass", "", List.of("BUYER"), List.of(new Reason("name", "views.name-missing", List.of()))));
    }
}
