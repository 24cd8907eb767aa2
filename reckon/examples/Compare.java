import java.util.*;
import org.probity.reckon.*;

void main() {
    var compared = Comparison.of(new Group("women", 6, 24), new Group("men", 15, 31));
    IO.println(compared.ratio() + " flagged: " + compared.flagged());
    IO.println("p " + compared.fisher() + ", " + compared.verdict());

    // The same people within their departments.
    var within = MantelHaenszel.of(List.of(new TwoByTwo(4, 6, 3, 5), new TwoByTwo(2, 12, 12, 11)));
    IO.println("within strata: p " + within.p());
}
