package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.start.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every part in a real browser: both languages, both colour schemes, a desk and a phone. */
@WholeHouse(properties = {"probity.gallery=true", "probity.company=Helia Solar"})
@Tag("browser")
class LookingAtThePartsTest {
    private static final Path CHROMIUM = Path.of(System.getProperty("probity.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target/pictures");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no browser on this machine");
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,1280", "en,DARK,390", "zh,LIGHT,390", "zh,DARK,1280"})
    void nothingOverflowsAndEverythingCanBeRead(String lang, ColorScheme scheme, int width) {
        try (BrowserContext context = context(lang, scheme, width)) {
            Page page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address("/app/parts"));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(PICTURES.resolve("parts-" + lang + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));

            assertThat(complaints).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            var violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations();
            assertThat(violations).extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList()).isEmpty();
        }
    }

    @Test
    void theKeyboardMovesChoosesAndHelps() {
        try (BrowserContext context = context("en", ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(address("/app/parts"));
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("tbody tr:has(:checked) th").innerText()).contains("CA-2026-118");
            assertThat(page.locator(".bulk strong").innerText()).isEqualTo("1 chosen");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("keys.png")));
        }
    }

    @Test
    void theColoursChangeAtOnceAndStay() {
        try (BrowserContext context = context("en", ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(address("/app/parts"));
            page.waitForResponse(response -> response.url().endsWith("/preferences"), () -> page.locator(".themes button[value=dark]").click());
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.reload();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void everythingWorksWithoutScripts() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(address("/app/parts?state=late"));
            page.locator(".langs button").click();
            assertThat(page.url()).endsWith("/app/parts?state=late");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
            page.locator(".themes button[value=dark]").click();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.locator("button[popovertarget=take-off]").first().click();
            assertThat(page.locator("#take-off").isVisible()).isTrue();
        }
    }

    private BrowserContext context(String lang, ColorScheme scheme, int width) {
        var context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
        context.addCookies(List.of(new Cookie(Pages.LANG, lang).setUrl(address("/"))));
        return context;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
