package org.probity.supply.traceability;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import org.probity.customs.VerifyCustoms;
import org.probity.house.start.Browser;
import org.probity.proof.VerifierKey;
import org.probity.proof.TrustPolicy;

/** What somebody of procurement, sourcing or legal affairs does with a pack at a browser; a journey that has a plant calls it at its end. */
final class CustomsSteps {
    private static final int PATIENCE = 120;

    private CustomsSteps() {}

    /** Asks for a pack about what is named, waits for it, hands it out. @return the file as it came from the house */
    static Path packed(Browser who, String title, String names, String recipient) throws InterruptedException {
        who.go(CustomsPacksPage.PATH);
        var page = who.page();
        page.getByLabel("What it is for").fill(title);
        page.getByLabel("Serial numbers, pallets, containers").fill(names);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the pack")).click();
        for (var n = 0; n < PATIENCE && page.locator("progress").count() > 0; n++) {
            Thread.sleep(500);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look again")).click();
        }
        who.twoLooks("customs-pack");
        page.getByLabel("To whom").fill(recipient);
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Proof of origin was asked for.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand out")).click();
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The pack (ZIP)")).click()).path();
    }

    /** Checks it as customs does, knowing the log's key from elsewhere. @return what is in it; a fault fails */
    static VerifyCustoms.Sound checked(Path zip, VerifierKey log) throws java.io.IOException {
        var finding = VerifyCustoms.verify(zip, Optional.of(TrustPolicy.ofFingerprint(log.fingerprint())));
        return finding.sound().orElseThrow(() -> new AssertionError(finding.fault()));
    }
}
