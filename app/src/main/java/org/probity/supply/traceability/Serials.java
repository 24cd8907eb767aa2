package org.probity.supply.traceability;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.probity.house.ui.Export;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All serial numbers that a recall is about, with where each is, written as they are read: a list of 600,000 is no larger in memory than one of six. Shares are in the other
 * list, which is shorter, for each of them has to be computed.
 */
@Service
class Serials {
    private final JdbcClient db;

    Serials(JdbcClient db) {
        this.db = db;
    }

    /** @param words what the file calls each whereabouts */
    @Transactional(readOnly = true)
    public void write(Whereabouts.Found found, Map<Whereabouts.Where, String> words, String headings, OutputStream to) throws IOException {
        var states = new EnumMap<Whereabouts.Where, BitSet>(Whereabouts.Where.class);
        var all = new BitSet();
        found.items().forEach((where, items) -> {
            var bits = new BitSet();
            Arrays.stream(items).forEach(bits::set);
            states.put(where, bits);
            all.or(bits);
        });
        var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        // Spreadsheet programs take a file for UTF-8 only with this at its beginning.
        out.write("\uFEFF" + headings + "\r\n");
        if (!all.isEmpty()) {
            var last = all.length() - 1;
            var first = all.nextSetBit(0);
            // Modules made after one another have numbers after one another: one walk through them costs less than looking for each.
            db.sql("SELECT number, uri FROM traceability.item WHERE number BETWEEN :first AND :last " + (all.cardinality() < (last - first) / 8 ? "AND number = ANY (:items) " : "") + "ORDER BY number")
                    .param("first", first).param("last", last).param("items", all.cardinality() < (last - first) / 8 ? all.stream().boxed().toArray(Integer[]::new) : new Integer[0])
                    .withFetchSize(20_000)
                    .query((RowCallbackHandler) row -> {
                        var number = row.getInt(1);
                        if (all.get(number)) {
                            line(out, row.getString(2), words.get(where(states, number)));
                        }
                    });
        }
        out.flush();
    }

    private static Whereabouts.Where where(Map<Whereabouts.Where, BitSet> states, int number) {
        return states.entrySet().stream().filter(it -> it.getValue().get(number)).findFirst().orElseThrow().getKey();
    }

    private static void line(BufferedWriter out, String uri, String where) {
        try {
            out.write(Export.cell(Spelling.last(uri)));
            out.write(',');
            out.write(Export.cell(uri));
            out.write(',');
            out.write(where);
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
