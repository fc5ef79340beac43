package org.vinculo.crm.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that reach a database, so that a test can say how many a page may cost. */
public final class StatementCounter {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static volatile List<String> texts;

    private StatementCounter() {}

    /** The statements of what is done here, without those that only fetch the numbers of rows to come. */
    public static List<String> during(Runnable deed) {
        List<String> seen = new CopyOnWriteArrayList<>();
        texts = seen;
        try {
            deed.run();
        } finally {
            texts = null;
        }
        seen.removeIf(text -> text.contains("_SEQ") || text.contains("_seq"));
        return seen;
    }

    public static void reset() {
        COUNT.set(0);
    }

    public static int count() {
        return COUNT.get();
    }

    static DataSource counting(DataSource dataSource) {
        return watch(DataSource.class, dataSource, null);
    }

    @SuppressWarnings("unchecked")
    private static <T> T watch(Class<T> type, Object target, String prepared) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                COUNT.incrementAndGet();
                remember(prepared == null ? String.valueOf(args[0]) : prepared);
            }
            try {
                String text = method.getName().startsWith("prepare") ? String.valueOf(args[0]) : null;
                return wrapped(method.getReturnType(), method.invoke(target, args), text);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private static void remember(String text) {
        List<String> seen = texts;
        if (seen != null) {
            seen.add(text);
        }
    }

    private static Object wrapped(Class<?> returnType, Object result, String text) {
        if (returnType == Connection.class) {
            return watch(Connection.class, result, text);
        }
        if (returnType == PreparedStatement.class) {
            return watch(PreparedStatement.class, result, text);
        }
        if (returnType == Statement.class) {
            return watch(Statement.class, result, text);
        }
        return result;
    }
}
