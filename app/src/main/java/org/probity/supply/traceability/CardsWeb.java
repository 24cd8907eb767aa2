package org.probity.supply.traceability;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.probity.formats.epcis.DigitalLink;
import org.probity.house.access.Open;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Addresses of GS1 Digital Link under our own host, as they stand in the QR of a module, a lot or a pallet. A module's opens its card, for everybody; all others lead through
 * the sign-in, whether there is such a thing or not. No session, no cookie, no script.
 */
@Controller
@Open
class CardsWeb {
    private static final String GS1 = "https://id.gs1.org";

    private final Cards cards;
    private final Callers callers;
    private final Pages pages;

    CardsWeb(Cards cards, Callers callers, Pages pages) {
        this.cards = cards;
        this.callers = callers;
        this.pages = pages;
    }

    @GetMapping("/01/{gtin:[0-9]{8,14}}/21/{serial}")
    Object module(@PathVariable String gtin, @PathVariable String serial, HttpServletRequest request) {
        return card(canonical("/01/" + gtin + "/21/" + encoded(serial)), request);
    }

    /** The finest name counts: the lot between says nothing more. */
    @GetMapping("/01/{gtin:[0-9]{8,14}}/10/{lot}/21/{serial}")
    Object moduleOfALot(@PathVariable String gtin, @PathVariable String lot, @PathVariable String serial, HttpServletRequest request) {
        return card(canonical("/01/" + gtin + "/21/" + encoded(serial)), request);
    }

    private Object card(String uri, HttpServletRequest request) {
        if (!callers.mayCall(request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return pages.view(new CardPage(cards.of(uri).orElseThrow(() -> new NotThere("card " + uri))));
    }

    @GetMapping("/01/{gtin:[0-9]{8,14}}/10/{lot}")
    String lot(@PathVariable String gtin, @PathVariable String lot) {
        return "redirect:" + inside(canonical("/01/" + gtin + "/10/" + encoded(lot)));
    }

    @GetMapping("/00/{sscc:[0-9]{18}}")
    String load(@PathVariable String sscc) {
        return "redirect:" + inside(canonical("/00/" + sscc));
    }

    /** Crucibles, silos and bins: things that stay. */
    @GetMapping("/8004/{asset}")
    String asset(@PathVariable String asset) {
        return "redirect:" + inside(canonical("/8004/" + encoded(asset)));
    }

    /** Where the record of an address stands for those who work here. */
    static String inside(String uri) {
        return "/app/traceability/items?item=" + encoded(uri);
    }

    /** The same thing under our host; nothing where the address is none of GS1. */
    static String outside(String uri) {
        return uri.startsWith(GS1 + "/") ? uri.substring(GS1.length()) : "";
    }

    private static String canonical(String path) {
        return DigitalLink.canonical(GS1 + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
