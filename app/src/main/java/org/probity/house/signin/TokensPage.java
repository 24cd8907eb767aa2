package org.probity.house.signin;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Tokens;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;

/**
 * The keys by which programs act in one's name.
 *
 * @param fresh the key just made, shown this once; empty otherwise
 * @param label as typed
 * @param may as chosen
 * @param days as typed
 */
public record TokensPage(List<Tokens.Token> tokens, String fresh, String label, String may, String days, List<Answer.Reason> reasons)
        implements Page {
    static TokensPage of(UUID account, Tokens tokens) {
        return made(account, tokens, "");
    }

    static TokensPage made(UUID account, Tokens tokens, String fresh) {
        return new TokensPage(tokens.of(account), fresh, "", Tokens.May.READ.name(), "90", List.of());
    }
}
