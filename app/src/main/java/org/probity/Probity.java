package org.probity;

import org.probity.house.start.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: many small rooms over one PostgreSQL. {@code ./probity serve} starts it. */
@SpringBootApplication
public class Probity {
    public static void main(String[] args) {
        Launch.main(Probity.class, args);
    }
}
