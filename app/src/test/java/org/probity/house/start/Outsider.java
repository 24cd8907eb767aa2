package org.probity.house.start;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.probity.proof.Verifier;
import org.probity.proof.VerifyCommand;

/** Somebody with a package, both verifiers and no house: the command, and the page opened from disk with the network pulled. */
public final class Outsider {
    private Outsider() {}

    /** @param exit 0 when nothing is wrong */
    public record Printed(int exit, String words) {}

    /** What {@code ./probity verify FILE --fingerprint DIGITS --lang LANG} prints. */
    public static Printed onTheCommandLine(byte[] zip, String fingerprint, String lang) throws IOException {
        var file = Files.createTempFile("package", ".zip");
        Files.write(file, zip);
        var printed = new ByteArrayOutputStream();
        var exit = VerifyCommand.run(List.of(file.toString(), "--fingerprint", fingerprint, "--lang", lang), new PrintStream(printed, true, StandardCharsets.UTF_8));
        Files.delete(file);
        return new Printed(exit, printed.toString(StandardCharsets.UTF_8));
    }

    /** Drops the package on the checker page; the browser stays on it. @return the verdict's name */
    public static String onThePage(Browser who, byte[] zip, String fingerprint, String shot) throws IOException {
        var page = Files.createTempFile("verify", ".html");
        try (var in = Verifier.class.getResourceAsStream("verify.html")) {
            Files.write(page, Objects.requireNonNull(in).readAllBytes());
        }
        who.page().context().setOffline(true);
        who.page().navigate(page.toUri().toString());
        who.page().locator("#fingerprint").fill(fingerprint);
        who.page().locator("#file").setInputFiles(new FilePayload("package.zip", "application/zip", zip));
        who.page().locator("#result h2, #result h1, #result .verdict").first().waitFor();
        who.shot(shot);
        var verdict = who.page().evaluate("async ([bytes, fingerprint]) => (await globalThis.probityVerify(Uint8Array.from(atob(bytes), c => c.charCodeAt(0)), '', fingerprint)).verdict",
                List.of(Base64.getEncoder().encodeToString(zip), fingerprint));
        who.page().context().setOffline(false);
        return String.valueOf(verdict);
    }

    /** The same package but for one bit. */
    public static byte[] changed(byte[] zip, int at) {
        var other = zip.clone();
        other[at] ^= 1;
        return other;
    }

    /** The file of the package in which a byte stands, read off the archive itself. */
    public static String fileAt(byte[] zip, int byteAt) {
        var name = "";
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at < byteAt; ) {
            name = new String(zip, at + 30, bytes.getShort(at + 26), StandardCharsets.US_ASCII);
            at += 30 + bytes.getShort(at + 26) + bytes.getInt(at + 18);
        }
        return name;
    }
}
