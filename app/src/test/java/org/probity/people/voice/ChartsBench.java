package org.probity.people.voice;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.probity.house.start.Browser;
import org.probity.house.start.PageBench;
import org.springframework.context.ConfigurableApplicationContext;

/// `./probity bench voice-charts [N | --quick]`: 10,000 organisations of every shape (500 with `--quick`), in each of which somebody reports somebody; the script of the house seals, and
/// then everybody's key is tried in turn. Whoever it is about and their line may open none, and whoever was chosen must.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class ChartsBench {
    private static final int BATCH = 50;
    private static final String TRIES = """
            async charts => {
              const voice = await import('/voice/protocol.js'), all = []
              window.own ??= await Promise.all(Array.from({ length: 12 }, () => voice.drawKey(false)))
              for (const it of charts) {
                const to = voice.readers(it.channel, it.about, [], it.directory, it.places).handlers.map(one => one.id), key = id => window.own[Number(id.slice(1))], opened = []
                if (to.length) {
                  const sealed = await voice.seal(to.map(id => key(id).recipient), { v: 1, text: 'x' })
                  for (const one of it.directory.handlers) if (await voice.open(key(one.id).identity, sealed)) opened.push(one.id)
                }
                all.push([to, opened])
              }
              return all
            }""";

    private ChartsBench() {}

    public static void main(String[] args) {
        try {
            var many = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : List.of(args).contains("--quick") ? 500 : 10_000;
            System.exit(PageBench.house(house -> run(house, many)) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("voice could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(ConfigurableApplicationContext house, int many) {
        PageBench.where(many + " organisations");
        var charts = new Charts(many);
        var sealed = 0;
        var excluded = 0;
        var missed = 0;
        try (var browser = Browser.at(Integer.parseInt(Objects.requireNonNull(house.getEnvironment().getProperty("local.server.port")))).go("/voice/promise")) {
            for (var done = 0; done < many; done += BATCH) {
                charts.draw(Math.min(BATCH, many - done));
                var all = tried(browser.page(), charts.given);
                for (var n = 0; n < charts.given.size(); n++) {
                    var to = ids(all.get(n), 0);
                    var opened = ids(all.get(n), 1);
                    sealed += to.isEmpty() ? 0 : 1;
                    excluded += (int) opened.stream().filter(charts.out.get(n)::contains).count();
                    missed += opened.equals(to) || opened.containsAll(to) && to.containsAll(opened) ? 0 : 1;
                }
            }
        }
        var met = goal("excluded handlers who opened one of " + sealed + " reports over " + many + " organisations", excluded);
        return met & goal("reports that others opened than were chosen", missed);
    }

    private static List<?> tried(Page page, List<Map<String, Object>> charts) {
        return (List<?>) page.evaluate(TRIES, charts);
    }

    private static List<String> ids(Object one, int at) {
        return ((List<?>) ((List<?>) one).get(at)).stream().map(Object::toString).toList();
    }

    private static boolean goal(String what, int value) {
        System.out.printf(Locale.ROOT, "voice %s, %d, 0, %s%n", what, value, value == 0 ? "met" : "short");
        return value == 0;
    }
}
