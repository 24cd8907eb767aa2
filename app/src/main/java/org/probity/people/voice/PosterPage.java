package org.probity.people.voice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * A sheet for a gate, a canteen, a supplier's yard.
 *
 * @param site chosen; its id stands behind the mark of the address and is never sent
 * @param files hashes of the files that seal, so that paper can be held against them
 */
public record PosterPage(List<Site> sites, @Nullable Site site, String url, Map<String, String> files, String key) implements Page {
    /** A site that can be chosen. */
    public record Site(UUID id, String en, String zh) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? zh : en;
        }
    }

    public String address() {
        return url + "/voice" + (site == null ? "" : "#site=" + site.id());
    }

    public String chosen() {
        return site == null ? "" : site.id().toString();
    }

    public List<Option> options(Screen s) {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }
}
