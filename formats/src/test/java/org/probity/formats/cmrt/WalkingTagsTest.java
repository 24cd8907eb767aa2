package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The walker of our own against the general XML reader of the JDK.
class WalkingTagsTest {

    private static List<String> walked(byte[] xml) throws IOException {
        Tags tags = new Tags(new ByteArrayInputStream(xml), 40_000);
        List<String> seen = new ArrayList<>();
        while (tags.next()) {
            if (tags.opens("c")) {
                seen.add("c " + tags.attribute("r") + " " + tags.attribute("t"));
            } else if (tags.opens("v") || tags.opens("t")) {
                StringBuilder text = new StringBuilder();
                tags.text(text);
                seen.add("text " + text);
            } else if (tags.opens("f")) {
                tags.skip();
                seen.add("f");
            }
        }
        return seen;
    }

    private static List<String> read(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        } catch (CharacterCodingException e) {
            throw new XMLStreamException(e);
        }
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        List<String> seen = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "c" -> seen.add("c " + reader.getAttributeValue(null, "r") + " " + reader.getAttributeValue(null, "t"));
                    case "v", "t" -> seen.add("text " + reader.getElementText());
                    case "f" -> {
                        reader.getElementText();
                        seen.add("f");
                    }
                    default -> { }
                }
            }
        }
        return seen;
    }

    @TestFactory
    Stream<DynamicTest> everySheetOfEveryRealWorkbookIsSeenTheSame() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("supply/cmrt/templates", "supply/cmrt/filled")) {
            try (Stream<Path> list = Files.list(Shared.path(folder))) {
                list.filter(f -> f.toString().endsWith(".xlsx")).sorted().forEach(files::add);
            }
        }
        return files.stream().filter(f -> Zip.looksLike(bytes(f))).map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () ->
                Hostile.parts(bytes(file)).forEach((name, xml) -> {
                    if (name.matches("xl/(worksheets/sheet[0-9]+|sharedStrings)\\.xml")) {
                        try {
                            assertThat(walked(xml)).isEqualTo(read(xml));
                        } catch (IOException | XMLStreamException e) {
                            throw new AssertionError(name, e);
                        }
                    }
                })));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheGeneralReaderAcceptsIsSeenTheSameHoweverItWasChanged() throws IOException {
        Random random = new Random(11);
        Map<String, byte[]> parts = Hostile.parts(Hostile.sample());
        List<String> names = List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml");
        int accepted = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] xml = parts.get(names.get(random.nextInt(names.size()))).clone();
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                xml[random.nextInt(xml.length)] = (byte) "a0 \n\t:;='\"-]Z".charAt(random.nextInt(13));
            }
            List<String> expected;
            try {
                expected = read(xml);
            } catch (XMLStreamException malformed) {
                continue;
            }
            accepted++;
            List<String> seen = walked(xml);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(expected.get(i));
            }
            assertThat(seen).hasSameSizeAs(expected);
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<a><v>x &amp; y &lt;&#x9521;&#38177;&quot;</v></a>", "<a><v><![CDATA[a<b>&amp;]]>c</v></a>", "<a><!-- <v>no</v> --><v>y<!-- - -->z</v></a>",
        "<?xml version='1.0'?><x:a xmlns:x='u'><x:v>1</x:v><x:c r='A>1' t = \"s\" /></x:a>", "<a><v/><v></v><c/><t>\r\nline\r</t></a>",
        "<a><f>IF(A1&gt;1,\"<![CDATA[<]]>\")</f><v>锡业</v></a>"})
    void rareFormsAreUnderstood(String xml) throws Exception {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

        assertThat(walked(bytes)).isEqualTo(read(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<a", "<a>", "<a><b></a></b>", "</a>", "<a b=>", "<a><v>x", "<a><v>&amp</v></a>", "<a><v>&#xZ;</v></a>", "<a><v>&#1114112;</v></a>",
        "<a><c r=x></c></a>", "<a><c r='x></c></a>", "<a><v><b/></v></a>", "<a><!-- ", "< a/>", "<a><v><![CDATA[x</v></a>"})
    void brokenMarkupIsDamage(String xml) {
        assertThatThrownBy(() -> walked(xml.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class).hasMessage("DAMAGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a><a/>", "<a><!ENTITY x 'y'></a>", "<a><v>&x;</v></a>"})
    void whateverCouldDefineAnEntityIsUnsafe(String xml) {
        assertThatThrownBy(() -> walked(xml.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class).hasMessage("UNSAFE_MARKUP");
    }
}
