package org.probity.house.signin;

import java.util.List;
import org.probity.house.access.Ruling;
import org.probity.house.ui.Answer.Reason;

/** What the room of access denied, in the screens' words. */
final class Rulings {
    private Rulings() {}

    static List<Reason> reasons(Ruling.Denied<?> denied) {
        return List.of(new Reason(denied.field(), denied.key(), denied.args()));
    }
}
