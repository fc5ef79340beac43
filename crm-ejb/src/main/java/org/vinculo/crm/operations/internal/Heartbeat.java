package org.vinculo.crm.operations.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.shared.KeepsTicking;

/** Tells the other servers of the database, and the status page, that this one is there. */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(KeepsTicking.class)
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    @Inject
    OperationsReads database;

    @Inject
    Product product;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void beat() {
        try {
            database.beat(product.server(), product.host(), product.version());
        } catch (EJBException away) {
            LOG.log(Level.WARNING, "This server cannot tell the others that it is there", away);
        }
    }

    @PreDestroy
    void leave() {
        try {
            database.leave(product.server());
        } catch (EJBException away) {
            LOG.log(Level.FINE, "The others find out by themselves", away);
        }
    }
}
