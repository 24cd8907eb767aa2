package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Human resources hold somebody's document. What it says is kept, its number is not. */
@WholeHouse
class CheckingADocumentTest {
    /** A man born on 7 March 1990 and a woman born on 1 January 2008, in a place that is none. */
    static final String HIS = number("990000", LocalDate.of(1990, 3, 7), 451);
    static final String HERS = number("990000", LocalDate.of(2008, 1, 1), 122);
    static final LocalDate SEEN = LocalDate.of(2025, 6, 2);

    @Autowired Identities identities;
    @Autowired Contracts contracts;
    @Autowired Intake intake;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;

    UUID him;
    UUID her;
    String his;
    String hers;

    @BeforeEach
    void twoPeople() {
        var code = "L" + UUID.randomUUID().toString().substring(0, 8);
        var site = AWorker.site(house, code, "CN", "Anhui");
        him = AWorker.employee(house, site, his = code + "-1");
        her = AWorker.employee(house, site, hers = code + "-2");
        // Others of the house plan shifts of people whose card was seen; those stay.
        db.sql("DELETE FROM labour.identity WHERE document = 'ID_CARD' AND NOT EXISTS (SELECT FROM labour.shift WHERE shift.identity = identity.id)").update();
    }

    /** With the right check digit, as the issuing office computes it. */
    static String number(String place, LocalDate born, int order) {
        var digits = place + born.toString().replace("-", "") + order;
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    static Identity card(String number, LocalDate born, Identity.Sex sex) {
        return new Identity(Identity.Document.ID_CARD, number, born, sex, SEEN);
    }

    String said(Identity it) {
        return key(identities.attest(him, it, AWorker.HR));
    }

    @Test
    void theCheckDigitIsThatOfTheStandard() {
        assertThat(IdentityNumber.checks("11010519491231002X")).as("the example that the standard prints").isTrue();
        assertThat(IdentityNumber.checks("440524188001010014")).as("and its other one").isTrue();
        for (var i = 0; i < 10; i++) {
            var wrong = "11010519491231002" + i;
            assertThat(IdentityNumber.checks(wrong)).as(wrong).isFalse();
        }
        assertThat(IdentityNumber.of("11010519490231002X")).as("there is no 31 February").isEmpty();
    }

    @Test
    void whatTheCardSaysIsKeptAndItsNumberIsNowhere() {
        done(identities.attest(him, card(HIS.substring(0, 6) + " " + HIS.substring(6), LocalDate.of(1990, 3, 7), Identity.Sex.M), AWorker.HR));
        assertThat(identities.of(him)).contains(new Identities.Attested(Identity.Document.ID_CARD, LocalDate.of(1990, 3, 7), Identity.Sex.M, SEEN));
        assertThat(db.sql("SELECT row_to_json(identity)::text FROM labour.identity WHERE person = :him").param("him", him).query(String.class).single()).doesNotContain(HIS);
        assertThat(db.sql("SELECT content FROM log.opening WHERE content LIKE '%' || :him || '%'").param("him", him.toString()).query(String.class).list())
                .allSatisfy(it -> assertThat(it).doesNotContain(HIS).doesNotContain("1990")).isNotEmpty();
        assertThat(card(HIS, SEEN, Identity.Sex.M).toString()).doesNotContain(HIS);
        assertThat(db.sql("SELECT born, sex, verified_on FROM labour.attested WHERE person = :him").param("him", him).query((row, n) -> row.getString(1) + row.getString(2) + row.getString(3)).list())
                .containsExactly("1990-03-07M2025-06-02");
    }

    @Test
    void aCardThatContradictsWhatIsTypedIsRefused() {
        assertThat(said(card(HIS, LocalDate.of(1990, 3, 8), Identity.Sex.M))).isEqualTo("labour.born-contradicts");
        assertThat(said(card(HIS, LocalDate.of(1990, 3, 7), Identity.Sex.F))).isEqualTo("labour.sex-contradicts");
        assertThat(said(card(HIS.substring(0, 17) + (HIS.endsWith("1") ? "2" : "1"), LocalDate.of(1990, 3, 7), Identity.Sex.M))).isEqualTo("labour.check-digit-wrong");
        for (var wrong : List.of("", "12345", HIS.substring(1), HIS + "1", "A" + HIS.substring(1))) {
            assertThat(said(card(wrong, LocalDate.of(1990, 3, 7), Identity.Sex.M))).as(wrong).isEqualTo("labour.number-wrong");
        }
    }

    @Test
    void daysThatCannotBeAreRefused() {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(said(new Identity(Identity.Document.PASSPORT, "C01X00T47", LocalDate.of(1990, 3, 7), Identity.Sex.M, tomorrow))).isEqualTo("labour.verified-future");
        assertThat(said(new Identity(Identity.Document.PASSPORT, "C01X00T47", SEEN, Identity.Sex.M, SEEN))).isEqualTo("labour.born-wrong");
        assertThat(said(new Identity(Identity.Document.PASSPORT, "C01X00T47", LocalDate.of(1899, 12, 31), Identity.Sex.M, SEEN))).isEqualTo("labour.born-wrong");
        assertThat(said(new Identity(Identity.Document.PASSPORT, "C1", LocalDate.of(1990, 3, 7), Identity.Sex.M, SEEN))).isEqualTo("labour.number-missing");
        assertThat(key(identities.attest(UUID.randomUUID(), card(HIS, LocalDate.of(1990, 3, 7), Identity.Sex.M), AWorker.HR))).isEqualTo("labour.person-unknown");
    }

    @Test
    void oneDocumentIsShownByOnePersonAndACorrectionIsANewRow() {
        var shown = card(HIS, LocalDate.of(1990, 3, 7), Identity.Sex.M);
        done(identities.attest(him, shown, AWorker.HR));
        assertThat(key(identities.attest(him, shown, AWorker.HR))).isEqualTo("labour.nothing-new");
        assertThat(key(identities.attest(her, shown, AWorker.HR))).isEqualTo("labour.number-taken");
        done(identities.attest(him, card(HERS, LocalDate.of(2008, 1, 1), Identity.Sex.F), AWorker.HR));
        assertThat(db.sql("SELECT count(*), count(superseded_at) FROM labour.identity WHERE person = :him").param("him", him).query((row, n) -> row.getInt(1) + "/" + row.getInt(2)).single())
                .isEqualTo("2/1");
        done(identities.attest(her, shown, AWorker.HR));
    }

    @Test
    void aFileIsShownFirstAndBroughtInWholeWithOneEntry() {
        var batch = read("number,document,document_number,born,sex,verified\n%s,ID_CARD,%s,1990-03-07,M,2025-06-02\n%s,居民身份证,%s,2008/01/01,女,2025-06-02\n".formatted(his, HIS, hers, HERS));
        assertThat(intake.find(batch).orElseThrow().faults()).isEmpty();
        assertThat(identities.of(him)).as("nothing of it counts yet").isEmpty();
        assertThat(db.sql("SELECT string_agg(array_to_string(fields, ' '), ' ') FROM labour.staged WHERE batch = :batch").param("batch", batch).query(String.class).single())
                .doesNotContain(HIS).doesNotContain(HERS);
        assertThat(done(intake.bringIn(batch, AWorker.HR))).isEqualTo(new Intake.Plan(batch, "IDENTITIES", 2, 0, 0));
        assertThat(identities.of(her).orElseThrow().born()).isEqualTo(LocalDate.of(2008, 1, 1));
        assertThat(db.sql("SELECT size FROM log.record JOIN labour.batch ON batch.record = record.id WHERE batch.id = :batch").param("batch", batch).query(Long.class).single()).isEqualTo(2);
        assertThat(key(intake.bringIn(batch, AWorker.HR))).isEqualTo("labour.batch-gone");
        var again = read("number,document,document_number,born,sex,verified\n%s,ID_CARD,%s,1990-03-07,M,2025-06-02\n".formatted(his, HIS));
        assertThat(key(intake.bringIn(again, AWorker.HR))).isEqualTo("labour.nothing-new");
    }

    @Test
    void eachLineOfAFileSaysWhatIsWrongWithItAndNeverTheNumber() {
        var heading = "number,document,document_number,born,sex,verified\n";
        assertThat(faults(heading + "%s,ID_CARD,%s,1990-03-08,M,2025-06-02\n".formatted(his, HIS))).containsExactly("2 born labour.born-contradicts");
        assertThat(faults(heading + "%s,LICENCE,x,31.3.1990,X,then\n".formatted(his)))
                .containsExactly("2 document labour.document-unknown", "2 sex labour.sex-unknown", "2 born labour.day-wrong", "2 verified labour.day-wrong");
        assertThat(faults(heading + "nobody,ID_CARD,%s,1990-03-07,M,2025-06-02\n".formatted(HIS))).containsExactly("2 number labour.person-unknown");
        assertThat(faults(heading + "%1$s,ID_CARD,%2$s,1990-03-07,M,2025-06-02\n%3$s,ID_CARD,%2$s,1990-03-07,M,2025-06-02\n".formatted(his, HIS, hers)))
                .as("one card, two people").containsExactly("2 document_number labour.number-taken", "3 document_number labour.number-taken");
        assertThat(faults(heading + "%1$s,ID_CARD,%2$s,1990-03-07,M,2025-06-02\n%1$s,ID_CARD,%2$s,1990-03-07,M,2025-06-02\n".formatted(his, HIS))).containsExactly("3 number labour.line-twice");
        assertThat(faults(heading)).containsExactly("1  labour.file-empty");
        assertThat(faults("number,document\n")).contains("1 born labour.column-missing");
        assertThat(key(intake.read(new byte[0], "none.csv", AWorker.HR))).isEqualTo("ui.file-empty");
    }

    private List<String> faults(String csv) {
        return intake.find(read(csv)).orElseThrow().faults().stream().peek(it -> assertThat(it.value()).doesNotContain(HIS)).map(it -> it.row() + " " + it.column() + " " + it.key()).toList();
    }

    private UUID read(String csv) {
        return done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", AWorker.HR));
    }
}
