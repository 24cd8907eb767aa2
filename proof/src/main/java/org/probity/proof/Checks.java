package org.probity.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one verification has found so far: faults, remarks, and how many things of a kind were checked. A section stops at its first fault, the others
 * go on.
 */
final class Checks {

    private static final int FAULTS_MAX = 100;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Verdict.Remark> remarks = new ArrayList<>();

    /** Stops a section at its first fault. */
    static final class Failed extends RuntimeException {
        final Fault fault;

        Failed(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }

    static Failed failed(String code, String file, int line, String detail) {
        return new Failed(new Fault(code, file, line, detail));
    }

    static void must(boolean holds, String code, String file, String detail) {
        if (!holds) {
            throw failed(code, file, 0, detail);
        }
    }

    void section(String file, Runnable checking) {
        if (faults.size() >= FAULTS_MAX) {
            return;
        }
        try {
            checking.run();
        } catch (Failed failed) {
            faults.add(failed.fault);
        } catch (Lines.AtLine atLine) {
            faults.add(new Fault(code(atLine.malformed), file, atLine.number, String.valueOf(atLine.malformed.getMessage())));
        } catch (Malformed malformed) {
            faults.add(new Fault(code(malformed), file, 0, String.valueOf(malformed.getMessage())));
        } catch (RuntimeException ours) {
            // A fault of this program; never a reason to believe the package.
            faults.add(new Fault("verifier", file, 0, "the verifier failed: " + ours));
        }
    }

    /** Reading has many refusals; a verdict needs to say only which form was not met. */
    static String code(Malformed malformed) {
        String code = malformed.code();
        if (code.equals("utf8") || code.startsWith("json.") && !code.equals("json.shape")) {
            return "json.form";
        }
        if (code.startsWith("note.") || code.startsWith("checkpoint.")) {
            return "note.form";
        }
        return Set.of("zip.form", "fold.input", "entries.root").contains(code) ? code : "shape";
    }

    boolean sound() {
        return faults.isEmpty();
    }

    List<Fault> faults() {
        return faults;
    }

    List<Verdict.Remark> remarks() {
        return remarks;
    }

    List<Verdict.Check> done() {
        return counts.entrySet().stream().map(check -> new Verdict.Check(check.getKey(), check.getValue())).toList();
    }

    void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    void remark(String code, String detail) {
        remarks.add(new Verdict.Remark(code, detail));
    }
}
