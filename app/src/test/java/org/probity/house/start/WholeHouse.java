package org.probity.house.start;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.probity.Probity;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole house: every room, a real PostgreSQL with all tables, a web server on a free port, and MockMvc.
 *
 * <pre>{@code
 * @WholeHouse
 * class DealingWithABarredSupplierTest {
 *     @Autowired Blacklist blacklist;
 *     @Autowired MockMvcTester browser;
 * }
 * }</pre>
 *
 * <p>Classes that say only this share one running house and one database, so that starting is paid once. They keep out of each other's
 * way by making suppliers, people and files of their own with random ids, and never count all rows of a table. A class that needs the
 * tables to itself says {@code @WholeHouse(own = true)}; it pays a start of its own. So does one with {@code properties} of its own, such
 * as {@code "probity.demo=true"} for the time machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Probity.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextCustomizerFactories(TestDatabase.ForContexts.class)
@TestExecutionListeners(listeners = TestDatabase.Leaving.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WholeHouse {
    /** A house and a database that no other test class touches; it closes with the class. */
    boolean own() default false;

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
