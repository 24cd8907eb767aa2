package org.probity.disclosure.statement;

import java.util.List;
import org.probity.house.inbox.Notice;
import org.probity.house.ui.Page;

/** The public start page of a house that has published nothing. */
public record NothingYetPage(List<Notice.Line> notices) implements Page {
    public NothingYetPage() {
        this(List.of());
    }
}
