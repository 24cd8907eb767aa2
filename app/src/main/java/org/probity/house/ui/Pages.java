package org.probity.house.ui;

import gg.jte.Content;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ways;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows pages. A handler returns {@code pages.view(new BansPage(...))}, also when it refuses: then the page carries what was typed. */
@Component
public class Pages {
    static final String LANG = "probity-lang";
    static final String THEME = "probity-theme";

    private static final Pattern LANG_IN_QUERY = Pattern.compile("(?:^|&)lang=([A-Za-z-]+)");

    private final Templates templates;
    private final ObjectProvider<MenuEntry> menu;
    private final ObjectProvider<KeptViews> views;
    private final ObjectProvider<Ways> ways;
    private final ObjectProvider<OnEveryPage> everywhere;
    private final CompanyName company;
    private final boolean demo;
    private final Messages messages;
    private final Assets assets;
    private final Clock clock;

    Pages(
            Templates templates,
            Messages messages,
            Assets assets,
            ObjectProvider<MenuEntry> menu,
            ObjectProvider<KeptViews> views,
            ObjectProvider<Ways> ways,
            ObjectProvider<OnEveryPage> everywhere,
            ObjectProvider<Clock> clock,
            ObjectProvider<CompanyName> company,
            @Value("${probity.company:}") String given,
            @Value("${probity.demo:false}") boolean demo) {
        this.templates = templates;
        this.menu = menu;
        this.views = views;
        this.ways = ways;
        this.everywhere = everywhere;
        this.company = company.getIfAvailable(() -> _ -> given);
        this.demo = demo;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    public View view(Page page) {
        return view(page, HttpStatus.OK);
    }

    /** @param status 422 for a form that was refused, 404 and the like for the rest */
    public View view(Page page, HttpStatus status) {
        return (_, request, response) -> {
            // Written only when whole: a template that fails must not leave half a page behind.
            var screen = screen(request);
            byte[] html = templates.html(page, screen).getBytes(StandardCharsets.UTF_8);
            response.setStatus(status.value());
            // The language the page is written in, which need not be the one the browser asks for.
            response.setLocale(Locale.forLanguageTag(screen.lang().tag()));
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
            }
            response.setContentLength(html.length);
            response.getOutputStream().write(html);
        };
    }

    /** A page that stands within another; its template writes no frame. */
    public Content part(Page page, HttpServletRequest request) {
        var html = templates.html(page, screen(request));
        return out -> out.writeContent(html);
    }

    /**
     * The list of a page as a file.
     *
     * @param name without ending; the day is added
     */
    public View file(Export.Format format, String name, Function<Screen, Table<?>> table) {
        return (_, request, response) -> {
            Screen screen = screen(request);
            byte[] bytes = Export.of(format, table.apply(screen));
            response.setContentType(format.type());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(name + "-" + screen.now().toLocalDate() + "." + format.code(), StandardCharsets.UTF_8).build().toString());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }

    /** An empty table with the headings a file must bear, for whoever prepares one. */
    public View template(Export.Format format, String name, List<String> headings) {
        return (_, request, response) -> {
            byte[] bytes = switch (format) {
                case CSV -> Export.csv(headings, List.of());
                case XLSX -> Export.xlsx(headings, List.of());
            };
            response.setContentType(format.type());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(name + "." + format.code(), StandardCharsets.UTF_8).build().toString());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }

    /** After a thing is done: to the page that shows it, which says so once. */
    public View done(String to, String key, Object... args) {
        return done(to, new Said(key, List.of(args), ""));
    }

