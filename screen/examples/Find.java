import java.util.*;
import org.probity.screen.*;

void main(String[] args) {
    var list = Listing.of(List.of(
            Party.organisation("1", "Xinjiang Chenhan Silicon Industry Co., Ltd."),
            Party.organisation("2", "Quiet Heron Trading LLC")));
    var wanted = Party.organisation("our supplier", args.length > 0 ? String.join(" ", args) : "新疆辰瀚硅业有限公司");
    for (Hit hit : list.search(wanted, Names.BAR)) {
        IO.println(hit.score() + "  " + hit.listedName().text());
        hit.alignment().links().forEach(link -> IO.println("     " + link));
    }
}
