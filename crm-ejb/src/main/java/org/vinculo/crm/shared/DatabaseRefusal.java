package org.vinculo.crm.shared;

import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the refusals of Derby and PostgreSQL mean. */
public final class DatabaseRefusal {

    /** 40XL1/40XL2 Derby lock time-out, 40001 deadlock or serialisation, 40P01 and 55P03 PostgreSQL's. */
    private static final Set<String> LOCKED = Set.of("40XL1", "40XL2", "40001", "40P01", "55P03");

    private static final String UNIQUE = "23505";
    private static final Set<String> INVALID = Set.of("23502", "23503", "23513", "23514", "22001", "22003", "22021");

    /** Classes of states: not supported, bad data, broken constraint, wrong statement. */
    private static final Set<String> ABOUT_THE_QUESTION = Set.of("", "0A", "22", "23", "42");

    /** How both databases name a broken constraint or an empty column; the value stands elsewhere in their words. */
    private static final Pattern NAMED = Pattern.compile("(?:constraint|[Cc]olumn) ['\"]([A-Za-z0-9_.-]{1,128})['\"]");

    private static final String OURS = "org.vinculo.crm.";
    private static final Logger LOG = Logger.getLogger(DatabaseRefusal.class.getName());

    private DatabaseRefusal() {}

    /** The business fact behind a failure, or the failure itself when there is none. */
    public static RuntimeException translate(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException fact) {
                return fact;
            }
            if (cause instanceof OptimisticLockException
                    || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
                return new ConcurrentChange(failure);
            }
            if (cause instanceof SQLException refused) {
                return translate(failure, refused);
            }
        }
        return failure;
    }

    /** Whether a failure is only the wait for somebody else's lock, so that trying again can help. */
    public static boolean isLockTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && LOCKED.contains(state(refused))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a failure comes from the state the database is in (locked, away, out of connections, full) and not from
     * what it was asked, so that the same deed can succeed later. What the pool says has no state; its cause has.
     */
    public static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && !state(refused).isEmpty()) {
                return LOCKED.contains(state(refused)) || !ABOUT_THE_QUESTION.contains(kind(refused));
            }
            if (cause instanceof ResourceException) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException translate(RuntimeException failure, SQLException refused) {
        String state = state(refused);
        if (LOCKED.contains(state)) {
            return new ConcurrentChange(failure);
        }
        if (UNIQUE.equals(state)) {
            return new Duplicate(null, failure);
        }
        if (INVALID.contains(state)) {
            // What people can enter is checked before: whoever operates the product has to learn that a check is
            // missing.
            LOG.log(Level.WARNING, "The database refused a value: {0}", reason(failure, refused));
            return InvalidInput.field("", "refused");
        }
        return failure;
    }

    /** State, constraint or column, and where in the product. Never a value, so not the words of the database. */
    static String reason(Throwable failure, SQLException refused) {
        Matcher named = NAMED.matcher(refused.getMessage() == null ? "" : refused.getMessage());
        String place = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .filter(frame -> !frame.getClassName().startsWith(OURS + "shared."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .findFirst()
                .orElse("?");
        return state(refused) + " " + (named.find() ? named.group(1) : "?") + " at " + place;
    }

    private static String kind(SQLException refused) {
        String state = state(refused);
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static String state(SQLException refused) {
        return refused.getSQLState() == null ? "" : refused.getSQLState();
    }
}
