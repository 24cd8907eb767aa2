package org.probity.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.probity.proof.Specimen;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

/**
 * A sealed package: any bytes give a verdict, the verifier itself never fails, and without the company's keys nothing is proved but the packages
 * that were made. So that the search gets behind checksums and signatures, the first byte says how deep the rest is put.
 */
record FuzzedPackage(List<byte[]> accepted, Lies lies, TrustPolicy policy) implements Fuzzed {

    /** How an input is put before the verifier; the first byte, modulo their number. */
    private enum Depth {
        /** The rest is the archive. */
        ARCHIVE,
        /** The second byte chooses a package, the third a file in it; the rest is that file. */
        FILE,
        /** As FILE, with every hash made good that needs no key. */
        HASHED,
        /** As HASHED, and published by the company with its keys: this may be proved, because it is what the company said. */
        PUBLISHED
    }

    static FuzzedPackage make() {
        Specimen.Made specimen = Specimen.make(1, 12);
        List<byte[]> accepted = new ArrayList<>(specimen.second());
        accepted.add(specimen.first());
        return new FuzzedPackage(accepted, new Lies(specimen), TrustPolicy.parse(specimen.policy()));
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(input(Depth.ARCHIVE, 0, 0, accepted.getFirst()));
        for (int which = 0; which < accepted.size(); which++) {
            OpenPackage files = OpenPackage.of(accepted.get(which));
            for (int file = 0; file < files.names().size(); file++) {
                Depth depth = Depth.values()[1 + (which + file) % 3];
                seeds.add(input(depth, which, file, files.get(files.names().get(file))));
            }
        }
        return seeds;
    }

    private static byte[] input(Depth depth, int which, int file, byte[] content) {
        byte[] head = depth == Depth.ARCHIVE ? new byte[] {0} : new byte[] {(byte) depth.ordinal(), (byte) which, (byte) file};
        byte[] input = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, input, head.length, content.length);
        return input;
    }

    @Override
    public void feed(byte[] bytes) {
        if (bytes.length < 3) {
            judge(bytes, false);
            return;
        }
        Depth depth = Depth.values()[Byte.toUnsignedInt(bytes[0]) % Depth.values().length];
        OpenPackage files = OpenPackage.of(accepted.get(Byte.toUnsignedInt(bytes[1]) % accepted.size()));
        files.put(files.names().get(Byte.toUnsignedInt(bytes[2]) % files.names().size()), Arrays.copyOfRange(bytes, 3, bytes.length));
        switch (depth) {
            case ARCHIVE -> judge(Arrays.copyOfRange(bytes, 1, bytes.length), false);
            case FILE -> judge(files.pack(), false);
            case HASHED -> judge(orAsItIs(files, () -> {
                files.rehash();
                return files.pack();
            }), false);
            case PUBLISHED -> judge(orAsItIs(files, () -> lies.signed(files, json -> json)), true);
        }
    }

    /** What is no report at all cannot be hashed or published by anybody, and comes as it is. */
    private static byte[] orAsItIs(OpenPackage files, Supplier<byte[]> made) {
        byte[] asItIs = files.pack();
        try {
            return made.get();
        } catch (RuntimeException noReport) {
            return asItIs;
        }
    }

    private void judge(byte[] zip, boolean published) {
        switch (Verifier.verify(zip, Optional.of(policy))) {
            case Verdict.Proved proved -> {
                if (!published && accepted.stream().noneMatch(one -> Arrays.equals(one, zip))) {
                    throw new IllegalStateException("proved, and nobody made it: " + proved.summary());
                }
            }
            case Verdict.ConsistentSignerUnknown _ -> throw new IllegalStateException("the policy was forgotten");
            case Verdict.NotProved not -> not.faults().stream().filter(fault -> fault.code().equals("verifier")).findFirst().ifPresent(fault -> {
                throw new IllegalStateException("the verifier failed: " + fault);
            });
        }
    }
}
