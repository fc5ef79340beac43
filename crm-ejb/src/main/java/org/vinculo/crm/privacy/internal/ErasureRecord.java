package org.vinculo.crm.privacy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Forgetting;
import org.vinculo.crm.platform.ErasedList;
import org.vinculo.crm.platform.Settings;

/**
 * Keeps the list of the forgotten outside of the database, so that nobody comes back with a restored one.
 *
 * <p>The list is written after the erasure was decided and before its first row goes: an erasure that was refused is
 * never on it, and nothing is erased that is not.
 */
@ApplicationScoped
public class ErasureRecord {

    private static final Logger LOG = Logger.getLogger(ErasureRecord.class.getName());
    private static final String BY = "restore";
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    Forgetting forgetting;

    @Inject
    ErasureDesk desk;

    /** Writes down a customer, with the records that became a part of it. */
    void remember(long customerId) {
        write(texts(em.createNativeQuery("select public_id from customer where id = ?1 or merged_into_id = ?1")
                .setParameter(1, customerId)
                .getResultList()));
    }

    /**
     * Makes list and database agree: who was forgotten here is on the list, and who is on the list is forgotten here.
     *
     * @return how many came back and are forgotten again
     */
    int settle() {
        write(texts(em.createNativeQuery(
                        "select c.public_id from privacy_erasure e inner join customer c on c.id = e.customer_id"
                                + " union select c.public_id from privacy_erasure e"
                                + " inner join customer c on c.merged_into_id = e.customer_id")
                .getResultList()));
        int again = 0;
        List<String> ids = new ArrayList<>(read());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            again += forget(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        return again;
    }

    private int forget(List<String> ids) {
        int begun = 0;
        for (CustomerRef customer : forgetting.known(ids)) {
            if (desk.of(customer.id()).isEmpty()) {
                desk.begin(customer, null, BY);
                begun++;
            }
        }
        return begun;
    }

    private Set<String> read() {
        try {
            return new ErasedList(settings.filesDir()).read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folder of the backups has the list too: it is what is left when the installation is lost. */
    private void write(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try {
            new ErasedList(settings.filesDir()).add(ids);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Path backups = settings.backupDir();
        if (Files.isDirectory(backups)) {
            try {
                new ErasedList(backups).add(ids);
            } catch (IOException failure) {
                LOG.log(
                        Level.WARNING,
                        "The list of the erased beside the backups is completed by the next one",
                        failure);
            }
        }
    }

    private static List<String> texts(List<?> rows) {
        return rows.stream().map(String::valueOf).toList();
    }
}
