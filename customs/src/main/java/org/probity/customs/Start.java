package org.probity.customs;

/** What {@code java -jar verify-customs.jar} runs first, written for every Java since 8 as {@link org.probity.proof.Start} is. */
public final class Start {
    private Start() {}

    public static void main(String[] args) throws Exception {
        org.probity.proof.Start.begin("verify-customs", "org.probity.customs.VerifyCustomsCommand", args);
    }
}
