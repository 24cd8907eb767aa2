package org.probity.house.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Turns a page into HTML by the template that lies beside it: {@code org.probity.supply.blacklist.BansPage} is shown by
 * {@code supply/blacklist/BansPage.jte}.
 *
 * <p>Templates are compiled in the build. For work on them, {@code -Dprobity.templates=app/src/main/java/org/probity} reads the sources
 * again whenever one changes.
 */
@Component
public class Templates {
    private static final String ROOT = "org.probity.";
    private final TemplateEngine engine;

    public Templates() {
        this(Optional.empty());
    }

    @Autowired
    Templates(@Value("${probity.templates:#{null}}") Optional<Path> sources) {
        engine = sources
                .map(folder -> TemplateEngine.create(
                        new DirectoryCodeResolver(folder), Path.of(System.getProperty("java.io.tmpdir"), "probity-templates"),
                        ContentType.Html, Templates.class.getClassLoader(), "templates.reloaded"))
                .orElseGet(() -> TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "templates"));
        engine.setTrimControlStructures(true);
    }

    public String html(Page page, Screen screen) {
        var output = new StringOutput();
        engine.render(name(page.getClass()), Map.of("s", screen, "page", page), output);
        return output.toString();
    }

    static String name(Class<? extends Page> page) {
        String name = page.getName();
        if (!name.startsWith(ROOT) || name.indexOf('$') >= 0) {
            throw new IllegalArgumentException("a page is a record in its own file under " + ROOT + "*: " + name);
        }
        return name.substring(ROOT.length()).replace('.', '/') + ".jte";
    }
}
