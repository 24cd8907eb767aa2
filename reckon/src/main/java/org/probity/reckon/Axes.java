package org.probity.reckon;

/** The axes of a symmetric matrix: along each of them it only stretches. */
final class Axes {
    private static final double NOTHING = 1e-9;
    private static final int TURNS = 60;

    private Axes() {}

    /** Jacobi: turns a symmetric matrix, two axes at a time, until nothing is left beside its diagonal. @return the values; vectors are the columns of what is filled */
    static double[] turned(double[][] of, double[][] vectors) {
        int many = of.length;
        for (int at = 0; at < many; at++) {
            vectors[at][at] = 1;
        }
        for (int turn = 0; turn < TURNS; turn++) {
            double beside = 0;
            for (int one = 0; one < many; one++) {
                for (int other = one + 1; other < many; other++) {
                    beside += of[one][other] * of[one][other];
                }
            }
            if (beside < NOTHING * NOTHING) {
                break;
            }
            for (int one = 0; one < many; one++) {
                for (int other = one + 1; other < many; other++) {
                    turn(of, vectors, one, other);
                }
            }
        }
        var values = new double[many];
        for (int at = 0; at < many; at++) {
            values[at] = of[at][at];
        }
        return values;
    }

    private static void turn(double[][] of, double[][] vectors, int one, int other) {
        if (of[one][other] == 0) {
            return;
        }
        double half = (of[other][other] - of[one][one]) / (2 * of[one][other]);
        double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.sqrt(half * half + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int at = 0; at < of.length; at++) {
            double first = of[at][one];
            double second = of[at][other];
            of[at][one] = cosine * first - sine * second;
            of[at][other] = sine * first + cosine * second;
        }
        for (int at = 0; at < of.length; at++) {
            double first = of[one][at];
            double second = of[other][at];
            of[one][at] = cosine * first - sine * second;
            of[other][at] = sine * first + cosine * second;
            first = vectors[at][one];
            second = vectors[at][other];
            vectors[at][one] = cosine * first - sine * second;
            vectors[at][other] = sine * first + cosine * second;
        }
    }
}
