package org.probity.house.signin;

import java.util.List;
import org.probity.house.mail.MailServer;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/** What an administrator sets for the whole house. @param days how long visits and links are remembered, as typed */
public record SettingsPage(Company.Form company, MailServer.Form mail, String days, List<Answer.Reason> reasons) implements Page {}
