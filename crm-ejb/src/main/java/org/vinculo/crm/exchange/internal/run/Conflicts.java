package org.vinculo.crm.exchange.internal.run;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** Two imports that create the same thing at the same time: one of them is refused and finds it there the next time. */
final class Conflicts {

    private static final String UNIQUE = "23505";
    private static final String SERIALISATION = "40001";

    private Conflicts() {}

    /** The failure itself, or one that makes the job kernel try the chunk again. */
    static RuntimeException askForAnotherTry(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE.equals(refused.getSQLState())) {
                return anotherTry("written meanwhile", failure);
            }
        }
        return failure;
    }

    /** Makes the job kernel try the chunk again. */
    static RuntimeException anotherTry(String why, RuntimeException failure) {
        return new IllegalStateException(new SQLTransactionRollbackException(why, SERIALISATION, failure));
    }
}
