package org.probity.proof;

import java.io.PrintStream;

/**
 * What {@code java -jar} of a verifier runs first: an older Java cannot read the program, and would say so in words that help nobody. This class is compiled for every Java
 * since 8, so it is written as that was, and knows what it begins by its name alone.
 */
public final class Start {
    private static final int WANTED = 25;

    private Start() {}

    public static void main(String[] args) throws Exception {
        begin("verify", "org.probity.proof.VerifyCommand", args);
    }

    /** @param name of the program, as who runs it knows it */
    public static void begin(String name, String command, String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (number(version) < WANTED) {
            PrintStream out = new PrintStream(System.err, true, "UTF-8");
            out.println(name + " needs Java " + WANTED + " or newer; this is Java " + version + ". (JDK " + WANTED + ": https://adoptium.net)");
            out.println("\u9a8c\u8bc1\u7a0b\u5e8f\u9700\u8981 Java " + WANTED + " \u6216\u66f4\u9ad8\u7248\u672c\uff1b\u5f53\u524d\u4e3a Java " + version + "\u3002");
            System.exit(2);
        }
        Class.forName(command).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    /** 8 was called 1.8. */
    static int number(String version) {
        String[] parts = version.split("\\.");
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }
}
