package org.probity.house.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.TimeZone;
import org.probity.house.ui.Lang;

/** Makes papers. */
public final class Pdf {
    private static final String LATIN = "Noto Sans";
    private static final String CHINESE = "Droid Sans Fallback";
    /** A4, one column, page numbers at the foot. Bold Chinese does not exist in the font, so headings are larger instead. */
    private static final String SHEET = """
            @page { size: A4; margin: 22mm 20mm 20mm 20mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Noto Sans', 'Droid Sans Fallback'; font-size: 8pt; color: #555; } }
            body { font-family: 'Noto Sans', 'Droid Sans Fallback'; font-size: 10pt; line-height: 1.5; color: #111; }
            [lang=zh-CN] { line-height: 1.7; }
            h1 { font-size: 17pt; line-height: 1.3; margin: 0 0 8pt 0; } h2 { font-size: 12.5pt; margin: 14pt 0 4pt 0; page-break-after: avoid; }
            p { margin: 0 0 6pt 0; } li { margin-bottom: 3pt; }
            table { width: 100%; border-collapse: collapse; margin: 6pt 0; -fs-table-paginate: paginate; } tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; border-bottom: 0.5pt solid #999; padding: 3pt 6pt 3pt 0; }
            .hint { color: #555; font-size: 8.5pt; } .id { font-size: 8.5pt; word-break: break-all; } .break { page-break-before: always; }
            img { max-width: 100%; }
            .contents a { color: #111; text-decoration: none; } .contents a::after { content: leader(dotted) target-counter(attr(href), page); }
            """;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * A paper of these words: the same words give the same bytes.
     *
     * @param html what stands in the body, well-formed as XML (void elements closed, entities as characters), words of people escaped with
     *     {@link #escaped}; the first {@code h1} is the paper's title. Pictures only as {@code data:} addresses; any other address is not followed
     * @param lang which of the two languages the paper is in; a paper in both marks the other's parts with {@code lang}
     */
    public static byte[] of(String html, Lang lang) {
        var document = "<html lang=\"" + lang.tag() + "\"><head><title>" + title(html) + "</title><meta name=\"description\" content=\"" + title(html) + "\"/><style>" + SHEET + "</style></head><body>" + html + "</body></html>";
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .useUriResolver((base, uri) -> uri != null && (uri.startsWith("data:image/") || uri.startsWith("#")) ? uri : null)
                .useFont(() -> font("NotoSans-Regular.ttf"), LATIN, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("NotoSans-Bold.ttf"), LATIN, 700, FontStyle.NORMAL, true)
                .useFont(() -> font("DroidSansFallbackFull.ttf"), CHINESE, 400, FontStyle.NORMAL, true)
                // A tagged paper: a reader program can read it aloud. It also keeps the library from searching this machine for fonts of its own.
                .usePdfUaAccessibility(true)
                .withProducer("Probity")
                .withHtmlContent(document, null)
                .toStream(bytes);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            // The moment of printing says nothing about the paper, and would make two prints of the same words differ.
            var never = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            never.setTimeInMillis(0);
            pdf.getDocumentInformation().setCreationDate(never);
            pdf.getDocumentInformation().setModificationDate(never);
            pdf.setDocumentId((long) document.hashCode());
            pdf.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Words of people, for the text of an element or an attribute. What XML 1.0 does not know is left out: one such sign and there is no paper at all. */
    public static String escaped(String words) {
        return words.replaceAll("[^\\t\\n\\x20-\\x7e\\xa0-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String title(String html) {
        var from = html.indexOf("<h1");
        var until = html.indexOf("</h1>");
        return from < 0 || until < from ? "" : html.substring(html.indexOf('>', from) + 1, until).replaceAll("<[^>]*>", "");
    }

    private static InputStream font(String file) {
        var found = Pdf.class.getResourceAsStream(file);
        if (found == null) {
            throw new IllegalStateException("the font " + file + " is missing");
        }
        return found;
    }
}
