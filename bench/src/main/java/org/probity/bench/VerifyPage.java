package org.probity.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.probity.proof.Verifier;

/** {@code verify.html} opened from the disk in Debian's chromium, headless, its own security policy in force. */
final class VerifyPage implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

    private final String policy;
    private final Path html;
    private final Playwright playwright;
    private final Browser chromium;
    private final Page page;

    VerifyPage(String policy) throws IOException {
        this.policy = policy;
        this.html = Files.createTempFile("verify", ".html");
        try (var resource = Objects.requireNonNull(Verifier.class.getResourceAsStream("verify.html"))) {
            Files.write(html, resource.readAllBytes());
        }
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
        this.page = chromium.newPage();
        page.navigate(html.toUri().toString());
    }

    static boolean canBeOpened() {
        return Files.isExecutable(CHROMIUM);
    }

    String browser() {
        return "Chromium " + chromium.version();
    }

    /** @return for each package the verdict's word, a space, and the codes of the faults with commas between them */
    List<String> verdicts(List<byte[]> packages) {
        Object said = page.evaluate("""
                async ([policy, ...packages]) => {
                    const said = [];
                    for (const zip of packages) {
                        const verdict = await probityVerify(Uint8Array.from(atob(zip), c => c.charCodeAt(0)), policy, '');
                        said.push(verdict.verdict + ' ' + verdict.faults.map(fault => fault.code).join());
                    }
                    return said;
                }
                """, Stream.concat(Stream.of(policy), packages.stream().map(Base64.getEncoder()::encodeToString)).toList());
        return ((List<?>) said).stream().map(String.class::cast).toList();
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        playwright.close();
        Files.delete(html);
    }
}
