package org.probity.supply.customs;

import static org.probity.house.print.Pdf.escaped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.customs.Names;
import org.probity.customs.PackDraft;
import org.probity.customs.Walk;
import org.probity.house.print.Pdf;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.supply.traceability.Provenance;
import org.springframework.stereotype.Component;

/**
 * The paper of a pack, whole in English and then whole in Chinese: summary, contents, the way from quartz to module by numbered steps, who does each, papers by step, chains,
 * verdict, sales beside production, hashes. It is short, however many things a pack is about: what is alike stands once, and the zip's files have every line.
 */
@Component
class PackPaper {
    /** A paper with more lines is read by nobody; the rest stands in the file that is named. */
    private static final int LINES = 200;
    private static final int CHAINS = 40;
    private static final List<String> PARTS = List.of("summary", "flow", "entities", "papers", "chains", "verdict", "reconciliation", "proof");

    private final Messages messages;

    PackPaper(Messages messages) {
        this.messages = messages;
    }

    /** One step of the way: a tier at a place, with its number. */
    private record Station(String no, String tier, Walk.Step step, Walk.Total total) {}

    byte[] of(CustomsPack pack, PackDraft.Header header, PackDraft draft, Names names, List<PackDraft.Listed> lists, List<PackDraft.Paper> papers, List<Provenance.Month> months) {
        var html = new StringBuilder();
        for (var lang : List.of(Lang.EN, Lang.ZH)) {
            new Sheet(html, lang, pack, header, draft, names, lists, papers, months).write();
        }
        return Pdf.of(html.toString(), Lang.EN);
    }

    private final class Sheet {
        private final StringBuilder html;
        private final Lang lang;
        private final CustomsPack pack;
        private final PackDraft.Header header;
        private final PackDraft draft;
        private final Names names;
        private final List<PackDraft.Listed> lists;
        private final List<PackDraft.Paper> papers;
        private final List<Provenance.Month> months;
        private final Map<String, Names.Article> articles = new HashMap<>();
        private final Map<String, Names.Place> places = new HashMap<>();

        Sheet(StringBuilder html, Lang lang, CustomsPack pack, PackDraft.Header header, PackDraft draft, Names names, List<PackDraft.Listed> lists, List<PackDraft.Paper> papers,
                List<Provenance.Month> months) {
            this.html = html;
            this.lang = lang;
            this.pack = pack;
            this.header = header;
            this.draft = draft;
            this.names = names;
            this.lists = lists;
            this.papers = papers;
            this.months = months;
            names.articles().forEach(it -> articles.put(it.uri(), it));
            names.places().forEach(it -> places.put(it.uri(), it));
        }

        void write() {
            html.append("<div lang=\"").append(lang.tag()).append("\"").append(lang == Lang.EN ? ">" : " class=\"break\">");
            html.append("<h1>").append(t("title", pack.no())).append("</h1><p>").append(escaped(pack.title())).append("</p>");
            contents();
            var stations = stations();
            summary(stations);
            flow(stations);
            entities(stations);
            papers();
            chains();
            verdict();
            reconciliation();
            proof();
            html.append("</div>");
        }

        private void contents() {
            html.append("<h2>").append(t("contents")).append("</h2><div class=\"contents\">");
            for (var n = 0; n < PARTS.size(); n++) {
                html.append("<p><a href=\"#").append(anchor(PARTS.get(n))).append("\">").append(n + 1).append(" ").append(t("part." + PARTS.get(n))).append("</a></p>");
            }
            html.append("</div>");
        }

        private void part(String name) {
            html.append("<h2 id=\"").append(anchor(name)).append("\">").append(PARTS.indexOf(name) + 1).append(" ").append(t("part." + name)).append("</h2>");
        }

