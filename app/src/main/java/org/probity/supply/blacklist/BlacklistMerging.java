package org.probity.supply.blacklist;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/**
 * Whoever is barred stays barred under the other number. Two bans at once cannot be (a constraint), and choosing one of them is a decision of
 * its own: one is lifted first.
 */
@Component
class BlacklistMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("blacklist.ban", "blacklist.merge.bans", "id")
                        .notWhile("EXISTS (SELECT FROM blacklist.ban AS other WHERE other.supplier = :stays AND other.in_force && it.in_force)", "blacklist.merge.two-bans"),
                Moves.all("blacklist.matter", "blacklist.merge.matters", "id"),
                Moves.all("blacklist.suspension", "blacklist.merge.suspensions", "matter"),
                Moves.all("blacklist.incident", "blacklist.merge.incidents", "id"),
                Moves.all("blacklist.dealing", "blacklist.merge.dealings", "id"),
                // Nobody is tied to themselves: what tied the two to each other stays as it was said.
                Moves.all("blacklist.tie", "blacklist.merge.ties", "id").unless("it.other = :stays"),
                Moves.all("blacklist.tie", "blacklist.merge.ties", "id").in("other").unless("it.supplier = :stays"),
                Moves.all("blacklist.trait", "blacklist.merge.traits", "kind", "hash")
                        .unless("EXISTS (SELECT FROM blacklist.trait AS other WHERE other.supplier = :stays AND other.kind = it.kind AND other.hash = it.hash)"));
    }
}
