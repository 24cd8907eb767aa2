package org.probity.house.start;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SampleOrder.LabelLanguage;

/**
 * {@code probity sample KIND FILE}: an invented workbook or declaration to try the upload with, of an invented supplier; or what a room makes, such as a month
 * of a plant ({@link SampleKind}).
 *
 * <p>Refuses when: the kind is not one of ours; no file is named; the file exists or cannot be written; days or seed are no such numbers, or the kind has none.
 */
final class SampleFile {
    enum Kind {
        COMPLETE, FAULTY, STALE, CHINESE, GERMAN,
        /** A declaration of substances, IPC-1752A class D; with faults; with lead above the limits; class C. */
        SUBSTANCES, SUBSTANCES_FAULTY, SUBSTANCES_LEADED, SUBSTANCES_THRESHOLDS;

        String spelled() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String COMPANY = "Blue Heron Solder";
    private static final String PERSON = "Lin Qing";
    private static final String MAIL = "lin.qing@example.org";

    private SampleFile() {}

    static void run(List<String> words) {
        var options = Options.parse("sample", words, EnumSet.of(Options.Name.DAYS, Options.Name.SEED), 2);
        var files = options.files();
        var rooms = ServiceLoader.load(SampleKind.class).stream().map(ServiceLoader.Provider::get).toList();
        var kinds = Stream.concat(Stream.of(Kind.values()).map(Kind::spelled), rooms.stream().map(SampleKind::spelled)).collect(Collectors.joining(" "));
        if (files.size() < 2) {
            throw new Stop("Say which and where: probity sample KIND FILE, where KIND is one of: " + kinds);
        }
        var file = Path.of(files.getLast()).toAbsolutePath();
        var named = files.getFirst();
        var room = rooms.stream().filter(known -> known.spelled().equals(named)).findFirst();
        if (room.isPresent()) {
            var wish = wish(options);
            write(file, out -> room.get().write(out, wish));
            return;
        }
        var kind = Stream.of(Kind.values()).filter(known -> known.spelled().equals(named)).findFirst()
                .orElseThrow(() -> new Stop("There is no sample called " + named + ". There are: " + kinds));
        if (!options.values().isEmpty()) {
            throw new Stop("A sample called " + named + " has no days and no seed.");
        }
        write(file, out -> out.write(bytes(kind, LocalDate.now(ZoneId.systemDefault()))));
    }

    /** What writes a file, and may fail at it. */
    private interface Writes {
        void to(OutputStream out) throws IOException;
    }

    private static void write(Path file, Writes sample) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            sample.to(out);
        } catch (FileAlreadyExistsException e) {
            throw new Stop(file + " exists already. Name a new file.");
        } catch (IOException e) {
            throw new Stop(file + " cannot be written: " + e, e);
        }
        System.out.println("Wrote " + file + ".");
    }

    private static SampleKind.Wish wish(Options options) {
        return new SampleKind.Wish((int) number(options, Options.Name.DAYS, 30, 1, 400), number(options, Options.Name.SEED, 1, 0, 999_999_999));
    }

    private static long number(Options options, Options.Name name, long unsaid, long least, long most) {
        var typed = options.value(name).orElse("" + unsaid);
        if (!typed.matches("\\d{1,9}") || Long.parseLong(typed) < least || Long.parseLong(typed) > most) {
            throw new Stop(name.spelled() + " wants a number from " + least + " to " + most + ", not " + typed + ".");
        }
        return Long.parseLong(typed);
    }

    private static byte[] bytes(Kind kind, LocalDate today) {
        var complete = SampleOrder.complete(COMPANY, PERSON, MAIL, today);
        return switch (kind) {
            case COMPLETE -> Sample.workbook(complete);
            case FAULTY -> Sample.workbook(SampleOrder.faulty(COMPANY, PERSON, MAIL, today));
            case STALE -> Sample.workbook(SampleOrder.stale(COMPANY, PERSON, MAIL, today));
            case CHINESE -> Sample.workbook(complete.inLanguage(LabelLanguage.CHINESE));
            case GERMAN -> Sample.workbook(complete.inLanguage(LabelLanguage.GERMAN));
            case SUBSTANCES -> org.probity.formats.ipc1752.Sample.materials(COMPANY, today);
            case SUBSTANCES_FAULTY -> org.probity.formats.ipc1752.Sample.faulty(COMPANY, today);
            case SUBSTANCES_LEADED -> org.probity.formats.ipc1752.Sample.leaded(COMPANY, today);
            case SUBSTANCES_THRESHOLDS -> org.probity.formats.ipc1752.Sample.thresholds(COMPANY, today);
        };
    }
}
