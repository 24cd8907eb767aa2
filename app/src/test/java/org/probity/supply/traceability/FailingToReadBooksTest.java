package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The database goes away while books are being read: nobody is answered from half of them, and the next who asks is answered from all. */
@WholeHouse
class FailingToReadBooksTest {
    @Autowired Captures captures;
    @Autowired Items items;
    @Autowired DataSource source;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private final AtomicBoolean broken = new AtomicBoolean();

    /** Breaks where events are read, after names and corrections were. */
    private DataSource breaking() {
        return proxy(DataSource.class, source, (name, made) -> name.equals("getConnection") ? proxy(Connection.class, (Connection) made, (what, one) -> one) : made);
    }

    private interface Then {
        Object then(String name, Object made);
    }

    private <T> T proxy(Class<T> type, T of, Then then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (broken.get() && method.getName().equals("prepareStatement") && args[0] instanceof String sql && sql.contains("event.roles")) {
                throw new SQLException("the connection is gone", "08006");
            }
            try {
                return then.then(method.getName(), method.invoke(of, args));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    private void send(String... told) throws IOException {
        CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve("events.json"), AChain.document(List.of(told))), Faulty.REFUSE_ALL, TracingSiliconTest.PROCESS));
    }

    @Test
    void whoAsksIsAnsweredFromAllOrNotAtAll() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon());
        var through = breaking();
        var books = new MaterialBooks(JdbcClient.create(through), new TransactionTemplate(new DataSourceTransactionManager(through)), new KeptBooks(folder, "test", Long.MAX_VALUE));
        var silicon = items.find(it.mg).orElseThrow().number();
        broken.set(true);
        assertThatThrownBy(() -> books.ask(Reading.SILICON, shelf -> 1)).hasRootCauseInstanceOf(SQLException.class);
        assertThat(books.state().ready()).isFalse();
        broken.set(false);
        assertThat(books.ask(Reading.SILICON, shelf -> shelf.book.knows(silicon))).contains(true);
        send(it.poly(), it.rod());
        broken.set(true);
        assertThatThrownBy(() -> books.ask(Reading.SILICON, shelf -> 1)).as("what grew half-way is gone").hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> books.ask(Reading.SILICON, shelf -> 1)).as("and does not answer by what it was").hasRootCauseInstanceOf(SQLException.class);
        broken.set(false);
        var rod = items.find(it.rod).orElseThrow().number();
        assertThat(books.ask(Reading.SILICON, shelf -> Arrays.stream(shelf.reach.upstream(rod)).boxed().toList()).orElseThrow()).contains(silicon, items.find(it.quartz).orElseThrow().number());
        assertThat(books.state().ready()).isTrue();
    }
}
