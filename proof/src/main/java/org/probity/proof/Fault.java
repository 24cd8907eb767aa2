package org.probity.proof;

/**
 * One thing that is not as it should be.
 *
 * @param code short and stable, the same in every verifier
 * @param file of the package; empty when it is the package as a whole
 * @param line from 1; 0 when the file has no lines
 * @param detail what was expected and what was found, in English
 */
public record Fault(String code, String file, int line, String detail) {

    @Override
    public String toString() {
        return code + (file.isEmpty() ? "" : " in " + file) + (line == 0 ? "" : ", line " + line) + ": " + detail;
    }
}
