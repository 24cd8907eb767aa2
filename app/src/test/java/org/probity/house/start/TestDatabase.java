package org.probity.house.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;

/**
 * The tests' database: one PostgreSQL for each test JVM, started when first asked for, in a temporary folder that goes when the JVM goes.
 *
 * <p>All migrations run once, into a template; {@link #fresh} clones it, which takes about a tenth of a second. Tests of the whole house
 * do not call this: they say {@link WholeHouse}. A test without Spring calls {@code TestDatabase.fresh()} and has a database of its own.
 */
public final class TestDatabase {
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static @Nullable Postgres server;
    private static @Nullable Path folder;

    private TestDatabase() {}

    /** A database that nobody else uses, with every table and no row beyond what migrations put there. */
    public static DriverManagerDataSource fresh() {
        var clone = another();
        return new DriverManagerDataSource(clone.url(), clone.user(), clone.password());
    }

    /** A server of its own that waits for the disk as a real one does, with every table: for what is measured. */
    public static DriverManagerDataSource durable() {
        server();
        try {
            var created = Files.createTempDirectory(Objects.requireNonNull(folder).getParent(), "probity-bench-");
            var programs = created.getParent().resolve("probity-postgres-" + System.getProperty("user.name"));
            var started = Postgres.in(created, programs, true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, created)));
            var house = new DriverManagerDataSource(started.database().url(), started.database().user(), started.database().password());
            Migrations.on(house).load().migrate();
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Database another() {
        return clone("clone_" + CLONES.incrementAndGet(), "house_template");
    }

    /** A database without a single table, for tests of migrations and of restore. */
    static Database empty() {
        return clone("empty_" + CLONES.incrementAndGet(), "template1");
    }

    /** A database of its own with all that is in another, to which nobody may be connected. */
    static Database copy(Database it) {
        return clone("copy_" + CLONES.incrementAndGet(), it.url().substring(it.url().lastIndexOf('/') + 1));
    }

    /** The same database for whoever may leave out what rows refer to. */
    static Database asSuperuser(Database it) {
        var maintenance = server().maintenance();
        return new Database(it.url(), maintenance.user(), maintenance.password());
    }

    /** Where everything lies that the tests' houses keep: the server's tables and journals, and what a house has outside of them. */
    public static synchronized Path everything() {
        server();
        return Objects.requireNonNull(folder);
    }

    /** A folder of its own for what a house keeps outside the database. */
    private static synchronized Path home() {
        try {
            return Files.createTempDirectory(Objects.requireNonNull(folder), "home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Database clone(String name, String template) {
        var maintenance = server().maintenance();
        execute(maintenance, "CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER probity");
        var house = server().database();
        return new Database(house.url().replace("/probity", "/" + name), house.user(), house.password());
    }

    private static synchronized Postgres server() {
        if (server == null) {
            try {
                // Below the temporary folder, because the user that PostgreSQL runs as may enter it, whoever runs the tests.
                var temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
                var created = Files.createTempDirectory(temporary, "probity-test-");
                var programs = temporary.resolve("probity-postgres-" + System.getProperty("user.name"));
                if (Files.exists(programs) && !Files.getOwner(programs).getName().equals(System.getProperty("user.name"))) {
                    throw new IllegalStateException(programs + " belongs to somebody else, who could have put anything into it");
                }
                var started = Postgres.in(created, Folders.create(programs, "rwxr-xr-x"), false);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, created)));
                execute(started.maintenance(), "CREATE DATABASE house_template OWNER probity");
                var house = started.database();
                Migrations.on(new DriverManagerDataSource(
                        house.url().replace("/probity", "/house_template"), house.user(), house.password())).load().migrate();
                folder = created;
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void end(Postgres postgres, Path folder) {
        postgres.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("could not remove " + folder + ": " + e);
        }
    }

    private static void execute(Database database, String sql) {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Gives every Spring test context a clone. Contexts are kept between test classes, and so is the clone with them. */
    static final class ForContexts implements ContextCustomizerFactory {
        @Override
        public @Nullable ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
            var house = AnnotatedElementUtils.findMergedAnnotation(test, WholeHouse.class);
            return house == null ? null : new Clone(house.own() ? test : null);
        }
    }

    /**
     * A house of one class closes with it. Kept, it would go on beside all classes that follow: it looks every second for what is due, and
     * computes all figures anew every two minutes.
     */
    static final class Leaving implements TestExecutionListener, Ordered {
        /** Told of the end of a class before Spring's own of contexts, whose work this is. */
        @Override
        public int getOrder() {
            return DirtiesContextTestExecutionListener.ORDER + 1;
        }

        @Override
        public void afterTestClass(TestContext test) {
            var house = AnnotatedElementUtils.findMergedAnnotation(test.getTestClass(), WholeHouse.class);
            if (house != null && house.own() && test.hasApplicationContext()) {
                test.markApplicationContextDirty(DirtiesContext.HierarchyMode.EXHAUSTIVE);
            }
        }
    }

    /** Equal for all classes that share a database, which is what lets Spring share their context. */
    record Clone(@Nullable Class<?> owner) implements ContextCustomizer {
        /**
         * Computes all figures as soon as a house stands, and every two minutes: work for pages that show them all. A house of one class has hardly such a page opened,
         * which then computes for itself; the shared houses and the one with the story have the task.
         */
        private static final String FIGURES_AHEAD = "computeFiguresTask";
        /** What Spring Boot reads classes with while it looks for beans; each house would read our five thousand anew. */
        private static final String READER = "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";
        private static final MetadataReaderFactory CLASSES = new CachingMetadataReaderFactory(new DefaultResourceLoader());

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var clone = fresh();
            TestPropertyValues.of(
                    "probity.home=" + home(),
                    // It is there for one test, which turns it on.
                    "springdoc.api-docs.enabled=" + configuration.getTestClass().getSimpleName().equals("DescribingTheApiTest"),
                    // Contexts are kept, and so are their connections.
                    "spring.datasource.hikari.minimum-idle=1",
                    "spring.datasource.hikari.maximum-pool-size=10",
                    "spring.datasource.url=" + clone.getUrl(),
                    "spring.datasource.username=" + clone.getUsername(),
                    "spring.datasource.password=" + Objects.requireNonNull(clone.getPassword()),
                    // The template was migrated by the same migrations; the shared houses look whether it was.
                    "spring.flyway.enabled=" + (owner == null)).applyTo(context);
            context.addBeanFactoryPostProcessor((BeanDefinitionRegistryPostProcessor) beans -> {
                beans.removeBeanDefinition(READER);
                beans.registerBeanDefinition(READER, new RootBeanDefinition(MetadataReaderFactory.class, () -> CLASSES));
            });
            if (owner != null && !context.getEnvironment().getProperty("probity.demo.story", Boolean.class, false)) {
                context.addBeanFactoryPostProcessor(house -> ((BeanDefinitionRegistry) house).removeBeanDefinition(FIGURES_AHEAD));
            }
            // Nothing is registered from here on: what is found by its type is remembered, not only once all beans are made.
            context.addBeanFactoryPostProcessor(ConfigurableListableBeanFactory::freezeConfiguration);
        }
    }
}
