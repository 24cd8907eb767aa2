package org.probity.house.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a list shows, as it stands in its address: filters, order, page, and whether as a file. A handler that takes a {@code Query} gets
 * the one of the request; each change is a new address, so that it can be kept, sent and gone back to.
 *
 * @param sort name of the column; empty for the list's own order
 * @param down the largest first
 * @param page from 1
 */
public record Query(String path, SortedMap<String, String> filters, String sort, boolean down, int page, Optional<Export.Format> format) {
    public static final int PAGE = 50;
    /** A file holds at most so many rows; a longer one would not open in a spreadsheet program. */
    public static final int FILE = 1_000_000;

    public Query {
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
        page = Math.clamp(page, 1, 1_000_000);
    }

    /** Addresses are typed and mangled by people: what cannot be read is as if it were not there. */
    static Query of(String path, Map<String, String[]> parameters) {
        var filters = new TreeMap<String, String>();
        String sort = "";
        int page = 1;
        Optional<Export.Format> format = Optional.empty();
        for (var parameter : parameters.entrySet()) {
            String value = parameter.getValue().length == 0 ? "" : parameter.getValue()[0].strip();
            switch (parameter.getKey()) {
                case "sort" -> sort = value;
                case "page" -> page = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 1;
                case "format" -> format = Export.Format.of(value);
                case "lang", "_csrf" -> {}
                case String name -> {
                    if (!value.isEmpty()) {
                        filters.put(name, value);
                    }
                }
            }
        }
        boolean down = sort.startsWith("-");
        return new Query(path, filters, down ? sort.substring(1) : sort, down, page, format);
    }

    /** The first page of everything, for tests and for links from elsewhere. */
    public static Query all(String path) {
        return new Query(path, new TreeMap<>(), "", false, 1, Optional.empty());
    }

    /** What the list is narrowed to by this name; empty when it is not. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    public boolean has(String name, String value) {
        return filter(name).equals(value);
    }

    /** An empty value takes the filter away. */
    public Query with(String name, String value) {
        var changed = new TreeMap<>(filters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Query(path, changed, sort, down, 1, Optional.empty());
    }

    /** By this column; the other way round if it already is. */
    public Query by(String column) {
        return new Query(path, filters, column, sort.equals(column) && !down, 1, Optional.empty());
    }

    public Query onPage(int number) {
        return new Query(path, filters, sort, down, number, Optional.empty());
    }

    public Query as(Export.Format wanted) {
        return new Query(path, filters, sort, down, 1, Optional.of(wanted));
    }

    public String href() {
        var all = new TreeMap<>(filters);
        if (!sort.isEmpty()) {
            all.put("sort", (down ? "-" : "") + sort);
        }
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        format.ifPresent(chosen -> all.put("format", chosen.code()));
        var href = new StringBuilder(path);
        char join = '?';
        for (var part : all.entrySet()) {
            href.append(join).append(encoded(part.getKey())).append('=').append(encoded(part.getValue()));
            join = '&';
        }
        return href.toString();
    }

    /**
     * What stands behind ORDER BY. Only the expressions given here can come out, whatever the address says.
     *
     * @param columns name in the address to SQL expression
     * @param otherwise the list's own order
     */
    public String orderBy(Map<String, String> columns, String otherwise) {
        String chosen = columns.get(sort);
        return chosen == null ? otherwise : chosen + (down ? " DESC NULLS LAST, " : " NULLS LAST, ") + otherwise;
    }

    /** Rows to read: one page, or all for a file. */
    public int limit() {
        return format.isPresent() ? FILE : PAGE;
    }

    public long offset() {
        return format.isPresent() ? 0 : (page - 1L) * PAGE;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
