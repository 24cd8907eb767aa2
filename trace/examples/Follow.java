import java.util.*;
import org.probity.trace.*;

void main() {
    int north = 0, south = 1, reclaim = 2, rod1 = 3, brick1 = 4, rod2 = 5, brick2 = 6;
    var book = new Book(Limits.USUAL);

    // Two lots of polysilicon, in grams, and a pool that takes slabs back.
    book.append(Step.received(1, 1_000, new Part(north, 400_000), new Part(south, 1_000_000)));
    book.append(new Step(2, 1_000, new Sharing.Pool(reclaim), List.of(), List.of(), 0));
    book.append(Step.mixed(3, 2_000, List.of(new Part(north, 400_000), new Part(south, 100_000)), List.of(new Part(rod1, 500_000)), 0));
    book.append(Step.mixed(4, 3_000, List.of(new Part(rod1, 500_000)), List.of(new Part(brick1, 300_000), new Part(reclaim, 190_000)), 10_000));
    book.append(Step.mixed(5, 4_000, List.of(new Part(reclaim, 100_000), new Part(south, 400_000)), List.of(new Part(rod2, 499_000)), 0));
    book.append(Step.mixed(6, 5_000, List.of(new Part(rod2, 499_000)), List.of(new Part(brick2, 299_000), new Part(reclaim, 200_000)), 0));

    // What is in the second brick, by which way, and where everything is.
    for (var share : new Shares(book).of(brick2).shares()) {
        IO.println("lot " + share.origin() + ": " + share.fraction().stripTrailingZeros());
    }
    IO.println("by way of " + Arrays.toString(new Reach(book).way(north, brick2)));
    IO.println(book.balance() + ", missing " + book.balance().difference());

    // A list names the northern lot; both lots are known to their beginning.
    var sweep = new Sweep(book, item -> item == north ? 1 : 0, item -> item <= south);
    IO.println("brick 2 " + sweep.of(brick2, 0));

    // It was not the northern lot after all. What holds something else now, and how much of it?
    var southern = Step.mixed(7, 2_000, List.of(new Part(south, 500_000)), List.of(new Part(rod1, 500_000)), 0);
    new Correction(book).replace(3, southern, (item, event, mass, share) -> IO.println("item " + item + " of event " + event + ": " + share / (Origins.WHOLE / 100) + " %"));
    sweep.catchUp();
    IO.println("brick 2 " + sweep.of(brick2, 0));

    // What cannot be is refused with its reason.
    IO.println(book.append(Step.mixed(8, 6_000, List.of(new Part(rod1, 10)), List.of(new Part(99, 10)), 0)));
}
