package org.probity.shapes.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms of all rooms, every version of each. */
@Component
public class Forms {
    private final List<Form> all;

    Forms(List<Form> all) {
        this.all = List.copyOf(all);
    }

    /** The newest version that has begun. */
    public Optional<Form> on(String code, LocalDate day) {
        return all.stream().filter(it -> it.code().equals(code) && !it.since().isAfter(day)).max(Comparator.comparingInt(Form::version));
    }

    public Form of(Sheet sheet) {
        return all.stream().filter(it -> it.code().equals(sheet.form()) && it.version() == sheet.version()).findFirst()
                .orElseThrow(() -> new IllegalStateException("no form " + sheet.form() + " " + sheet.version()));
    }
}
