package org.probity.shapes.gathering;

import org.probity.house.ui.Page;

/** What is shown in the room of a session while it runs. @param here how many have signed in */
public record CodePage(Occasion it, Occasion.Session session, String code, long here, boolean over) implements Page {
    public String path() {
        return "/app/gatherings/" + it.id();
    }
}
