package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person at a real browser: Debian's chromium, headless, with cookies of their own. Two people in a story are two of these.
 *
 * <pre>{@code
 * @WholeHouse
 * class FollowingAFigureJourneyTest {
 *     @LocalServerPort int port;
 *
 *     @Test
 *     void aStrangerReachesTheEvidence() {
 *         try (var stranger = Browser.at(port)) {
 *             stranger.go("/");
 *             stranger.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("100 %")).click();
 *             stranger.everyLook("figure");     // both languages, schemes and widths; axe in both languages
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Pictures go to {@code target/screenshots}: of what is wrong, and with {@code -Dprobity.pictures} of all that is looked at. Closing
 * fails when a page said an error on its console, such as a script or a style that the content security policy turned away.
 */
public final class Browser implements AutoCloseable {
    /** How the page is looked at. */
    public record Look(String lang, ColorScheme scheme, int width) {
        public static final int DESK = 1280;
        public static final int PHONE = 390;

        /** Every language, scheme and width. */
        public static List<Look> all() {
            var looks = new ArrayList<Look>();
            for (var lang : List.of("en", "zh")) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (var width : List.of(DESK, PHONE)) {
                        looks.add(new Look(lang, scheme, width));
                    }
                }
            }
            return looks;
        }

        String named() {
            return lang + "-" + scheme.name().toLowerCase() + "-" + (width == PHONE ? "phone" : width == DESK ? "desk" : width + "px");
        }
    }

    /** Somebody wants to go through the pictures; a run that only has to pass is spared them, but for those of faults. */
    public static final boolean PICTURES = System.getProperty("probity.pictures") != null || System.getProperty("probity.samples") != null;

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** Debian's chromium as a headless shell draws the same with half of the work; where only the whole browser is, that one. */
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path WHOLE = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    /** Axe, from the jar that brings it for Playwright. */
    public static final String AXE = read("/axe.min.js");
    /** One for each thread: Playwright's objects belong to the thread that made them. */
    private static final ThreadLocal<com.microsoft.playwright.Browser> CHROMIUM = ThreadLocal.withInitial(Browser::launched);

    private final String address;
    private final BrowserContext person;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Look look;
    private @Nullable String axe;

    private Browser(int port, Look look) {
        this.address = "http://localhost:" + port;
        this.look = look;
        this.person = CHROMIUM.get().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(look.lang().equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
        // For a busy machine; what is there is not waited for.
        person.setDefaultTimeout(60_000);
        this.page = person.newPage();
        page.onConsoleMessage(message -> {
            // A refused page (404, 403) is itself reported as a resource that failed to load; that is what the test came to see.
            var refusedPage = message.text().startsWith("Failed to load resource")
                    && (message.location().startsWith(page.url()) || refused.stream().anyMatch(message.location()::contains));
            if (message.type().equals("error") && !refusedPage) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        wear(look);
    }

    /** English, light, at a desk. */
    public static Browser at(int port) {
        return at(port, new Look("en", ColorScheme.LIGHT, Look.DESK));
    }

    public static Browser at(int port, Look look) {
        return new Browser(port, look);
    }

    /** Everything else a journey does, it does with Playwright itself. */
    public Page page() {
        return page;
    }

    /** A script's call to an address with this in it will be refused, and that is what the test came to see. */
    public Browser refusedAt(String part) {
        refused.add(part);
        return this;
    }

    /** Opens a path of the house and expects a page, not an error. */
    public Browser go(String path) {
        var answer = page.navigate(path);
        assertThat(answer.status()).as(path).isLessThan(400);
        return this;
    }

    /** Presses an act that asks once more, and answers that it is meant. */
    public Browser surely(String act) {
        page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act).setExact(true)).first().click();
        page.locator(":popover-open button:not([type=button])").click();
        page.waitForLoadState();
        return this;
    }

    /** The same with keys alone, as somebody does who sees no pointer. */
    public Browser surelyByKeys(String act) {
        page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act).setExact(true)).first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(":popover-open").count()).as("asked first").isOne();
        shot("asks-once-more");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        page.waitForLoadState();
        return this;
    }

    /** Changes language, colours and width for the pages that follow. */
    public Browser wear(Look next) {
        look = next;
        person.addCookies(List.of(new Cookie("probity-lang", next.lang()).setUrl(address)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(next.scheme()));
        page.setViewportSize(next.width(), next.width() == Look.PHONE ? 844 : 800);
        return this;
    }

    /** A picture of the page as it stands, where pictures are asked for. */
    public Browser shot(String name) {
        if (PICTURES) {
            picture(name);
        }
        return this;
    }

    /** What was downloaded, beside the pictures, where these are asked for. */
    public Browser keeps(Download file) {
        if (PICTURES) {
            file.saveAs(SCREENSHOTS.resolve(file.suggestedFilename()));
        }
        return this;
    }

    /** The whole page as it stands. @return the file */
    public Path picture(String name) {
        var file = SCREENSHOTS.resolve(name + "-" + look.named() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** The page as it would be printed on A4. */
    public Path print(String name) {
        var file = SCREENSHOTS.resolve(name + "-" + look.lang() + ".pdf");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.pdf(new Page.PdfOptions().setPath(file).setFormat("A4").setPrintBackground(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(look.scheme()));
        return file;
    }

    /** WCAG 2.2 AA as far as a program can tell, and nothing wider than the screen. */
    public Browser mustBeAccessible() {
        return mustPass(Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")), Whole.WANTED);
    }

    /**
     * What of {@link #mustBeAccessible} another language, scheme or width can make wrong on a page that passed it in one: the colours, the room for a finger, what
     * scrolls. Names, roles and order are the template's, the same in each look.
     */
    public Browser mustBeAccessibleInThisLookToo() {
        return mustPass(Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "html-has-lang", "valid-lang", "page-has-heading-one")), Whole.WANTED);
    }

    /** This house hands out axe under this path: a browser that may load it keeps it compiled, where it would be read anew for each page. */
    public Browser withAxeAt(String path) {
        axe = path;
        return this;
    }

    /**
     * Brings axe to the page once.
     *
     * @param sheets whether axe fetches the style sheets once more, which took half of its time and is for one rule alone: that a page may be turned on its side
     */
    private Browser mustPass(Map<String, Object> rules, boolean sheets) {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            if (axe == null) {
                page.evaluate(AXE);
            } else {
                page.addScriptTag(new Page.AddScriptTagOptions().setUrl(axe));
            }
        }
        var wrong = page.evaluate("""
                options => axe.run(document, options).then(found => found.violations.map(rule =>
                    `${rule.id}: ${rule.help} at ${rule.nodes.map(node => node.target + ' ' + node.html).join(', ')}`))
                """, Map.of("runOnly", rules, "resultTypes", List.of("violations"), "preload", sheets));
        assertThat((List<?>) wrong).as("%s, %s", page.url(), look.named()).isEmpty();
        return mustFitTheScreen();
    }

    private static String read(String resource) {
        try (var file = Browser.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page does not scroll sideways. Wide tables scroll inside a box of their own. */
    public Browser mustFitTheScreen() {
        var wider = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as("pixels wider than the screen: %s, %s", page.url(), look.named()).isLessThanOrEqualTo(0);
        return this;
    }

    /**
     * Looks at the page of this address with all that a program can tell, in English and light and in Chinese and dark, both at a desk and on a phone. In all eight ways
     * where the whole is wanted ({@code ./probity trial looks}) or somebody goes through the pictures.
     */
    public void everyLook(String name) {
        look(name, Look.all().stream().filter(it -> Whole.WANTED || PICTURES || it.lang().equals("en") == (it.scheme() == ColorScheme.LIGHT)).toList(), true);
    }

    /** The same in all eight ways in any case, and turned on its side: the page that has every part on it. */
    public void eachOfEightLooks(String name) {
        look(name, Look.all(), true);
        mustPass(Map.of("type", "rule", "values", List.of("css-orientation-lock")), true);
    }

    /**
     * Looks at the page in the two ways that have both languages, both schemes and both widths between them: English, light, at a desk; Chinese, dark, on
     * a phone. For the pages on the way; {@link #everyLook} costs twice as much.
     */
    public void twoLooks(String name) {
        look(name, List.of(new Look("en", ColorScheme.LIGHT, Look.DESK), new Look("zh", ColorScheme.DARK, Look.PHONE)), false);
    }

    /**
     * The house is asked again only for another language: schemes and widths are the style sheet's, no script asks for them. The language that was worn comes
     * last, so that the page need not be fetched once more to go on.
     */
    private void look(String name, List<Look> looks, boolean axe) {
        var before = look;
        var langs = looks.stream().map(Look::lang).distinct().sorted(Comparator.comparing(lang -> lang.equals(before.lang()))).toList();
        for (var lang : langs) {
            var fetched = false;
            for (var next : looks.stream().filter(it -> it.lang().equals(lang)).toList()) {
                wear(next);
                if (!fetched) {
                    page.reload();
                    fetched = true;
                }
                try {
                    if (axe && next.width() == Look.DESK && next.scheme() == ColorScheme.LIGHT && lang.equals("en")) {
                        mustBeAccessible();
                    } else if (axe && next.width() == Look.DESK) {
                        mustBeAccessibleInThisLookToo();
                    } else {
                        mustFitTheScreen();
                    }
                } catch (AssertionError found) {
                    picture(name);
                    throw found;
                }
                shot(name);
            }
        }
        wear(before);
    }

    /** Nothing was said on the console since the last time. */
    public Browser mustBeQuiet() {
        var said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("errors on the console").isEmpty();
        return this;
    }

    @Override
    public void close() {
        person.close();
        mustBeQuiet();
    }

    /** The last person of this thread has gone; its chromium goes too. Without this it stays until the tests are over. */
    public static void quit() {
        CHROMIUM.get().close();
        CHROMIUM.remove();
    }

    private static com.microsoft.playwright.Browser launched() {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Files.isExecutable(SHELL) ? SHELL : WHOLE).setArgs(FLAGS));
    }
}
