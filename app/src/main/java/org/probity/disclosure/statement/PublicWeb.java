package org.probity.disclosure.statement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Open;
import org.probity.house.inbox.Notice;
import org.probity.house.log.Log;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.people.labour.Oversight;
import org.probity.proof.Level;
import org.probity.shapes.figure.Figure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may read: the reports, the figures, their packages, and the page that checks them. No sign-in, no session, no script. */
@Controller
@Open
class PublicWeb {
    private final Statements statements;
    private final Briefs briefs;
    private final Packages packages;
    private final Archive archive;
    private final Readers readers;
    private final Chapters chapters;
    private final KeptClosed keptClosed;
    private final Log log;
    private final Oversight oversight;
    private final Pages pages;
    private final ObjectProvider<Notice> notices;
    private final ObjectProvider<Opinions> opinions;
    private final String url;

    PublicWeb(
            Statements statements, Briefs briefs, Packages packages, Archive archive, Readers readers, Chapters chapters, KeptClosed keptClosed, Log log, Oversight oversight, Pages pages,
            ObjectProvider<Notice> notices, ObjectProvider<Opinions> opinions, @Value("${probity.url:http://localhost:8080}") String url) {
        this.statements = statements;
        this.briefs = briefs;
        this.packages = packages;
        this.archive = archive;
        this.readers = readers;
        this.chapters = chapters;
        this.keptClosed = keptClosed;
        this.log = log;
        this.oversight = oversight;
        this.pages = pages;
        this.notices = notices;
        this.opinions = opinions;
        this.url = url;
    }

    @GetMapping("/")
    Object newest() {
        return statements.allPublished().stream().findFirst()
                .map(edition -> (Object) pages.view(page(edition)))
                .orElseGet(() -> pages.view(new NothingYetPage(notices.stream().map(Notice::now).flatMap(Optional::stream).toList())));
    }

    @GetMapping("/report/{year:20[0-9]{2}}")
    Object report(@PathVariable int year) {
        return pages.view(page(published(year)));
    }

    /** An edition that a later one has restated stays where it was, with its package. */
    @GetMapping("/report/{year:20[0-9]{2}}/editions/{no:[0-9]+}")
    Object edition(@PathVariable int year, @PathVariable String no) {
        return pages.view(page(published(year, no)));
    }

    private ReportPage page(Edition edition) {
        var all = statements.allPublished();
        var aims = briefs.of(edition).stream().map(it -> readers.aim(edition, it)).toList();
        return new ReportPage(edition, chapters.of(edition.id()), aims, briefs.drawn(edition), readers.restated(edition.year()).stream().filter(it -> it.by().no() <= edition.no()).toList(),
                readers.reworded(edition.year()).stream().filter(it -> it.by().no() <= edition.no()).toList(), statements.published(edition.year()).filter(it -> it.no() > edition.no()), all.stream().map(Edition::year).distinct().toList(),
                log.newest().map(Log.Signed::size).orElse(0L), log.cosigned(),
                edition.publishedAt() == null ? List.of() : oversight.standing(edition.publishedAt()), keptClosed.of(edition));
    }

    @GetMapping("/report/{year:20[0-9]{2}}/{key:[a-z0-9-]+}")
    Object figure(@PathVariable int year, @PathVariable String key, Query query) {
        var edition = published(year);
        var view = readers.leaf(edition, key, query.onPage(query.page()), Figure.Level.PUBLIC).orElseThrow(() -> new NotThere("figure " + key + " of " + year));
        return pages.view(new PublishedFigurePage(edition, view, log.place(edition.record()).orElse(null), log.newest().orElse(null),
                log.verifier().fingerprint(), archive.held(edition, Level.PUBLIC).orElse(null), readers.history(key),
                opinions.stream().flatMap(it -> it.shown(edition.id(), key).stream()).toList(),
                Optional.of(readers.aim(edition, view.brief())).filter(aim -> aim.target().isPresent()), statements.boundary(edition),
                url + "/report/" + year + "/" + key));
    }

    @GetMapping("/report/{year:20[0-9]{2}}/package.zip")
    ResponseEntity<byte[]> download(@PathVariable int year) {
        return sealed(published(year), "report-" + year + ".zip");
    }

    @GetMapping("/report/{year:20[0-9]{2}}/editions/{no:[0-9]+}/package.zip")
    ResponseEntity<byte[]> download(@PathVariable int year, @PathVariable String no) {
        return sealed(published(year, no), "report-" + year + "-" + no + ".zip");
    }

    private ResponseEntity<byte[]> sealed(Edition edition, String name) {
        var zip = packages.complete(edition, Level.PUBLIC).orElseThrow(() -> new NotThere("package of " + edition.id() + ", not in the log yet"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .body(zip);
    }

    /** How a first-time visitor follows one number down to its proof. */
    @GetMapping("/follow")
    Object follow() {
        var edition = statements.allPublished().stream().findFirst().orElseThrow(() -> new NotThere("nothing was published"));
        // So that each step has something to show.
        var backed = briefs.best(edition).orElseThrow(() -> new NotThere("no figure was published"));
        return pages.view(new FollowPage(edition, backed.said(), backed.papers(), log.place(edition.record()).orElse(null)));
    }

    @GetMapping("/verify")
    Object verify(HttpServletRequest request) {
        return pages.view(new VerifyPage(log.verifier().fingerprint(), log.verifier().name()));
    }

    /** The checker itself: one file that works from disk and without a network, so it carries its own rules. */
    @GetMapping("/verify/verify.html")
    ResponseEntity<ClassPathResource> checker() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verify.html\"")
                .contentType(MediaType.TEXT_HTML)
                .body(new ClassPathResource("org/probity/proof/verify.html"));
    }

    private Edition published(int year, String no) {
        return (no.length() < 6 ? statements.published(year, Integer.parseInt(no)) : Optional.<Edition>empty()).orElseThrow(() -> new NotThere("edition " + no + " of " + year));
    }

    private Edition published(int year) {
        return statements.published(year).orElseThrow(() -> new NotThere("report of " + year));
    }
}
