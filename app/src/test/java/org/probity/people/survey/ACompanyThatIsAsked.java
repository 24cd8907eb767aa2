package org.probity.people.survey;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.time.TimeMachine;
import org.probity.people.survey.BallotBox.Ballot;
import org.probity.people.survey.Survey.Kind;
import org.probity.people.survey.Surveys.Launch;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.figure.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Sixty-eight people in four units who can be asked, and what a test does in their place: draws a token, fills in a ballot, puts it in. */
abstract class ACompanyThatIsAsked {
    static final LocalDate BEGUN = LocalDate.of(2023, 1, 1);
    static final int FIRST = 200;
    /** Two workshops, one with ten newcomers, and two teams too small to be named: 30, 25, 8 and 5. */
    static final List<String> UNITS = List.of("HF-W1", "HF-W2", "HF-T1", "HF-T2");

    @Autowired JdbcClient db;
    @Autowired MockMvcTester http;
    @Autowired Surveys surveys;
    @Autowired BallotBox box;
    @Autowired Counting counting;
    @Autowired Slips slips;
    @Autowired SlipsPaper paper;
    @Autowired Packs packs;
    @Autowired Releasing releasing;
    @Autowired Results results;
    @Autowired Published published;
    @Autowired Ballots ballots;
    @Autowired Rounds rounds;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired DemoPeople people;
    @Autowired TimeMachine time;
    @Autowired Clock clock;

    Me hr;

    @BeforeEach
    void aCompanyOfSixtyEight() {
        hr = people.the(Role.HR);
        if (db.sql("SELECT count(*) FROM directory.unit WHERE code = 'HF-W1'").query(Long.class).single() > 0) {
            return;
        }
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, details("Helia Solar", "赫利亚太阳能", ""), BEGUN, "", hr.account()));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, details("Hefei site", "合肥基地", "CN"), BEGUN, "", hr.account()));
        UNITS.forEach(it -> done(organisation.found(it, Place.Kind.UNIT, site, details("Unit " + it, "单位" + it, ""), BEGUN, "", hr.account())));
        for (int at = 0; at < 68; at++) {
            var unit = at < 30 ? "HF-W1" : at < 55 ? "HF-W2" : at < 63 ? "HF-T1" : "HF-T2";
            done(staff.takeOn(new Staff.Identity("%06d".formatted(FIRST + at), "张" + at, "Zhang " + at, at < 6 ? "worker" + at + "@helia.example" : ""),
                    new Staff.Term(Engagement.EMPLOYEE, unit(unit), "Operator", at < 10 ? today().minusDays(100) : BEGUN, null), "", hr.account()));
        }
    }

    static Organisation.Details details(String en, String zh, String country) {
        return new Organisation.Details(en, zh, country, country.isEmpty() ? "" : "Anhui", "", "");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    UUID unit(String code) {
        return db.sql("SELECT id FROM directory.unit WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    UUID person(int at) {
        return db.sql("SELECT id FROM directory.person WHERE number = :number").param("number", "%06d".formatted(FIRST + at)).query(UUID.class).single();
    }

    Me worker(int at) {
        var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person(at)).query(UUID.class).optional().orElseGet(() -> done(passes.invite(person(at), "zh", hr.account())));
        return new Me(account, "Zhang " + at, Set.of(Role.EMPLOYEE), Optional.empty());
    }

    /** Rounds of the other tests lie weeks back. */
    void weeksLater() {
        if (!surveys.all().isEmpty()) {
            time.advance(20);
        }
    }

    UUID pulse(String pack, List<String> items, String unit, int days) {
        weeksLater();
        return done(surveys.launch(new Launch(Kind.PULSE, pack, items, unit, "", today(), today().plusDays(days)), hr));
    }

    Survey find(UUID round) {
        return surveys.find(round).orElseThrow();
    }

    Token token(UUID round, int at) {
        var ballot = find(round).ballot();
        var holder = new Holder(rounds.find(ballot).orElseThrow());
        return holder.tokens(done(ballots.issue(ballot, person(at), holder.sent()))).getFirst();
    }

    int place(UUID round, int at) {
        return db.sql("SELECT place FROM survey.invited WHERE round = :round AND person = :person").param("round", round).param("person", person(at)).query(Integer.class).single();
    }

    static byte[] word() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    }

    Ballot ballot(UUID round, int at, int step) {
        return new Ballot(place(round, at), Collections.nCopies(find(round).items().size(), step), word(), "");
    }

    String put(UUID round, int at, int step) {
        var token = token(round, at);
        return done(box.put(round, token.message(), token.signature(), ballot(round, at, step)));
    }
}
