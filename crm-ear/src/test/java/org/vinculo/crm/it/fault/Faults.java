package org.vinculo.crm.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a test wants to go wrong, read from the file of the property {@code crm.failing.control}:
 *
 * <ul>
 *   <li>{@code away}: the database server is gone, and with it every connection that is used meanwhile.
 *   <li>{@code slow MILLIS WORD}: statements with that word take so long, or as long as they may.
 *   <li>{@code WORD N [STATE [CLASS]]}: the n-th statement or commit fails, once for each word, which then stands in the
 *       file beside it. Counted are those of requests, or those of the transactions in which a class takes part. State
 *       {@link #LOST} loses the connection.
 * </ul>
 */
final class Faults {

    static final String CONTROL = "crm.failing.control";
    static final String AWAY = "away";
    static final String SLOW = "slow";
    static final String LOST = "08006";
    static final String INPUT_OUTPUT_ERROR = "58030";

    private static final String REQUESTS = "http-thread-pool";
    private static final int PARTS = 4;
    private static final int MILLIS = 1000;

    private final Set<Thread> marked = new HashSet<>();
    private String word = "";
    private int passed;

    /** Where the word of a failure that happened is written. */
    static Path fired(Path control) {
        return control.resolveSibling("fired");
    }

    private static Path control() {
        return Path.of(System.getProperty(CONTROL));
    }

    /** What is wanted, empty when nothing is. */
    private static String[] wanted() throws SQLException {
        try {
            return Files.readString(control()).split(" ", PARTS);
        } catch (NoSuchFileException calm) {
            return new String[0];
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    void requireThere() throws SQLException {
        String[] wanted = wanted();
        if (wanted.length == 1 && wanted[0].equals(AWAY)) {
            throw new SQLException("nobody answers at 10.0.0.7", LOST);
        }
    }

    /** As a database does that is asked to give up after some time. */
    void take(Statement statement, String sql) throws SQLException {
        String[] wanted = wanted();
        if (wanted.length == 0
                || !wanted[0].equals(SLOW)
                || !sql.toLowerCase(Locale.ROOT).contains(wanted[2])) {
            return;
        }
        long needed = Long.parseLong(wanted[1]);
        long limit = statement.getQueryTimeout() == 0 ? needed : (long) statement.getQueryTimeout() * MILLIS;
        try {
            Thread.sleep(Math.min(needed, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (limit < needed) {
            throw new SQLTimeoutException("the statement took too long", "XCL52");
        }
    }

    synchronized void maybeFail(boolean ends) throws SQLException {
        String[] wanted = wanted();
        if (wanted.length == 0) {
            passed = 0;
            return;
        }
        if (wanted.length == 1 || wanted[0].equals(SLOW) || !counts(wanted, ends)) {
            return;
        }
        if (!wanted[0].equals(word)) {
            word = wanted[0];
            passed = 0;
        }
        if (++passed == Integer.parseInt(wanted[1])) {
            try {
                Files.writeString(fired(control()), word);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            throw new SQLException("the disk is gone", wanted.length > 2 ? wanted[2] : INPUT_OUTPUT_ERROR);
        }
    }

    /** The transaction of this thread was rolled back. */
    synchronized void over() {
        marked.remove(Thread.currentThread());
    }

    /** A transaction belongs to a class from the first statement on that it makes there. */
    private boolean counts(String[] wanted, boolean ends) {
        Thread thread = Thread.currentThread();
        if (wanted.length < PARTS) {
            return thread.getName().startsWith(REQUESTS);
        }
        if (ends) {
            return marked.remove(thread);
        }
        if (!marked.contains(thread)
                && StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getClassName().startsWith(wanted[PARTS - 1])))) {
            marked.add(thread);
        }
        return marked.contains(thread);
    }
}
