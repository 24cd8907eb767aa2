package org.probity.house.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.house.access.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style sheets and scripts, each served as one file whose name carries the hash of its content: it may be kept for ever, because another
 * content has another name.
 */
@Controller
@Open
public class Assets {
    private record Asset(MediaType type, byte[] bytes) {}

    private static final List<String> SHEETS = List.of("tokens", "base", "form", "table", "parts");
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, Asset> assets = new HashMap<>();
    private final String css;
    private final String reportCss;
    private final String htmx;
    private final String script;
    private final String icon;

    public Assets() {
        String sheets = SHEETS.stream().map(Assets::sheet).collect(Collectors.joining());
        css = add("probity", "css", (sheets + sheet("print")).getBytes(StandardCharsets.UTF_8));
        reportCss = add("report", "css", (sheets + sheet("report") + sheet("print")).getBytes(StandardCharsets.UTF_8));
        htmx = add("htmx", "js", read(HTMX));
        icon = add("icon", "svg", read("org/probity/house/ui/look/icon.svg"));
        script = add("probity", "js", read("org/probity/house/ui/look/probity.js"));
    }

    public String css() {
        return css;
    }

    /** The style sheets themselves, for a page that is a file and has no address. */
    public String sheets() {
        return SHEETS.stream().map(Assets::sheet).collect(Collectors.joining()) + sheet("print");
    }

    public String reportCss() {
        return reportCss;
    }

    public String htmx() {
        return htmx;
    }

    public String script() {
        return script;
    }

    public String icon() {
        return icon;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new NotThere("no asset " + name);
        }
        return ResponseEntity.ok()
                .contentType(asset.type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(asset.bytes);
    }

    private String add(String name, String ending, byte[] bytes) {
        String file = name + "-" + hash(bytes) + "." + ending;
        var type = switch (ending) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(file);
        };
        assets.put(file, new Asset(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8), bytes));
        return "/assets/" + file;
    }

    private static String sheet(String name) {
        return new String(read("org/probity/house/ui/look/" + name + ".css"), StandardCharsets.UTF_8);
    }

    private static byte[] read(String path) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the classpath");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
