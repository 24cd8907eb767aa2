package org.probity.people.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.people.survey.Population.Head;

/** What a ballot says of its writer is shared by ten people or more, however a company is cut; and questionnaires that cannot be read name the line. */
class PlacingWhoIsAskedTest {
    static List<Head> heads(int many, String tenure, String kind, String... path) {
        return java.util.stream.IntStream.range(0, many).mapToObj(_ -> new Head(UUID.randomUUID(), List.of(path), tenure, kind)).toList();
    }

    @Test
    void noPlaceHasFewerThanTheLeastAndEverybodyStandsInOne() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var heads = new ArrayList<Head>();
            for (int unit = 0; unit < 1 + random.nextInt(12); unit++) {
                var path = List.of("HS", "S" + unit % 3, "U" + unit).subList(0, 1 + random.nextInt(3));
                for (int one = random.nextInt(40); one >= 0; one--) {
                    heads.add(new Head(new UUID(seed, heads.size()), path, List.of("T0", "T1", "T5").get(random.nextInt(3)), random.nextInt(5) == 0 ? "OTHER" : "EMPLOYEE"));
                }
            }
            var places = Population.places(heads, 10);
            if (heads.size() < 10) {
                assertThat(places).isEmpty();
                continue;
            }
            assertThat(places).as("seed " + seed).isNotEmpty().allSatisfy(it -> assertThat(it.people()).hasSizeGreaterThanOrEqualTo(10));
            assertThat(places.stream().flatMap(it -> it.people().stream()).toList()).hasSize(heads.size()).doesNotHaveDuplicates();
            var shuffled = new ArrayList<>(heads);
            Collections.shuffle(shuffled, random);
            assertThat(Population.places(shuffled, 10)).isEqualTo(places);
        }
    }

    @Test
    void aSmallUnitStandsInTheOneAboveAndARareTraitIsNotSaid() {
        var all = new ArrayList<>(heads(12, "T5", "EMPLOYEE", "HS", "A"));
        all.addAll(heads(3, "T0", "EMPLOYEE", "HS", "A"));
        all.addAll(heads(10, "T1", "EMPLOYEE", "HS", "A"));
        all.addAll(heads(6, "T1", "EMPLOYEE", "HS", "B"));
        all.addAll(heads(5, "T1", "OTHER", "HS", "C"));
        var places = Population.places(all, 10);
        assertThat(new HashSet<>(places.stream().map(it -> it.path() + it.tenure() + it.kind() + it.people().size()).toList()))
                .as("three newcomers take ten others with them").containsExactlyInAnyOrder("[HS]11", "[HS, A]T5EMPLOYEE12", "[HS, A]13");
    }

    @Test
    void eachPackIsWholeInBothLanguages() {
        assertThat(Pack.shipped()).extracting(Pack::code).containsExactly("climate-2", "safety-1", "climate-1");
        var yearly = Pack.shipped(Pack.YEARLY).orElseThrow();
        assertThat(yearly.dimensions()).extracting(Pack.Dimension::code).startsWith("rewards", "growth", "leading", "culture");
        assertThat(yearly.dimensions()).as("dimensions weigh the same").allSatisfy(it -> assertThat(it.items()).hasSize(3));
        assertThat(yearly.of(List.of("safety-stop")).dimensions()).hasSize(1);
        assertThat(Pack.shipped("unknown-1")).isEmpty();
        for (var wrong : List.of("", "= a | b | c", "= a | b | c\n@ d | e | f", "= a | b | c\n@ d | e | f\n> x-one | g | h", "= a | b | c\n@ d | e | f\n> d-one | g", "= a | b | c\n@ d | e | f\n> d-one | g | h\n> d-one | g | h",
                "> d-one | g | h")) {
            assertThatThrownBy(() -> Pack.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesOfPeopleHereAreTakenOutOfRemarks() {
        assertThat(Remarks.screened("任杰总是加班，Ren Jie too", List.of("任杰", "Ren Jie"))).isEqualTo("□□总是加班，□□ too");
    }
}
