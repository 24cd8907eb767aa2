package org.probity.formats.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.probity.formats.casecf.Casecf;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.ipc1752.Ipc1752;

/// The process at work: takes files from its standard input, one after another, and answers each on its standard output.
///
/// A request is a byte that says what the file should be, numbers (the limits of that kind), the length of the file and the file; an answer is a length and
/// the encoded reading. The first byte it ever sends says that it is ready. It ends when its input ends, so it never outlives its owner.
public final class Reader {

    static final int READY = 'R';
    static final int WORKBOOK = 'W';
    static final int DECLARATION = 'D';
    static final int FRAMEWORK = 'F';

    private Reader() {
    }

    public static void main(String[] args) throws IOException {
        work(Map.of());
    }

    /// For a program that has files of its own kinds read in the same way; its `main` calls this and nothing else.
    ///
    /// @param own by the byte that a request begins with, none of ours: what makes an answer of a file
    public static void work(Map<Integer, UnaryOperator<byte[]>> own) throws IOException {
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not fall between the answers.
        System.setOut(System.err);
        DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
        // The first file should not pay for loading what all files need.
        Cmrt.encode(Sample.workbook(SampleOrder.complete("", "", "", LocalDate.EPOCH)), Limits.standard());
        answers.writeByte(READY);
        answers.flush();
        while (serve(requests, answers, own)) {
            answers.flush();
        }
    }

    static boolean serve(DataInputStream requests, DataOutputStream answers, Map<Integer, UnaryOperator<byte[]>> own) throws IOException {
        int kind;
        try {
            kind = requests.readUnsignedByte();
        } catch (EOFException done) {
            return false;
        }
        Function<byte[], byte[]> encode = switch (kind) {
            case WORKBOOK -> {
                Limits limits = new Limits(requests.readInt(), requests.readInt(), requests.readLong(), requests.readInt(), requests.readInt(),
                        requests.readInt());
                yield file -> Cmrt.encode(file, limits);
            }
            case DECLARATION -> {
                var limits = new org.probity.formats.ipc1752.Limits(requests.readInt(), requests.readInt(), requests.readInt(), requests.readInt(),
                        requests.readInt(), requests.readInt());
                yield file -> Ipc1752.encode(file, limits);
            }
            case FRAMEWORK -> {
                var limits = new org.probity.formats.casecf.Limits(requests.readInt(), requests.readInt(), requests.readInt(), requests.readInt(), requests.readInt());
                yield file -> Casecf.encode(file, limits);
            }
            default -> {
                var known = own.get(kind);
                if (known == null) {
                    throw new IOException("a request of kind " + kind);
                }
                yield known;
            }
        };
        byte[] file = requests.readNBytes(requests.readInt());
        byte[] answer;
        try {
            answer = encode.apply(file);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // An answer no reading can have: the owner takes it for a damaged file.
            answer = new byte[0];
        }
        answers.writeInt(answer.length);
        answers.write(answer);
        return true;
    }
}
