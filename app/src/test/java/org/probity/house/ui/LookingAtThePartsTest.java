package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every part in a real browser. Its pictures are what the look is judged by. */
@WholeHouse(properties = {"probity.gallery=true", "probity.company=Helia Solar"})
@Tag("browser")
class LookingAtThePartsTest {
    @LocalServerPort int port;

    @Test
    void everyPartCanBeReadInEveryLook() {
        try (var designer = Browser.at(port)) {
            designer.go("/app/parts").eachOfEightLooks("parts");
            designer.print("parts");
        }
    }

    @Test
    void theKeyboardMovesChoosesAndHelps() {
        try (var buyer = Browser.at(port)) {
            Page page = buyer.go("/app/parts").page();
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
        }
    }

    @Test
    void theColoursChangeAtOnceAndStay() {
        try (var buyer = Browser.at(port)) {
            Page page = buyer.go("/app/parts").page();
            page.waitForResponse(answer -> answer.url().endsWith("/preferences"), () -> page.locator(".themes button[value=dark]").click());
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.reload();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void aFilterAndTheLanguageKeepTheAddress() {
        try (var buyer = Browser.at(port)) {
            Page page = buyer.go("/app/parts?sort=-days").page();
            page.locator(".filters input[name=name]").fill("隆泰 & co");
            page.locator(".filters button").click();
            assertThat(page.url()).endsWith("/app/parts?sort=-days&kind=&name=%E9%9A%86%E6%B3%B0+%26+co");
            page.locator(".langs button").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
            assertThat(page.locator(".filters input[name=name]").inputValue()).isEqualTo("隆泰 & co");
        }
    }

    @Test
    void aListIsDownloadedAsItStands() {
        try (var buyer = Browser.at(port)) {
            Page page = buyer.go("/app/parts").page();
            var file = page.waitForDownload(() -> page.locator("a[href*='format=csv']").click());
            assertThat(file.suggestedFilename()).matches("parts-\\d{4}-\\d\\d-\\d\\d\\.csv");
            assertThat(file.path()).content().startsWith("\ufeffProof,State,Due,Days,Tonnes,Evidence\r\nREACH report 2026,Missing,2026-10-31,-22,88.40");
        }
    }
}
