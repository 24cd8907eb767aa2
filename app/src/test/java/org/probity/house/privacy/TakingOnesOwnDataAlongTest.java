package org.probity.house.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class TakingOnesOwnDataAlongTest {
    @Autowired Accounts accounts;
    @Autowired AuditTrail trail;
    @Autowired Decisions decisions;
    @Autowired Suppliers suppliers;
    @Autowired MockMvcTester browser;
    @Autowired List<PersonalData> rooms;
    @Autowired Messages messages;

    final String tag = UUID.randomUUID().toString().substring(0, 8);

    Me somebody(String name, Role role, Optional<UUID> supplier) {
        var newcomer = new Accounts.Newcomer(name, name + "." + tag + "@helia.example", Set.of(role), supplier, "en");
        var account = accounts.find(((Ruling.Granted<UUID>) accounts.invite(newcomer, Accounts.HOUSE)).value()).orElseThrow();
        return new Me(account.id(), account.name(), account.roles(), account.supplier());
    }

    Map<String, String> taken(Me me) throws IOException {
        var files = new TreeMap<String, String>();
        var answer = browser.post().uri("/app/me/data/file").with(As.me(me)).exchange().getResponse();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theFileHoldsWhatEachRoomKeepsAndNothingOfOthers() throws IOException {
        var ann = somebody("Ann", Role.BUYER, Optional.empty());
        var bo = somebody("Bo", Role.BUYER, Optional.empty());
        decisions.propose("test.matter", UUID.randomUUID(), "because of " + tag, ann);
        decisions.propose("test.matter", UUID.randomUUID(), "the other's words", bo);
        var files = taken(ann);
        assertThat(files).containsOnlyKeys("data-en.html", "data-zh.html", "decision.json", "privacy.json");
        assertThat(files.get("privacy.json")).contains("Ann." + tag).contains("account.invited");
        assertThat(files.get("decision.json")).contains("because of " + tag);
        assertThat(files.values()).noneMatch(text -> text.contains("Bo." + tag) || text.contains("the other's words"));
        assertThat(files.get("data-zh.html")).contains("账号", "because of " + tag).contains("lang=\"zh-CN\"");
    }

    @Test
    void everyRoomSaysWhatItKeepsAndWhy() {
        assertThat(rooms).hasSizeGreaterThan(20).allSatisfy(room -> assertThat(List.of("title", "why")).as(room.messages())
                .allMatch(word -> messages.knows(Lang.EN, room.messages() + word) && messages.knows(Lang.ZH, room.messages() + word)));
    }

    @Test
    void thatItWasTakenStandsInTheTrail() throws IOException {
        var ann = somebody("Ann", Role.BUYER, Optional.empty());
        taken(ann);
        assertThat(trail.notes(new AuditTrail.Filter(ann.account(), "privacy.data-taken", null, null, null), 5)).singleElement()
                .returns(ann.account(), AuditTrail.Note::by);
    }

    @Test
    void aSuppliersContactGetsTheirEntryInTheRegister() throws IOException {
        var tin = ((org.probity.house.ui.Answer.Done<UUID>) suppliers.register(
                new Suppliers.Registration("S-" + tag, "Tin", "锡", "CN", "solder", null, null), somebody("Buyer", Role.BUYER, Optional.empty()))).value();
        suppliers.addContact(tin, "Chen", "Chen." + tag + "@helia.example", "+86 1");
        suppliers.addContact(tin, "Colleague", "colleague." + tag + "@helia.example", "+86 2");
        var files = taken(somebody("Chen", Role.SUPPLIER, Optional.of(tin)));
        assertThat(files.get("supplier.json")).contains("+86 1").doesNotContain("+86 2");
    }

    @Test
    void thePageShowsTheSameAndEscapesIt() {
        var name = "<b>Eve</b>";
        var account = accounts.find(((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer(name, "eve." + tag + "@helia.example", Set.of(Role.UNION),
                Optional.empty(), "en"), Accounts.HOUSE)).value()).map(it -> new Me(it.id(), it.name(), it.roles(), it.supplier())).orElseThrow();
        assertThat(browser.get().uri("/app/me/data").with(As.me(account))).hasStatusOk().bodyText().contains("&lt;b&gt;Eve").doesNotContain(name);
    }

    @Test
    void takingItAsksWhoIsAtTheScreen() {
        var ann = somebody("Ann", Role.BUYER, Optional.empty());
        assertThat(browser.post().uri("/app/me/data/file").with(As.stale(ann))).hasStatus3xxRedirection();
        assertThat(trail.notes(new AuditTrail.Filter(ann.account(), "privacy.data-taken", null, null, null), 5)).isEmpty();
    }
}
