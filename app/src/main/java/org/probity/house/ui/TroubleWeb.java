package org.probity.house.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.probity.house.access.Open;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Pages for requests that came to nothing, in whatever way they did: thrown by a handler, refused by the server before one was found, or
 * sent as a bare status. Programs that ask below {@code /api} get a problem document instead.
 *
 * <p>What nobody expected gets a reference number that stands in the log beside the cause; the cause itself is never shown.
 */
@Controller
@ControllerAdvice
@Open
class TroubleWeb implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(TroubleWeb.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;
    private final Clock clock;

    TroubleWeb(Pages pages, ObjectProvider<Clock> clock) {
        this.pages = pages;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @ExceptionHandler
    Object thrown(Exception e, HttpServletRequest request) throws Exception {
        return switch (e) {
            // The door knows better: it may ask the person to sign in.
            case AccessDeniedException denied -> throw denied;
            case AuthenticationException unknown -> throw unknown;
            case NotThere _ -> show(Trouble.NOT_FOUND, "", request);
            case CompanyGone _ -> show(Trouble.COMPANY_GONE, "", request);
            case ErrorResponse refused -> Trouble.of(refused.getStatusCode().value()) == Trouble.UNEXPECTED
                    ? unexpected(e, request)
                    : show(Trouble.of(refused.getStatusCode().value()), "", request, refused.getStatusCode());
            // What the wall around the request refuses as soon as somebody reads it: signs that nobody types in the name of a field or in a header.
            case TypeMismatchException _, HttpMessageNotReadableException _, RequestRejectedException _ -> show(Trouble.BAD_INPUT, "", request);
            case DataAccessException signs when signsNobodyTypes(signs) -> show(Trouble.BAD_INPUT, "", request);
            case DataAccessException full when fitsNot(full) -> show(Trouble.TOO_LONG, "", request);
            case DuplicateKeyException _ -> noted(Trouble.MEANWHILE, e, request);
            case TransientDataAccessException _ -> noted(Trouble.BUSY, e, request);
            default -> unexpected(e, request);
        };
    }

    /** A zero byte, which PostgreSQL keeps in no text: states "character not in repertoire" and "untranslatable character". */
    private static boolean signsNobodyTypes(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && List.of("22021", "22P05").contains(sql.getSQLState());
    }

    /**
     * A text that is too long: every column in which people write has a constraint for it, called {@code ..._fits}. The transaction is rolled
     * back, so nothing was changed.
     */
    private static boolean fitsNot(DataAccessException e) {
        return e.getMostSpecificCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                && sql.getServerErrorMessage().getConstraint() != null && sql.getServerErrorMessage().getConstraint().endsWith("_fits");
    }

    /** What the server or a filter refused before a handler was found. */
    @RequestMapping("/error")
    Object sent(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Exception cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e ? e : null;
        if (cause != null && NestedExceptionUtils.getMostSpecificCause(cause) instanceof SizeException) {
            return show(Trouble.TOO_LARGE, "", request);
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return show(Trouble.STALE, "", request);
        }
        Trouble trouble = Trouble.of(status);
        return trouble == Trouble.UNEXPECTED && cause != null ? unexpected(cause, request) : show(trouble, "", request);
    }

    private Object unexpected(Exception e, HttpServletRequest request) {
        return noted(Trouble.UNEXPECTED, e, request);
    }

    private Object noted(Trouble trouble, Exception e, HttpServletRequest request) {
        byte[] number = new byte[5];
        RANDOM.nextBytes(number);
        String reference = HexFormat.of().formatHex(number);
        // The query may hold what a person typed; the path does not.
        LOG.error("{} {} {}", reference, request.getMethod(), request.getRequestURI(), Discreet.of(e));
        return show(trouble, reference, request);
    }

    private Object show(Trouble trouble, String reference, HttpServletRequest request) {
        return show(trouble, reference, request, trouble.status());
    }

    /** @param status which a program decides by: a page says of many that they are bad input */
    private Object show(Trouble trouble, String reference, HttpServletRequest request, HttpStatusCode status) {
        Screen screen = pages.screen(request);
        if (screen.path().startsWith("/api/")) {
            var problem = problem(trouble, reference, screen);
            problem.setStatus(status.value());
            return ResponseEntity.of(problem).build();
        }
        return pages.view(new TroublePage(trouble, reference, clock.instant()), trouble.status());
    }

    static ProblemDetail problem(Trouble trouble, String reference, Screen screen) {
        var problem = ProblemDetail.forStatusAndDetail(trouble.status(), screen.t(trouble.key() + ".text"));
        problem.setTitle(screen.t(trouble.key() + ".title"));
        if (!reference.isEmpty()) {
            problem.setProperty("reference", reference);
        }
        return problem;
    }
}
