package org.probity.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.probity.formats.cmrt.Background;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Declaration;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SecondOpinion;
import org.probity.formats.cmrt.SmelterList;
import org.probity.formats.cmrt.Words;

/** A supplier's workbook, and what the process that reads it hands back: any bytes give a reading, and any declaration can be judged. */
record FuzzedWorkbook() implements Fuzzed {

    private static final Background BACKGROUND = Background.of(LocalDate.of(2026, 11, 20))
            .withList(SmelterList.fictional(), SmelterList.fictionalEditions());

    @Override
    public List<byte[]> seeds() {
        byte[] sample = Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", LocalDate.of(2026, 9, 1)));
        return List.of(sample, Cmrt.encode(sample, Limits.standard()), Cmrt.encode(new byte[0], Limits.standard()));
    }

    @Override
    public void feed(byte[] bytes) {
        judge(Cmrt.read(bytes));
        judge(Cmrt.decode(bytes));
    }

    private static void judge(Reading reading) {
        if (reading instanceof Reading.Read(Declaration declaration)) {
            SecondOpinion.all(declaration, BACKGROUND).forEach(finding -> Words.of(Locale.ENGLISH).say(finding));
        }
    }
}
