package org.probity.supply.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * The checklist, filled standing in a factory: with a script on the device also where there is no network, without it as a form.
 *
 * @param person whose device it is; what is kept there is kept under this account
 * @param fills whether they may answer now
 * @param names of auditors
 */
public record ChecklistPage(
        Audit audit, String supplier, Pack pack, Map<String, Answers.Merged> answers, Map<String, List<Answers.Photo>> photos, UUID person, boolean fills,
        Map<UUID, String> names, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/audits/" + audit.id() + "/checklist";
    }

    /** What the one who looks answered last. */
    public Optional<Answers.Kept> mine(String question) {
        return answers.get(question).each().stream().filter(it -> it.by().equals(person)).findFirst();
    }

    public List<Answers.Kept> others(String question) {
        return answers.get(question).each().stream().filter(it -> !it.by().equals(person)).toList();
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public String said(Screen s, Answers.Kept it) {
        return AuditPage.said(s, it);
    }

    public List<Option> verdicts(Screen s) {
        return Arrays.stream(Verdict.values()).map(it -> new Option(it.name(), s.t("audit.verdict." + it))).toList();
    }

    public List<Option> severities(Screen s) {
        return Arrays.stream(Severity.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public long answered() {
        return answers.values().stream().filter(it -> !it.each().isEmpty()).count();
    }

    public boolean conflict(String question) {
        return answers.get(question).conflict();
    }

    public long photos(String question) {
        return photos.getOrDefault(question, List.of()).size();
    }
}
