package org.vinculo.crm.demo.internal.bulk;

import java.sql.SQLException;

/** Rows of one table on their way into the database. */
interface Batch extends AutoCloseable {

    /** Takes one row, a value for each column. */
    void add(Object... values) throws SQLException;

    /** Sends what waits, if this sends at once what it takes. */
    void flush() throws SQLException;

    /** Rows that were taken and not sent. */
    int waiting();

    /** Rows that were taken. */
    long rows();

    /** Sends what was kept until the end. */
    void finish() throws SQLException;

    @Override
    void close() throws SQLException;
}
