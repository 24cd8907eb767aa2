package org.probity.house.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Counts what an act asks the database: lists that ask once for each of their lines are slow where there are many, and a test with three lines does not show it. */
public final class Statements {
    private Statements() {}

    /** @param act does it over a client that is counted, within the transaction of whoever calls it, if there is one */
    public static int of(DataSource source, Consumer<JdbcClient> act) {
        var asked = new AtomicInteger();
        var shared = new TransactionAwareDataSourceProxy(source);
        act.accept(JdbcClient.create(proxy(DataSource.class, shared, asked)));
        return asked.get();
    }

    private static <T> T proxy(Class<T> type, T real, AtomicInteger asked) {
        return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                asked.incrementAndGet();
            }
            try {
                var answer = method.invoke(real, args);
                return answer instanceof Connection connection && method.getName().equals("getConnection") ? proxy(Connection.class, connection, asked) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