        private String anchor(String name) {
            return name + "-" + lang.name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Only steps that lie on a way of the pack's things; what pools held besides is not told of. */
        private List<Station> stations() {
            Set<Walk.Step> on = draft.groups().stream().flatMap(it -> it.steps().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
            var sorted = on.stream().sorted(java.util.Comparator.comparing((Walk.Step it) -> Names.TIERS.indexOf(tier(it))).thenComparing(it -> it)).toList();
            var all = new ArrayList<Station>();
            var numbers = new LinkedHashMap<String, Integer>();
            var within = new HashMap<String, Integer>();
            for (var it : sorted) {
                var no = numbers.computeIfAbsent(tier(it), tier -> numbers.size() + 1);
                all.add(new Station(no + "." + within.merge(tier(it), 1, Integer::sum), tierName(tier(it)), it, draft.walk().totals().getOrDefault(it, new Walk.Total(0, 0, 0, 0, 0))));
            }
            return all;
        }

        private String tier(Walk.Step step) {
            return Optional.ofNullable(articles.get(step.article())).map(Names.Article::tier).orElse(Names.TIERS.getLast());
        }

        private String tierName(String tier) {
            return messages.letter(lang, "traceability.tier." + tier);
        }

        private void summary(List<Station> stations) {
            part("summary");
            var owners = stations.stream().map(it -> owner(it.step())).distinct().count();
            var countries = stations.stream().map(it -> places.get(it.step().place())).filter(java.util.Objects::nonNull).map(Names.Place::country).distinct().sorted().toList();
            var missing = papers.stream().filter(it -> it.file().isEmpty()).count();
            html.append("<p>").append(t("summary.things", draft.counted(), draft.grams(), draft.groups().size())).append("</p><p>").append(t("summary.way", stations.size(), owners, String.join(", ", countries)))
                    .append("</p><p>").append(t("summary.papers", papers.size(), missing)).append("</p><p>").append(t("summary.verdict", count("CLEAN"), count("TOUCHED"), count("UNKNOWN"))).append("</p><p class=\"hint\">")
                    .append(t("summary.counsel")).append("</p>");
        }

        private long count(String verdict) {
            return draft.groups().stream().filter(it -> it.verdict().equals(verdict)).mapToLong(PackDraft.Group::serials).sum();
        }

        private void flow(List<Station> stations) {
            part("flow");
            head("step", "article", "site", "region", "made", "mass-in", "mass-out");
            stations.stream().limit(LINES).forEach(it -> row(it.no() + " " + it.tier(), article(it.step()), place(it.step()), region(it.step()), Long.toString(it.total().things()),
                    kilograms(it.total().gramsIn()), kilograms(it.total().gramsOut())));
            end(stations.size(), "flow.json");
        }

        private void entities(List<Station> stations) {
            part("entities");
            head("step", "entity", "site", "record");
            stations.stream().limit(LINES).forEach(it -> row(it.no(), owner(it.step()), place(it.step()), record(it.step())));
            end(stations.size(), "names.json");
        }

        private void papers() {
            part("papers");
            if (papers.isEmpty()) {
                html.append("<p>").append(t("papers.none")).append("</p>");
                return;
            }
            head("step", "paper", "lots", "file");
            // What is missing is what a reader has to know first.
            papers.stream().sorted(java.util.Comparator.comparing((PackDraft.Paper it) -> it.file().isPresent())).limit(LINES)
                    .forEach(it -> row(tierName(it.tier()), it.uri(), it.things().stream().limit(3).map(CustomsPackPage::shortName).collect(Collectors.joining(", ")),
                            it.file().map(file -> file.name() + " · SHA-256 " + file.sha256()).orElse(t("papers.missing"))));
            end(papers.size(), "documents.jsonl");
        }

        private void chains() {
            part("chains");
            html.append("<p>").append(t("chains.text")).append("</p>");
            head("group", "things", "mass", "quartz", "fingerprint");
            draft.groups().stream().limit(CHAINS).forEach(it -> row(Integer.toString(it.no()), Long.toString(it.serials()), kilograms(it.grams()),
                    it.steps().stream().filter(step -> tier(step).equals(Names.TIERS.getFirst())).map(this::place).distinct().collect(Collectors.joining(", ")), it.chain()));
            end(draft.groups().size(), "groups.jsonl");
        }

        private void verdict() {
            part("verdict");
            html.append("<p>").append(t("verdict.text")).append("</p>");
            var listed = places.values().stream().filter(it -> it.standing() != Names.Standing.NONE).toList();
            html.append("<p>").append(listed.isEmpty() ? t("verdict.nobody") : t("verdict.places", listed.stream().map(it -> lang == Lang.EN ? it.en() : it.zh()).sorted().collect(Collectors.joining(", ")))).append("</p>");
            if (lists.isEmpty()) {
                html.append("<p>").append(t("verdict.no-list")).append("</p>");
                return;
            }
            head("list", "version", "day");
            lists.forEach(it -> row(lang == Lang.EN ? it.en() : it.zh(), it.version(), it.day()));
            html.append("</table>");
        }

        private void reconciliation() {
            part("reconciliation");
            html.append("<p>").append(t("reconciliation.text")).append("</p>");
            head("month", "site", "made", "shipped", "of-pack", "charged", "stated");
            months.stream().limit(LINES).forEach(it -> row(it.month().substring(0, 7), Optional.ofNullable(places.get(it.site())).map(one -> lang == Lang.EN ? one.en() : one.zh()).orElse(it.site()),
                    Long.toString(it.made()), Long.toString(it.shipped()), Long.toString(it.ofThese()), it.charged().toPlainString(), it.stated() == null ? t("not-stated") : it.stated().toPlainString()));
            end(months.size(), "reconciliation.json");
        }

        private void proof() {
            part("proof");
            html.append("<p>").append(t("proof.text", draft.events(), header.madeAt().toString())).append("</p><p class=\"id\">").append(escaped(header.log().name())).append("<br/>").append(escaped(header.log().fingerprint()))
                    .append("</p><p>").append(t("proof.how")).append("</p><p class=\"id\">java -jar verify-customs.jar customs-pack-").append(pack.no()).append(".zip</p>");
        }

        private void head(String... keys) {
            html.append("<table><thead><tr>");
            for (var key : keys) {
                html.append("<th>").append(t("column." + key)).append("</th>");
            }
            html.append("</tr></thead>");
        }

        private void row(String... cells) {
            html.append("<tr>");
            for (var cell : cells) {
                html.append("<td").append(cell.length() > 40 ? " class=\"id\">" : ">").append(escaped(cell)).append("</td>");
            }
            html.append("</tr>");
        }

        private void end(int all, String file) {
            html.append("</table>");
            html.append("<p class=\"hint\">").append(t("all-lines", all, file)).append("</p>");
        }

        private String article(Walk.Step step) {
            return Optional.ofNullable(articles.get(step.article())).map(it -> lang == Lang.EN ? it.en() : it.zh()).orElse(step.article());
        }

        private String place(Walk.Step step) {
            return Optional.ofNullable(places.get(step.place())).map(it -> lang == Lang.EN ? it.en() : it.zh()).orElse(step.place().isEmpty() ? t("unsaid") : step.place());
        }

        private String region(Walk.Step step) {
            return Optional.ofNullable(places.get(step.place())).map(it -> it.region().isEmpty() ? it.country() : it.country() + "-" + it.region()).orElse(t("unsaid"));
        }

        private String owner(Walk.Step step) {
            return Optional.ofNullable(places.get(step.place())).map(it -> it.owner().map(one -> one.number() + " " + (lang == Lang.EN ? one.en() : one.zh()))
                    .orElse(it.whose().equals("OURS") ? lang == Lang.EN ? header.company().en() : header.company().zh() : t("unsaid"))).orElse(t("unsaid"));
        }

        private String record(Walk.Step step) {
            return Optional.ofNullable(places.get(step.place())).map(it -> t("record", it.index())).orElse(t("unsaid"));
        }

        private static String kilograms(long grams) {
            return java.math.BigDecimal.valueOf(grams, 3).toPlainString();
        }

        private String t(String key, Object... args) {
            return escaped(messages.letter(lang, "customs.paper." + key, args));
        }
    }
}
