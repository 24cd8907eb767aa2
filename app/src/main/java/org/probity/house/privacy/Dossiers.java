package org.probity.house.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.probity.house.access.Account;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Html;
import org.probity.house.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the rooms keep about a person: for the page, and as the file they take along. */
@Component
class Dossiers {
    private final ObjectProvider<PersonalData> rooms;
    private final ObjectProvider<LegalBases> bases;
    private final Messages messages;
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Dossiers(ObjectProvider<PersonalData> rooms, ObjectProvider<LegalBases> bases, Messages messages) {
        this.rooms = rooms;
        this.bases = bases;
        this.messages = messages;
    }

    List<MyDataPage.Section> about(Account person) {
        return rooms.stream()
                .sorted(Comparator.comparingInt(PersonalData::order).thenComparing(PersonalData::messages))
                .map(room -> new MyDataPage.Section(room.messages(), room.about(person).stream().filter(part -> !part.rows().isEmpty()).toList(), bases(room, person)))
                .filter(section -> !section.parts().isEmpty())
                .toList();
    }

    private List<PersonalData.Basis> bases(PersonalData room, Account person) {
        var own = room.bases(person);
        return own.isEmpty() ? bases.stream().flatMap(it -> it.of(room.messages().substring(0, room.messages().indexOf('.')), person).stream()).toList() : own;
    }

    /** A zip with a JSON file for each room, for another program, and a page in each language, for the person. */
    byte[] file(List<MyDataPage.Section> sections) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var section : sections) {
                var parts = new LinkedHashMap<String, Object>();
                section.parts().forEach(part -> parts.put(part.name(), part.rows().stream().map(Dossiers::plain).toList()));
                if (!section.bases().isEmpty()) {
                    parts.put("bases", section.bases().stream().map(it -> Map.of("part", it.part(), "field", it.field(), "from", it.from().toString(), "source", it.source(),
                            "months", it.months(), "confirmed", it.confirmed())).toList());
                }
                add(zip, section.file(), json.writeValueAsString(parts));
            }
            for (var lang : Lang.values()) {
                add(zip, "data-" + lang.code() + ".html", html(lang, sections));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Days and instants as ISO 8601, codes as they are kept. */
    private static Map<String, Object> plain(Map<String, Object> row) {
        var plain = new LinkedHashMap<String, Object>();
        row.forEach((field, value) -> plain.put(field, switch (value) {
            case Number number -> number;
            case List<?> several -> several.stream().map(Object::toString).toList();
            default -> value.toString();
        }));
        return plain;
    }

    private String html(Lang lang, List<MyDataPage.Section> sections) {
        var title = Html.safe(messages.letter(lang, "privacy.mine"));
        var said = new Words(key -> messages.knows(lang, key), key -> messages.letter(lang, key), messages.letter(lang, "privacy.colon"));
        var html = new StringBuilder("<!doctype html><html lang=\"" + lang.tag() + "\"><meta charset=\"utf-8\"><title>" + title + "</title><h1>" + title + "</h1>\n");
        for (var section : sections) {
            html.append("<h2>").append(words(lang, section.messages() + "title")).append("</h2><p>").append(words(lang, section.messages() + "why")).append("</p>\n");
            for (var part : section.parts()) {
                html.append("<h3>").append(words(lang, section.messages() + part.name())).append("</h3>\n");
                part.rows().forEach(row -> {
                    html.append("<dl>");
                    row.forEach((field, value) -> html.append("<dt>").append(words(lang, section.messages() + "field." + field)).append("</dt><dd>")
                            .append(Html.safe(said.of(value).toString())).append("</dd>"));
                    html.append("</dl><hr>\n");
                });
                section.of(part).forEach(it -> html.append("<p>").append(words(lang, section.messages() + "field." + it.field())).append(said.between()).append(Html.safe(it.source())).append("</p>\n"));
            }
        }
        return html.append("<p>").append(words(lang, "privacy.rights")).append("</p></html>\n").toString();
    }

    private String words(Lang lang, String key) {
        return Html.safe(messages.letter(lang, key));
    }
}
