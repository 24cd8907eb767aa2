package org.probity.house.ui;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.EnumMap;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/** Screens without a request, for tests of templates. */
public final class Screens {
    public static final Me BUYER = new Me(UUID.fromString("8b2f0c1e-4a52-4d0e-9a57-6b1f8f3f9a01"), "Lin Qiao", Set.of(Role.BUYER), Optional.empty());
    private static final Messages MESSAGES = new Messages("strict");
    private static final Assets ASSETS = new Assets();

    private Screens() {}

    /** Someone of the house, on the evening of 22 November 2026. */
    public static Screen of(Lang lang) {
        var wings = new EnumMap<Wing, List<Menu.Line>>(Wing.class);
        wings.put(Wing.MINE, List.of(new Menu.Line("ui.menu", "/app", true, OptionalLong.of(14))));
        return new Screen(lang, Theme.SYSTEM, Optional.of(BUYER), "/app/somewhere", "/app/somewhere?a=1&b=2",
                () -> Optional.of(new Screen.Csrf("_csrf", "token")), Optional.empty(),
                () -> List.of(new KeptViews.Kept("Glass & frames", "/app/somewhere?a=1&b=2", true)), _ -> true, _ -> Html.words(""),
                ZonedDateTime.parse("2026-11-22T18:20:00+08:00[Asia/Shanghai]"), new Menu(wings, "ui.menu"),
                new Screen.House("Helia Solar", true, MESSAGES, ASSETS));
    }

    /** Nobody signed in. */
    public static Screen publicly(Lang lang) {
        Screen s = of(lang);
        return new Screen(lang, Theme.DARK, Optional.empty(), "/", "/", Optional::empty, Optional.empty(), List::of, _ -> true, _ -> Html.words(""), s.now(), Menu.NONE, s.house());
    }
}
