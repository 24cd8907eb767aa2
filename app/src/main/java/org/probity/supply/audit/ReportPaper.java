package org.probity.supply.audit;

import static org.probity.house.print.Pdf.escaped;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.print.Pdf;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/** The report of an audit as a paper, in either language: what is fixed, who went, what was asked, found, said to it. */
@Component
class ReportPaper {
    /** A paper with more pictures would be a file nobody can mail; the others are named. */
    static final int PHOTOS_MOST = 24;

    private final Answers answers;
    private final Audits audits;
    private final Reports reports;
    private final Packs packs;
    private final AuditList list;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Messages messages;
    private final Company company;

    ReportPaper(
            Answers answers, Audits audits, Reports reports, Packs packs, AuditList list, Suppliers suppliers, Accounts accounts, Evidence evidence, Messages messages,
            Company company) {
        this.answers = answers;
        this.audits = audits;
        this.reports = reports;
        this.packs = packs;
        this.list = list;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.messages = messages;
        this.company = company;
    }

    byte[] pdf(Audit audit, Lang lang) {
        return Pdf.of(html(audit, lang), lang);
    }

    String html(Audit audit, Lang lang) {
        var supplier = suppliers.find(audit.supplier()).orElseThrow();
        var pack = packs.of(audit);
        var html = new StringBuilder();
        html.append("<h1>").append(t(lang, "audit.paper.title", audit.number())).append("</h1>");
        row(html, t(lang, "audit.paper.by"), company.signs(lang));
        row(html, t(lang, "audit.supplier"), supplier.name(lang) + " · " + supplier.number());
        row(html, t(lang, "audit.site"), list.site(audit.site()));
        row(html, t(lang, "audit.days"), audit.fromDay() + " – " + audit.untilDay());
        row(html, t(lang, "audit.scope"), audit.scope());
        row(html, t(lang, "audit.pack"), pack.name(lang) + " " + pack.version() + " · SHA-256 " + audit.packSha256());
        audits.sampling(audit.id()).ifPresent(it -> {
            row(html, t(lang, "audit.interviews"), it.interviews() + (it.groups().isEmpty() ? "" : " · " + it.groups()));
            row(html, t(lang, "audit.documents"), it.documents());
        });
        audits.meetings(audit.id()).forEach(it -> row(html, t(lang, "audit.meeting." + it.kind()), it.day() + " · " + t(lang, "audit.people-were", (long) it.people()) + " " + it.words()));
        row(html, t(lang, "audit.reaudit"), String.valueOf(audit.reauditDay()));
        team(html, audit, lang);
        findings(html, audit, pack, lang);
        asked(html, audit, pack, lang);
        var comments = reports.comments(audit.id());
        if (!comments.isEmpty()) {
            heading(html, t(lang, "audit.comments"));
            comments.forEach(it -> html.append("<p>").append(escaped(it.words())).append("</p>"));
        }
        return html.toString();
    }

    private void team(StringBuilder html, Audit audit, Lang lang) {
        var members = audits.members(audit.id()).stream().filter(it -> !it.left()).toList();
        Map<UUID, String> names = accounts.names(members.stream().map(Audit.Member::account).collect(Collectors.toSet()));
        var words = reports.words(audit.id());
        heading(html, t(lang, "audit.team"));
        html.append("<table>");
        for (var it : members) {
            var word = words.stream().filter(said -> said.account().equals(it.account())).findFirst();
            cells(html, List.of(names.getOrDefault(it.account(), "–"), t(lang, "audit.department." + it.department()) + (it.lead() ? " · " + t(lang, "audit.lead") : ""),
                    t(lang, "audit.independent"),
                    word.map(said -> t(lang, said.agrees() ? "audit.agrees" : "audit.dissents") + (said.words().isEmpty() ? "" : t(lang, "audit.colon") + said.words())).orElse("–")));
        }
        html.append("</table>");
    }

    private void findings(StringBuilder html, Audit audit, Pack pack, Lang lang) {
        var findings = reports.findings(audit.id());
        heading(html, t(lang, "audit.findings") + " · " + findings.size());
        if (findings.isEmpty()) {
            html.append("<p>").append(escaped(t(lang, "audit.no-findings-text"))).append("</p>");
            return;
        }
        var photos = answers.photosByQuestion(audit.id());
        var shown = 0;
        for (var it : findings) {
            html.append("<p><strong>").append(it.no()).append(" · ").append(escaped(t(lang, it.severity().key()) + " · " + it.title(lang))).append("</strong><br/>")
                    .append(escaped(t(lang, "audit.topic." + it.topic()) + " · " + it.clause())).append("<br/>").append(escaped(it.words())).append("</p>");
            for (var photo : photos.getOrDefault(it.question(), List.of())) {
                var item = evidence.find(photo.evidence()).orElseThrow();
                if (shown++ < PHOTOS_MOST) {
                    html.append("<p><img style=\"max-height: 70mm\" alt=\"").append(escaped(it.title(lang))).append("\" src=\"data:").append(item.mediaType()).append(";base64,")
                            .append(Base64.getEncoder().encodeToString(evidence.bytes(item))).append("\"/></p>");
                }
                html.append("<p class=\"id\">SHA-256 ").append(item.sha256()).append("</p>");
            }
        }
    }

    private void asked(StringBuilder html, Audit audit, Pack pack, Lang lang) {
        var merged = answers.merged(audit);
        heading(html, t(lang, "audit.paper.asked"));
        html.append("<table>");
        for (var question : pack.questions()) {
            var stands = merged.get(question.code()).stands();
            cells(html, List.of(question.code(), question.words(lang), question.clause(),
                    stands.map(it -> t(lang, "audit.verdict." + it.verdict()) + (it.note().isEmpty() ? "" : t(lang, "audit.colon") + it.note())).orElse("–")));
        }
        html.append("</table>");
    }

    private static void heading(StringBuilder html, String words) {
        html.append("<h2>").append(escaped(words)).append("</h2>");
    }

    private static void row(StringBuilder html, String term, String value) {
        html.append("<p><strong>").append(escaped(term)).append("</strong> ").append(escaped(value)).append("</p>");
    }

    private static void cells(StringBuilder html, List<String> cells) {
        html.append("<tr>");
        cells.forEach(it -> html.append("<td>").append(escaped(it)).append("</td>"));
        html.append("</tr>");
    }

    private String t(Lang lang, String key, Object... args) {
        return messages.letter(lang, key, args);
    }
}
