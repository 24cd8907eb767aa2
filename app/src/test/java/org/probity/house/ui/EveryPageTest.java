package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What is true of every page, whichever room it belongs to. Rooms hand in their pages by {@link PageSamples}. */
class EveryPageTest {
    record Shown(String page, Lang lang, boolean whole, String html, Document dom) {
        @Override
        public String toString() {
            return page + " " + lang;
        }
    }

    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:!?()]\\p{IsHan}|\\p{IsHan}[,;!?]\\s");
    /** Rooms whose samples are not written yet; a browser looks at their pages. The list may only become shorter. */
    private static final Set<String> OWED = Set.of();
    /** Classes by which a room's script finds its places. */
    private static final Set<String> HOOKS = Set.of("asked", "checklist", "device", "kept", "more", "online", "unsent");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Set<String> STYLED = styled();
    private static final Templates TEMPLATES = new Templates();

    /** Each page of a room as it is shown in both languages, to somebody who is signed in and to a stranger. */
    private static Stream<Shown> shown(PageSamples room) {
        return Stream.of(Lang.values()).flatMap(lang -> Stream.concat(
                room.pages().stream().flatMap(page -> Stream.of(Screens.of(lang), Screens.publicly(lang)).map(screen -> show(page, lang, true, screen))),
                room.pieces().stream().map(piece -> show(piece, lang, false, Screens.of(lang)))));
    }

    private static Shown show(Page page, Lang lang, boolean whole, Screen screen) {
        var html = TEMPLATES.html(page, screen);
        return new Shown(page.getClass().getSimpleName(), lang, whole, html, Jsoup.parse(html));
    }

    static Stream<Named<PageSamples>> rooms() throws ReflectiveOperationException {
        return samples().stream().map(room -> Named.of(room.getClass().getSimpleName(), room));
    }

    /** Every rule for every page; all that is wrong in a room is said at once. A page is drawn and read once for all rules, which is most of what they cost. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void everyPageOfTheRoomKeepsEveryRule(PageSamples room) {
        assertAll(shown(room).map(shown -> () -> assertAll(shown.toString(),
                () -> hasOneHeading(shown),
                () -> namesEveryControl(shown),
                () -> refersToWhatIsThere(shown),
                () -> hasNoStyleOrScriptInside(shown),
                () -> hasNoClassWithoutAStyle(shown),
                () -> postsWithTheTokenOfTheForm(shown),
                () -> tellsWhatItsPicturesShow(shown),
                () -> setsChineseStopsInChinese(shown),
                () -> staysLight(shown))));
    }

    /** Of all rooms. */
    static List<PageSamples> samples() throws ReflectiveOperationException {
        var samples = new ArrayList<PageSamples>();
        for (Class<?> type : classes(PageSamples.class)) {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            samples.add((PageSamples) constructor.newInstance());
        }
        return samples;
    }

    private static Set<Class<?>> classes(Class<?> kind) throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        var classes = new java.util.LinkedHashSet<Class<?>>();
        for (var found : scanner.findCandidateComponents("org.probity")) {
            classes.add(Class.forName(found.getBeanClassName()));
        }
        return classes;
    }

    @Test
    void everyPageIsGivenByItsRoom() throws ReflectiveOperationException {
        var given = samples().stream().flatMap(room -> Stream.concat(room.pages().stream(), room.pieces().stream()))
                .map(Object::getClass).collect(Collectors.toSet());
        assertThat(classes(Page.class).stream().filter(page -> !OWED.contains(page.getPackageName())))
                .as("pages without a sample in their room's PageSamples").isSubsetOf(given);
    }

    /** A class without a style leaves its fields where they fall: four short ones in a row became a column of four. */
    private void hasNoClassWithoutAStyle(Shown shown) {
        assertThat(shown.dom.getAllElements().stream().flatMap(element -> element.classNames().stream()).filter(name -> !STYLED.contains(name)).distinct())
                .as("classes without a style").isEmpty();
    }

    private static Set<String> styled() {
        var styled = Stream.of("tokens", "base", "form", "table", "parts", "report", "print").map(EveryPageTest::sheet)
                .flatMap(sheet -> CLASS.matcher(sheet).results().map(found -> found.group(1))).collect(Collectors.toCollection(HashSet::new));
        styled.addAll(HOOKS);
        return styled;
    }

    private static String sheet(String name) {
        try (var file = Page.class.getResourceAsStream("look/" + name + ".css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hasOneHeading(Shown shown) {
        assertThat(shown.dom.select("h1")).hasSize(shown.whole ? 1 : 0);
        if (shown.whole) {
            assertThat(shown.dom.title()).isNotBlank();
            assertThat(shown.dom.select("html").attr("lang")).isEqualTo(shown.lang.tag());
        }
    }

    private void namesEveryControl(Shown shown) {
        Document dom = shown.dom;
        var labelled = Set.copyOf(dom.select("label[for]").eachAttr("for"));
        for (Element control : dom.select("input:not([type=hidden]), select, textarea")) {
            boolean named = control.hasAttr("aria-label") || control.closest("label") != null || labelled.contains(control.id());
            assertThat(named).as(control::outerHtml).isTrue();
        }
        for (Element button : dom.select("button, a[href]")) {
            assertThat(button.text().isBlank() && !button.hasAttr("aria-label")).as(button::outerHtml).isFalse();
        }
    }

    private void refersToWhatIsThere(Shown shown) {
        Document dom = shown.dom;
        var ids = dom.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        var wanted = new TreeSet<String>();
        for (String attribute : List.of("for", "aria-describedby", "aria-labelledby", "popovertarget")) {
            dom.select("[" + attribute + "]").eachAttr(attribute).forEach(value -> wanted.addAll(List.of(value.split(" "))));
        }
        dom.select("[href^=#]").eachAttr("href").stream().filter(href -> href.length() > 1).forEach(href -> wanted.add(href.substring(1)));
        if (shown.whole) {
            assertThat(ids).containsAll(wanted);
        }
    }

    /** The content policy would drop them in silence. */
    private void hasNoStyleOrScriptInside(Shown shown) {
        Document dom = shown.dom;
        assertThat(dom.select("[style], style, script:not([src])")).isEmpty();
        assertThat(dom.getAllElements().stream().flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().startsWith("on") || attribute.getKey().startsWith("hx-on"))).isEmpty();
        assertThat(dom.select("[src], link[href]").stream().map(element -> element.attr("src") + element.attr("href")))
                .allMatch(address -> address.startsWith("/") || address.startsWith("data:"));
    }

    private void postsWithTheTokenOfTheForm(Shown shown) {
        if (shown.html.contains("name=\"_csrf\"")) {
            assertThat(shown.dom.select("form[method=post]:not([action=/preferences])"))
                    .allMatch(form -> !form.select("input[name=_csrf]").isEmpty());
        }
    }

    private void tellsWhatItsPicturesShow(Shown shown) {
        assertThat(shown.dom.select("svg")).allMatch(svg ->
                svg.attr("aria-hidden").equals("true") || !svg.attr("aria-label").isBlank() && (svg.attr("role").equals("img")
                // What is walked through is no picture but a group of links.
                || svg.attr("role").equals("group") && !svg.select("a[href]").isEmpty()));
    }

    private void setsChineseStopsInChinese(Shown shown) {
        if (shown.lang == Lang.ZH) {
            assertThat(HALF_WIDTH.matcher(shown.dom.text()).results().map(found -> shown.dom.text()
                    .substring(Math.max(0, found.start() - 10), Math.min(shown.dom.text().length(), found.end() + 10)))).isEmpty();
        }
    }

    private void staysLight(Shown shown) {
        assertThat(shown.html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(60 * 1024);
    }
}
