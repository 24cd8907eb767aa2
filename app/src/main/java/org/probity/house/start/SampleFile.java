package org.probity.house.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SampleOrder.LabelLanguage;

/**
 * {@code probity sample KIND FILE}: an invented workbook or declaration to try the upload with, of an invented supplier.
 *
 * <p>Refuses when: the kind is not one of ours; no file is named; the file exists or cannot be written.
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
        var files = Options.parse("sample", words, EnumSet.noneOf(Options.Name.class), 2).files();
        var kinds = Stream.of(Kind.values()).map(Kind::spelled).collect(Collectors.joining(" "));
        if (files.size() < 2) {
            throw new Stop("Say which and where: probity sample KIND FILE, where KIND is one of: " + kinds);
        }
        var kind = Stream.of(Kind.values()).filter(known -> known.spelled().equals(files.getFirst())).findFirst()
                .orElseThrow(() -> new Stop("There is no sample called " + files.getFirst() + ". There are: " + kinds));
        var file = Path.of(files.getLast()).toAbsolutePath();
        try {
            Files.write(file, bytes(kind, LocalDate.now(ZoneId.systemDefault())), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Stop(file + " exists already. Name a new file.");
        } catch (IOException e) {
            throw new Stop(file + " cannot be written: " + e, e);
        }
        System.out.println("Wrote " + file + ".");
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
