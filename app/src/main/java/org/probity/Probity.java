package org.probity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: many small rooms over one PostgreSQL. {@code ./probity serve} starts it. */
@SpringBootApplication
public class Probity {
    public static void main(String[] args) {
        SpringApplication.run(Probity.class, args);
    }
}
