package org.probity.shapes.course;

import java.util.Set;
import org.probity.SubjectRoutes;

class CourseRoutes implements SubjectRoutes {
    /** A sign of life is of whoever takes the course; of another's taking there is nothing there. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/app/course/{taking:[0-9a-f-]{36}}/sign");
    }
}
