package org.vinculo.crm.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that reach a database, so that a test can say how many a page may cost. */
public final class StatementCounter {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private StatementCounter() {}

    public static void reset() {
        COUNT.set(0);
    }

    public static int count() {
        return COUNT.get();
    }

    static DataSource counting(DataSource dataSource) {
        return watch(DataSource.class, dataSource);
    }

    @SuppressWarnings("unchecked")
    private static <T> T watch(Class<T> type, Object target) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                COUNT.incrementAndGet();
            }
            try {
                return wrapped(method.getReturnType(), method.invoke(target, args));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private static Object wrapped(Class<?> returnType, Object result) {
        if (returnType == Connection.class) {
            return watch(Connection.class, result);
        }
        if (returnType == PreparedStatement.class) {
            return watch(PreparedStatement.class, result);
        }
        if (returnType == Statement.class) {
            return watch(Statement.class, result);
        }
        return result;
    }
}
