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
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;

/// The process at work: takes files from its standard input, one after another, and answers each on its standard output.
///
/// A request is six numbers (the limits), the length of the file and the file; an answer is a length and the encoded reading. The first byte it
/// ever sends says that it is ready. It ends when its input ends, so it never outlives its owner.
public final class Reader {

    static final int READY = 'R';

    private Reader() {
    }

    public static void main(String[] args) throws IOException {
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not fall between the answers.
        System.setOut(System.err);
        DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
        // The first file should not pay for loading what all files need.
        Cmrt.encode(Sample.workbook(SampleOrder.complete("", "", "", LocalDate.EPOCH)), Limits.standard());
        answers.writeByte(READY);
        answers.flush();
        while (serve(requests, answers)) {
            answers.flush();
        }
    }

    static boolean serve(DataInputStream requests, DataOutputStream answers) throws IOException {
        Limits limits;
        int length;
        try {
            limits = new Limits(requests.readInt(), requests.readInt(), requests.readLong(), requests.readInt(), requests.readInt(),
                    requests.readInt());
            length = requests.readInt();
        } catch (EOFException done) {
            return false;
        }
        byte[] file = requests.readNBytes(length);
        byte[] answer;
        try {
            answer = Cmrt.encode(file, limits);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // An answer no reading can have: the owner takes it for a damaged file.
            answer = new byte[0];
        }
        answers.writeInt(answer.length);
        answers.write(answer);
        return true;
    }
}
