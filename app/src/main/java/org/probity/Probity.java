package org.probity;

import org.probity.house.start.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: many small rooms over one PostgreSQL. {@code ./probity serve} starts it. */
// Two rooms may call a class the same; each stands under its whole name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Probity {
    public static void main(String[] args) {
        Launch.main(Probity.class, args);
    }
}
