package org.vinculo.crm.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares statements on connections of the pool. */
public final class FreshStatement {

    private FreshStatement() {}

    /**
     * A statement with nothing in it. The pool keeps statements that were closed, together with the rows that still waited
     * in them when something failed before they were written; whoever used the statement next would write those as well.
     */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
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
