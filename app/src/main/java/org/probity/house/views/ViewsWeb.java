package org.probity.house.views;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.SignedIn;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeping a list as it is narrowed, and one's own views. */
@Controller
@SignedIn
class ViewsWeb {
    record Form(@Nullable String name, @Nullable String address, @Nullable String role) {}

    private final Views views;
    private final Pages pages;

    ViewsWeb(Views views, Pages pages) {
        this.views = views;
        this.pages = pages;
    }

    @GetMapping({"/app/views", "/app/views/{id}/remove"})
    Object mine(@RequestParam(defaultValue = "") String keep, Me me) {
        return pages.view(page(keep, "", me, List.of()));
    }

    @PostMapping("/app/views")
    Object keep(Form form, Me me) {
        var address = words(form.address());
        var role = Arrays.stream(Role.values()).filter(it -> it.name().equals(words(form.role()))).findFirst();
        return switch (views.keep(words(form.name()), address, role, me)) {
            case Answer.Done<Views.View>(var kept) -> pages.done(kept.href(), "views.kept", kept.name());
            case Answer.Refused<Views.View>(var reasons) ->
                    pages.view(page(address, words(form.name()), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/views/{id}/remove")
    Object remove(@PathVariable UUID id, Me me) {
        return switch (views.remove(id, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/views", "views.removed");
            case Answer.Refused<UUID> notMine -> throw new NotThere("view " + id);
        };
    }

    private ViewsPage page(String address, String name, Me me, List<Reason> reasons) {
        return new ViewsPage(
                views.mine(me).stream().map(it -> new ViewsPage.Line(it.id().toString(), it.name(), it.href(), it.role() == null ? "" : it.role().name())).toList(),
                address.startsWith("/app") ? address : "", name, me.roles().stream().filter(it -> !it.outside()).map(Enum::name).sorted().toList(), reasons);
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
