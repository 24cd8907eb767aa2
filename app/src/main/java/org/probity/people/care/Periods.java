package org.probity.people.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Months of the leave book that are closed: nothing is entered into them any more, and what was wrong in them is taken back by an entry of today. */
@Service
public class Periods {
    private final Books books;

    Periods(Books books) {
        this.books = books;
    }

    Optional<LocalDate> closedUntil() {
        return books.closedUntil(LeaveBook.BOOK);
    }

    /** Refusals: {@code care.not-yours}; {@code care.month-wrong} none was typed; those of {@link Books#close}. @return the last day of the month */
    @Transactional
    public Answer<LocalDate> close(@Nullable YearMonth month, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        if (month == null) {
            return Answer.refused("month", "care.month-wrong");
        }
        books.begin(LeaveBook.BOOK, Map.of(LeaveBook.HOUR, 2));
        return books.close(LeaveBook.BOOK, month.atEndOfMonth(), by);
    }
}
