package org.probity.house.views;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * One's own views, and the form that keeps another.
 *
 * @param address of the list to keep; empty when nobody came from one
 * @param roles one may share with
 */
public record ViewsPage(List<Line> views, String address, String name, List<String> roles, List<Reason> reasons) implements Page {

    /** @param role with whom it is shared, or empty */
    public record Line(String id, String name, String href, String role) {}

    public List<Option> with(Screen s) {
        return roles.stream().map(role -> new Option(role, s.t("views.share-with", s.t("signin.role." + role)))).toList();
    }
}