    /** What a form's act said: done, and on to where it shows; or the form again with what stands in the way and everything that was typed. */
    public View told(Answer<?> answer, String to, String key, Function<List<Answer.Reason>, ? extends Page> again) {
        return switch (answer) {
            case Answer.Done<?> _ -> done(to, key);
            case Answer.Refused<?>(var reasons) -> view(again.apply(reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The same, with the way back. */
    public View done(String to, Said said) {
        return (_, request, response) -> {
            var flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put(Said.class.getName(), said);
            RequestContextUtils.saveOutputFlashMap(to, request, response);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, to);
        };
    }

    private static Optional<Said> said(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Said.class.getName()) instanceof Said said ? Optional.of(said) : Optional.empty();
    }

    public Screen screen(HttpServletRequest request) {
        var me = Presence.of(request);
        String path = path(request);
        var lang = lang(request);
        return new Screen(
                lang,
                cookie(request, THEME).flatMap(Theme::of).orElse(Theme.SYSTEM),
                me,
                path,
                back(request, path),
                csrf(request),
                said(request),
                () -> me.map(person -> views.stream().flatMap(kept -> kept.of(person, path).stream()).toList()).orElse(List.of()),
                href -> ways.stream().allMatch(it -> it.open(href, me)),
                screen -> everywhere(me, screen),
                ZonedDateTime.now(clock),
                me.filter(person -> !person.is(Role.SUPPLIER)).map(person -> Menu.of(entries(), person, path)).orElse(Menu.NONE),
                new Screen.House(company.in(lang), demo, messages, assets));
    }

    private Content everywhere(Optional<Me> me, Screen screen) {
        var html = me.map(person -> everywhere.stream().flatMap(it -> it.on(person).stream()).map(it -> templates.html(it, screen)).collect(Collectors.joining())).orElse("");
        return out -> out.writeContent(html);
    }

    /** A screen that can be drawn while the database is away: without the company's name, the person, and whatever else lies there. */
    Screen bare(HttpServletRequest request) {
        String path = path(request);
        return new Screen(
                lang(request),
                cookie(request, THEME).flatMap(Theme::of).orElse(Theme.SYSTEM),
                Optional.empty(),
                path,
                back(request, path),
                Optional::empty,
                Optional.empty(),
                List::of,
                _ -> true,
                _ -> Html.words(""),
                ZonedDateTime.now(clock),
                Menu.NONE,
                new Screen.House("", demo, messages, assets));
    }

    /** A page that is the same for everybody and in every house: of a language, and of nobody and nothing else. */
    public String alone(Page page, Lang lang) {
        return templates.html(page, new Screen(lang, Theme.SYSTEM, Optional.empty(), "", "", Optional::empty, Optional.empty(), List::of, _ -> true, _ -> Html.words(""),
                ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), Menu.NONE, new Screen.House("", false, messages, assets)));
    }

    String html(Page page, Screen screen) {
        return templates.html(page, screen);
    }

    private List<MenuEntry> entries() {
        return menu.stream().toList();
    }

    /** The choice in the address of a public page, then the stored one, then what the browser asks for, then English. */
    private static Lang lang(HttpServletRequest request) {
        return asked(request.getQueryString())
                .or(() -> cookie(request, LANG).flatMap(Lang::of))
                .or(() -> accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Lang.EN);
    }

    /** Not by getParameter: that reads a posted body, and this page may be telling that the body cannot be read. */
    private static Optional<Lang> asked(@Nullable String query) {
        var found = query == null ? null : LANG_IN_QUERY.matcher(query);
        return found != null && found.find() ? Lang.of(found.group(1)) : Optional.empty();
    }

    private static Optional<Lang> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Lang.of(range.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException badHeader) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** The path asked for, also while an error is being shown. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed ? failed : request.getRequestURI();
    }

    /** Only a GET can be shown again; after a POST it is the page the form stood on. */
    private static String back(HttpServletRequest request, String path) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            String query = request.getQueryString();
            return Preferences.local(query == null ? path : path + "?" + query);
        }
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI from = referer == null ? URI.create("/") : URI.create(referer);
            String there = from.getRawPath() == null ? "/" : from.getRawPath();
            return Preferences.local(from.getRawQuery() == null ? there : there + "?" + from.getRawQuery());
        } catch (IllegalArgumentException badHeader) {
            return "/";
        }
    }

    private static Supplier<Optional<Screen.Csrf>> csrf(HttpServletRequest request) {
        return () -> request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new Screen.Csrf(token.getParameterName(), token.getToken()))
                : Optional.empty();
    }
}
