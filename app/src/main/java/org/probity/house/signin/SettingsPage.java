package org.probity.house.signin;

import java.util.List;
import org.probity.house.mail.MailServer;
import org.probity.house.settings.Company;
import org.probity.house.settings.DaysKept;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/**
 * What an administrator sets for the whole house.
 *
 * @param days how long visits and links are remembered, as typed
 * @param kept how long rooms keep what they forget one day
 */
public record SettingsPage(Company.Form company, MailServer.Form mail, String days, List<Kept> kept, List<Answer.Reason> reasons) implements Page {
    /** @param typed what stands in the field */
    public record Kept(DaysKept it, String typed) {
        public String title() {
            return it.name() + ".title";
        }

        public String text() {
            return it.name() + ".text";
        }
    }
}
