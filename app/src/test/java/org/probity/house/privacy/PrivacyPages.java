package org.probity.house.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class PrivacyPages implements PageSamples {
    @Override
    public List<Page> pages() {
        var note = Map.<String, Object>of("at", Instant.parse("2026-06-01T04:00:00Z"), "act", "visit.began", "by-me", "yes", "details", "");
        return List.of(
                new MyDataPage(List.of()),
                new MyDataPage(List.of(new MyDataPage.Section("privacy.data.", List.of(
                        new PersonalData.Part("account", List.of(Map.of("name", "Lin <Yi>", "email", "lin@helia.example"))),
                        new PersonalData.Part("trail", Collections.nCopies(30, note))),
                        List.of(new PersonalData.Basis("account", "name", LocalDate.of(2024, 1, 1), "A law, art. 1. To be confirmed by counsel", List.of(), 24, false),
                                new PersonalData.Basis("account", "email", LocalDate.of(2024, 1, 1), "A law, art. 2", List.of("Our rule", "制度"), 24, true))))));
    }
}
