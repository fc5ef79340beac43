package org.vinculo.crm.platform.internal;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** The one data source. Its address comes from the configuration when the application is deployed. */
@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/crm",
        className = "${MPCONFIG=crm.db.driver:org.apache.derby.jdbc.EmbeddedDriver}",
        url = "${MPCONFIG=crm.db.url:jdbc:derby:memory:crm;create=true}",
        user = "${MPCONFIG=crm.db.user:crm}",
        password = "${MPCONFIG=crm.db.password:crm}",
        minPoolSize = 2,
        maxPoolSize = 40,
        initialPoolSize = 2,
        maxIdleTime = 300,
        isolationLevel = java.sql.Connection.TRANSACTION_READ_COMMITTED,
        properties = {
            // A database that was away, or Derby after a full disk, leaves dead connections behind.
            "fish.payara.is-connection-validation-required=true",
            // The table is an expression that both databases take, since the first connection finds no table at all.
            // Not for each of the many transactions of a page.
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.connection-validation-method=table",
            "fish.payara.validation-table-name=(values (1)) as alive",
            "fish.payara.statement-timeout-in-seconds=${MPCONFIG=crm.db.statement-seconds:120}",
            "fish.payara.max-wait-time-in-millis=10000",
            // Told with the place that took it; none is taken away. To note the place costs more than most statements.
            "fish.payara.connection-leak-timeout-in-seconds=${MPCONFIG=crm.db.leak-seconds:0}",
            "fish.payara.statement-cache-size=100",
            "fish.payara.statement-cache-type= "
        })
public class DataSourceDefinitions {}
