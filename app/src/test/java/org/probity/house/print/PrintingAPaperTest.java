package org.probity.house.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.probity.house.ui.Lang;

class PrintingAPaperTest {
    private static final String WORDS = "<h1>Framework agreement 框架协议</h1><p>Environment &amp; human rights</p><p lang=\"zh-CN\">环境保护、人权、冲突矿产、反贿赂、反洗钱</p>";

    @Test
    void bothLettersAreThereToReadAndToSearch() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.of(WORDS, Lang.ZH))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Framework agreement 框架协议", "Environment & human rights", "冲突矿产、反贿赂、反洗钱", "1 / 1");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Framework agreement 框架协议");
        }
    }

    @Test
    void everyFontTravelsWithThePaper() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.of(WORDS, Lang.EN))) {
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name)).isInstanceOf(PDType0Font.class).matches(font -> font.isEmbedded());
            }
        }
    }

    @Test
    void theSameWordsGiveTheSameBytes() {
        assertThat(Pdf.of(WORDS, Lang.EN)).isEqualTo(Pdf.of(WORDS, Lang.EN)).hasSizeLessThan(200_000);
        assertThat(Pdf.of(WORDS.replace("human", "Human"), Lang.EN)).isNotEqualTo(Pdf.of(WORDS, Lang.EN));
    }

    @Test
    void noAddressIsFollowed() throws IOException {
        var paper = Pdf.of("<h1>A</h1><img src=\"file:///etc/passwd\"/><img src=\"http://127.0.0.1:1/x.png\"/><p>B</p>", Lang.EN);
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("A", "B");
        }
    }

    @Test
    void wordsOfPeopleStayWords() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.of("<h1>" + Pdf.escaped("A<b>\u0001 & \"B\"") + "</h1>", Lang.EN))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("A<b> & \"B\"");
        }
    }

    /** A supplier comments on a report; signs that no XML has must not keep everybody from printing it. */
    @Test
    void signsThatNoPaperKnowsAreLeftOut() throws IOException {
        try (var pdf = Loader.loadPDF(Pdf.of("<h1>Report</h1><p>" + Pdf.escaped("so\uFFFE\uFFFF\uD800 it is \uD83D\uDE00\u0085") + "</p>", Lang.EN))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("so it is");
        }
    }
}
