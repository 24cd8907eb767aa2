package org.probity.house.ui;

import org.springframework.http.HttpStatus;

/** What can go wrong with a request as a whole. Each says what happened, whether something was changed, and what to do next. */
public enum Trouble {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not_found"),
    /** Whoever speaks for a company finds it gone from the register. */
    COMPANY_GONE(HttpStatus.NOT_FOUND, "company_gone"),
    DENIED(HttpStatus.FORBIDDEN, "denied"),
    /** A program without a good key. */
    KEYLESS(HttpStatus.UNAUTHORIZED, "keyless"),
    /** A form whose secret is gone: the session ended while it was open. */
    STALE(HttpStatus.FORBIDDEN, "stale"),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "method"),
    BAD_INPUT(HttpStatus.BAD_REQUEST, "bad_input"),
    /** The same was sent twice at once, by two people or from two windows; the second finds its place taken. */
    MEANWHILE(HttpStatus.CONFLICT, "meanwhile"),
    /** A text that its column's constraint {@code ..._fits} refused. */
    TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT, "too_long"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too_large"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too_many"),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "busy"),
    /** The database cannot be reached, or recovers; whether a change that was under way arrived, nobody knows yet. */
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "away"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");

    private final HttpStatus status;
    private final String key;

    Trouble(HttpStatus status, String key) {
        this.status = status;
        this.key = key;
    }

    public HttpStatus status() {
        return status;
    }

    /** Message keys: {@code .title}, {@code .text}. */
    public String key() {
        return "ui.trouble." + key;
    }

    static Trouble of(int status) {
        for (Trouble trouble : values()) {
            if (trouble.status.value() == status && trouble != TOO_LONG) {
                return trouble;
            }
        }
        return status < 500 ? BAD_INPUT : UNEXPECTED;
    }
}
