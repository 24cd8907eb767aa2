package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.esg.ASelfAssessment.contact;
import static org.probity.supply.esg.ASelfAssessment.done;
import static org.probity.supply.esg.ASelfAssessment.key;
import static org.probity.supply.esg.ASelfAssessment.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Spreadsheet;
import org.probity.shapes.form.Sheets;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@Import(ASelfAssessment.class)
class TakingAFormOutAndBackTest {
    @Autowired ASelfAssessment made;
    @Autowired SelfAssessments assessments;
    @Autowired Sheets sheets;
    @Autowired MockMvcTester browser;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient db;

    UUID supplier;
    Me contact;
    Owned environment;

    @BeforeEach
    void asked() {
        supplier = made.supplier(made.category());
        contact = contact(supplier);
        environment = made.asked(Topic.ENVIRONMENT, supplier, made.today.getYear());
    }

    private List<List<String>> table(String lang) throws Exception {
        var out = browser.get().uri("/app/portal/esg/" + environment.owed().id() + "/table").header(HttpHeaders.ACCEPT_LANGUAGE, lang).with(As.contactOf(supplier)).exchange();
        assertThat(out).hasStatusOk();
        var lines = new ArrayList<List<String>>();
        Spreadsheet.read(out.getResponse().getContentAsByteArray()).lines().forEach(it -> {
            var line = new ArrayList<>(it);
            while (line.size() < 7) {
                line.add("");
            }
            lines.add(line);
        });
        return lines;
    }

    private static byte[] workbook(List<List<String>> lines, int formulaRow) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Any");
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    if (row == formulaRow && column == 5) {
                        sheet.formula(row, column, "1+1");
                    } else {
                        sheet.value(row, column, lines.get(row).get(column));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int row(List<List<String>> lines, String question) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).get(1).equals(question)) {
                return i;
            }
        }
        throw new AssertionError(question);
    }

    private static void set(List<List<String>> lines, String question, String answer, String words) {
        lines.get(row(lines, question)).set(5, answer);
        lines.get(row(lines, question)).set(6, words);
    }

    @Test
    void theTableComesBackFilledInInEitherLanguage() throws Exception {
        var lines = table("zh");
        set(lines, "E1", "是", "许可证 3 份");
        set(lines, "E2", "No", "");
        set(lines, "E8", "own", "");
        set(lines, "E10", "1,0".replace(",", "") + "", "-4 % since 2025");
        set(lines, "E12", "=heat pumps", "");
        assertThat(done(assessments.take(environment, workbook(lines, -1), contact))).isEqualTo(5);
        var now = sheets.filled(environment.sheet());
        assertThat(List.of(now.value("E1"), now.words("E1"), now.value("E2"), now.value("E8"), now.value("E10"), now.words("E10"), now.value("E12")))
                .containsExactly("yes", "许可证 3 份", "no", "own", "10", "-4 % since 2025", "=heat pumps");

        // Out again as it stands, and back without a change: nothing is new, and what begins like a formula is what it was.
        assertThat(done(assessments.take(environment, workbook(table("en"), -1), contact))).isZero();
        assertThat(sheets.filled(environment.sheet()).value("E12")).isEqualTo("=heat pumps");
    }

    @Test
    void whatTheTableLeavesEmptyStays() throws Exception {
        done(assessments.save(environment, List.of(new Sheets.Typed("E1", "yes", "three", null)), contact));
        var lines = table("en");
        set(lines, "E1", "", "");
        set(lines, "E2", "No", "");
        assertThat(done(assessments.take(environment, workbook(lines, -1), contact))).isEqualTo(1);
        assertThat(sheets.filled(environment.sheet()).value("E1")).isEqualTo("yes");
    }

    @Test
    void oneWrongCellAndNothingIsTaken() throws Exception {
        var lines = table("en");
        set(lines, "E1", "perhaps", "");
        set(lines, "E2", "No", "");
        set(lines, "E10", "half", "");
        lines.get(row(lines, "E7")).set(1, "E77");
        lines.get(row(lines, "E6")).set(1, "E5");
        assertThat(keys(assessments.take(environment, workbook(lines, row(lines, "E3")), contact)))
                .containsExactly("file form.file-answer", "file form.file-formula", "file form.file-twice", "file form.file-unknown", "file form.file-answer");
        assertThat(sheets.filled(environment.sheet()).answers()).isEmpty();
        set(lines, "E2", "No", "x".repeat(4_001));
        assertThat(keys(assessments.take(environment, workbook(lines, -1), contact))).contains("file form.file-long");
    }

    @Test
    void anotherFormOrVersionIsRefusedWithWords() throws Exception {
        var lines = table("en");
        lines.subList(1, lines.size()).forEach(it -> it.set(0, "social 1"));
        assertThat(keys(assessments.take(environment, workbook(lines, -1), contact))).containsExactly("file form.file-other-form");
        lines.subList(1, lines.size()).forEach(it -> it.set(0, "environment 2"));
        assertThat(keys(assessments.take(environment, workbook(lines, -1), contact))).containsExactly("file form.file-other-version");
        assertThat(key(assessments.take(environment, "no,table\n1,2\n".getBytes(StandardCharsets.UTF_8), contact))).isEqualTo("file form.file-other");
        assertThat(key(assessments.take(environment, new byte[0], contact))).isEqualTo("file esg.file-missing");
        assertThat(key(assessments.take(environment, new byte[] {'P', 'K', 3, 4, 5}, contact))).isEqualTo("file ui.file-unreadable");
        assertThat(key(assessments.take(environment, new byte[Sheets.FILE_BYTES_MAX + 1], contact))).isEqualTo("file form.file-too-big");
    }

    @Test
    void aRefusedTableIsToldCellByCell() throws Exception {
        var lines = table("en");
        set(lines, "E1", "perhaps", "");
        var path = "/app/portal/esg/" + environment.owed().id() + "/table";
        assertThat(browser.post().uri(path).multipart().file(new MockMultipartFile("file", "t.xlsx", "application/octet-stream", workbook(lines, -1))).with(As.contactOf(supplier)))
                .hasStatus(422).bodyText().contains("Cell F2 says “perhaps”");
    }

    /** One file is read at a time: whoever waits for their turn holds no connection that others need. */
    @Test
    void whoWaitsForTheReaderHoldsNoTransaction() throws Exception {
        var file = workbook(table("en"), -1);
        var taking = new Thread(() -> assessments.take(environment, file, contact));
        synchronized (Spreadsheet.class) {
            taking.start();
            for (var waited = 0; taking.getState() != Thread.State.BLOCKED && waited < 2_400; waited++) {
                Thread.sleep(25);
            }
            assertThat(taking.getState()).isEqualTo(Thread.State.BLOCKED);
            assertThat(db.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE '%form.%'")
                    .query(Long.class).single()).isZero();
        }
        taking.join(60_000);
    }
}
