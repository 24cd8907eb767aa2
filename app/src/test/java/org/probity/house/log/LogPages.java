package org.probity.house.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class LogPages implements PageSamples {
    @Override
    public List<Page> pages() {
        var witness = new LogPage.Witness("union.helia.example/witness", "union.helia.example/witness+00000000+AAAA", 17, Instant.EPOCH);
        var silent = new LogPage.Witness("assurer.example/witness", "assurer.example/witness+00000000+AAAA", 0, null);
        var tree = Optional.of(new LogPage.Tree(17, "helia.example/log\n17\nAAAA\n\n\u2014 helia.example/log AAAA\n"));
        var restored = new Restoration(Instant.parse("2026-03-28T01:30:00Z"), 17);
        var reason = new Answer.Reason("vkey", "log.witness.known", List.of("union.helia.example/witness"));
        return List.of(new LogPage(Optional.empty(), "k", "f", List.of(), LogPage.Memory.NONE, Optional.empty(), 3, LogPage.Acts.NONE, List.of()),
                new LogPage(tree, "k", "f", List.of(witness, silent), LogPage.Memory.AGREES, Optional.of(restored), 0, LogPage.Acts.COSIGN, List.of()),
                new LogPage(tree, "k", "f", List.of(witness), LogPage.Memory.SET_BACK, Optional.empty(), 3, LogPage.Acts.ALL, List.of(reason)),
                new LogPage(tree, "k", "f", List.of(silent), LogPage.Memory.FORKED, Optional.empty(), 3, LogPage.Acts.ALL, List.of()),
                new LogPage(tree, "k", "f", List.of(), LogPage.Memory.UNREACHABLE, Optional.empty(), 3, LogPage.Acts.NONE, List.of()),
                new LogPage(tree, "k", "f", List.of(), LogPage.Memory.RESTORED, Optional.of(restored), 1, LogPage.Acts.ALL, List.of()),
                new LogPage(tree, "helia.example/log+1a2b3c4d+AAAA", "f", List.of(), LogPage.Memory.KEYLESS, Optional.empty(), 0, LogPage.Acts.NONE, List.of()),
                new LogPage(tree, "helia.example/log+1a2b3c4d+AAAA", "f", List.of(), LogPage.Memory.KEY_LOST, Optional.of(restored), 0, LogPage.Acts.ALL, List.of()));
    }
}
