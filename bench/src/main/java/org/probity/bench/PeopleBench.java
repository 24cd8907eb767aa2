package org.probity.bench;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the rooms of people promise in numbers, a part at a time: {@code probity bench people statistics}. A part is the class {@code People} and its name,
 * found by that alone; it prints a line for each goal and says whether all were met.
 */
public final class PeopleBench {
    private PeopleBench() {}

    /** One part of it; what it prints reads like the lines of every bench. */
    interface Part {
        boolean met(String... args) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0 || !args[0].matches("[a-z]+")) {
            System.err.println("probity bench people PART, for example statistics");
            System.exit(2);
        }
        var name = PeopleBench.class.getPackageName() + ".People" + args[0].substring(0, 1).toUpperCase(Locale.ROOT) + args[0].substring(1);
        try {
            var part = (Part) Class.forName(name).getDeclaredConstructor().newInstance();
            System.exit(part.met(Arrays.copyOfRange(args, 1, args.length)) ? 0 : 1);
        } catch (ClassNotFoundException unknown) {
            System.err.println("There is no part called " + args[0]);
            System.exit(2);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    static boolean goal(String what, double value, String bound, boolean reached) {
        System.out.printf(Locale.ROOT, "people %s, %s, %s, %s%n", what, value == Math.rint(value) && Math.abs(value) < 1e12 ? Long.toString((long) value) : Double.toString(value),
                bound, reached ? "met" : "short");
        return reached;
    }
}
