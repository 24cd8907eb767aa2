import java.nio.file.*;
import java.time.LocalDate;
import java.util.*;
import org.probity.formats.cmrt.*;

void main(String[] args) throws Exception {
    byte[] file = args.length > 0
            ? Files.readAllBytes(Path.of(args[0]))
            : Sample.workbook(SampleOrder.faulty("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", LocalDate.now().minusMonths(2)));
    var lists = SmelterList.fictionalEditions();
    var background = Background.of(LocalDate.now()).withList(lists.getLast(), lists).expecting(Set.of(Metal.TIN));
    var words = Words.of(Locale.getDefault());
    switch (Cmrt.read(file)) {
        case Reading.Unreadable unreadable -> IO.println(words.say(unreadable));
        case Reading.Read(var declaration) -> SecondOpinion.all(declaration, background)
                .forEach(finding -> IO.println(finding.cell() + "  " + finding.severity() + "  " + words.say(finding)));
    }
}
