package org.vinculo.crm.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Prepares statements on connections of the pool. */
public final class FreshStatement {

    private static final Pattern READING =
            Pattern.compile("\\s*(select|with|values)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private FreshStatement() {}

    /**
     * A statement with nothing in it. The pool keeps statements that were closed, together with the rows that still waited
     * in them when something failed before they were written; whoever used the statement next would write those as well.
     * What the page has read until now is forgotten when the statement writes.
     */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        if (!READING.matcher(sql).matches()) {
            ReadOnce.forget();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.clearBatch();
        } catch (SQLException broken) {
            statement.close();
            throw broken;
        }
        return statement;
    }
}
