package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The secret in every form, kept in the session as a plain word, so that a session survives an upgrade of the program. */
class FormToken implements CsrfTokenRepository {
    private static final String WORD = "form";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Links.secret());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) {
            request.getSession(true).setAttribute(WORD, token.getToken());
        } else if (request.getSession(false) != null) {
            request.getSession(false).removeAttribute(WORD);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var word = session == null ? null : (String) session.getAttribute(WORD);
        return word == null ? null : token(word);
    }

    private static CsrfToken token(String word) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", word);
    }
}
