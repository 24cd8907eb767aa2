package org.probity.people.labour;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Engagement;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** Who is engaged today, whether a document of theirs was checked and a contract signed. @param missing how many lack either */
public record PeoplePage(List<Line> lines, Query query, long found, long noDocument, long noContract, List<Option> sites) implements Page {
    /** @param verifiedOn null: no document was checked @param until of the contract of the day; null with {@code contracted}: open */
    public record Line(
            UUID person, String number, String nameEn, String nameZh, Engagement kind, String siteEn, String siteZh, @Nullable LocalDate verifiedOn,
            boolean contracted, boolean signed, @Nullable LocalDate until) {
        String name(Lang lang) {
            return LabourWords.in(lang, nameEn, nameZh);
        }
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("labour.people"))
                .head("labour.name", it -> new Link(it.name(s.lang()), "/app/labour/people/" + it.person()))
                .id("labour.heading.number", Line::number)
                .text("labour.engaged-as", it -> s.t("directory.engagement." + it.kind()))
                .text("labour.site", it -> Optional.of(LabourWords.in(s.lang(), it.siteEn(), it.siteZh())).filter(words -> !words.isEmpty()))
                .state("labour.document-checked", it -> it.verifiedOn() == null ? State.bad(s.t("labour.not-checked")) : State.good(s.day(it.verifiedOn())))
                .state("labour.contract", it -> !it.contracted() ? State.warn(s.t("labour.none-known"))
                        : !it.signed() ? State.warn(s.t("labour.not-signed"))
                        : State.good(it.until() == null ? s.t("labour.term.OPEN") : s.t("labour.until-day", it.until())))
                .paged(query, found).downloads();
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "lacks", "", s.t("labour.everybody")),
                Chip.of(query, "lacks", "document", s.t("labour.lacks-document"), noDocument), Chip.of(query, "lacks", "contract", s.t("labour.lacks-contract"), noContract));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("labour.name-or-number"), List.of()), new Pick("site", s.t("labour.site"), sites));
    }
}
