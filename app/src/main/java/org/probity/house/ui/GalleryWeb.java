package org.probity.house.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.probity.house.access.Open;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The gallery is there only where a designer or a test asked for it. */
@Controller
@ConditionalOnBooleanProperty("probity.gallery")
@Open
class GalleryWeb {
    private final Pages pages;

    GalleryWeb(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/app/parts")
    View parts(Query query, HttpServletRequest request) {
        var page = page(pages.screen(request).lang(), query);
        return query.format().map(format -> pages.file(format, "parts", page::table)).orElseGet(() -> pages.view(page));
    }

    static GalleryPage page(Lang lang, Query query) {
        return new GalleryPage(lang, query, List.of(
                new Answer.Reason("facts", "ui.gallery.facts", List.of()), new Answer.Reason("", "ui.gallery.whole", List.of())));
    }
}
