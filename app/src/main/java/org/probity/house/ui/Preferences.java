package org.probity.house.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.probity.house.access.Open;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Language and colours, kept in two cookies that name nobody. The form carries no token, so that public pages need no session; a stranger
 * who forges it can change the colours.
 */
@Controller
@Open
class Preferences {
    @PostMapping("/preferences")
    ResponseEntity<Void> choose(
            @RequestParam Optional<String> lang,
            @RequestParam Optional<String> theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(local(back)));
        lang.flatMap(Lang::of).ifPresent(chosen -> answer.header(HttpHeaders.SET_COOKIE, cookie(Pages.LANG, chosen.code(), request)));
        theme.flatMap(Theme::of).ifPresent(chosen -> answer.header(HttpHeaders.SET_COOKIE, cookie(Pages.THEME, chosen.code(), request)));
        return answer.build();
    }

    private static String cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").secure(request.isSecure())
                .build().toString();
    }

    /** The address if it leads to a page of this house, otherwise the front page. {@code //host} and {@code /\host} lead away. */
    static String local(String address) {
        boolean stays = address.startsWith("/") && !address.startsWith("//") && address.indexOf('\\') < 0;
        try {
            URI uri = new URI(address);
            // ?lang= would outvote the choice that is being made.
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery().replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
            return stays && uri.getRawAuthority() == null ? uri.getRawPath() + (query.isEmpty() ? "" : "?" + query) : "/";
        } catch (URISyntaxException notAnAddress) {
            return "/";
        }
    }
}
