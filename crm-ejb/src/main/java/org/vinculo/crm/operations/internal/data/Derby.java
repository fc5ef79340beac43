package org.vinculo.crm.operations.internal.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Derby databases that are opened for a moment. */
public final class Derby {

    /** What Derby says when it has shut one database down. */
    private static final String DOWN = "08006";

    private static final String NOT_OPEN = "08003";

    private Derby() {}

    /** Opens a copy of a backup, made in a place where there is nothing yet. */
    static Connection restore(Path backup, Path place, String user) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:derby:" + place + ";restoreFrom=" + backup, user, user);
        connection.setAutoCommit(true);
        return connection;
    }

    /** Closes a database, so that another process may open it. */
    public static void shutDown(Path place) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + place + ";shutdown=true")
                    .close();
        } catch (SQLException told) {
            if (!DOWN.equals(told.getSQLState())
                    && !NOT_OPEN.equals(told.getSQLState())
                    && !"XJ004".equals(told.getSQLState())) {
                throw told;
            }
        }
    }
}
