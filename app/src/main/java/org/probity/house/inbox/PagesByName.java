package org.probity.house.inbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the lines of this person's menu by what they are called in either language. */
@Component
class PagesByName implements Finds {
    private final ObjectProvider<MenuEntry> menu;
    private final Messages messages;

    PagesByName(ObjectProvider<MenuEntry> menu, Messages messages) {
        this.menu = menu;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String group() {
        return "inbox.pages";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return menu.stream()
                .filter(entry -> !Collections.disjoint(entry.roles(), me.roles()))
                .filter(entry -> Arrays.stream(Lang.values())
                        .anyMatch(lang -> messages.letter(lang, entry.key()).toLowerCase(Locale.ROOT).contains(wanted)))
                .limit(MOST)
                .map(entry -> new Hit(Words.of(entry.key()), Words.of(entry.wing().key()), entry.href()))
                .toList();
    }
}
