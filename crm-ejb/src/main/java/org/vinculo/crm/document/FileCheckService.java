package org.vinculo.crm.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.vinculo.crm.document.entity.Attachment;
import org.vinculo.crm.document.internal.FileCheck;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** Whether the bytes of all attached files are there, for administrators. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SETTINGS_ADMIN)
public class FileCheckService {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    FileStore store;

    @Inject
    Jobs jobs;

    @Inject
    CurrentCaller caller;

    /** Those that the last check did not find, as missed most lately first. */
    public Page<MissingFile> missing(PageRequest page) {
        return new Page<>(
                em.createQuery(
                                "select a from Attachment a where a.missingSince is not null and a.removedAt is null"
                                        + " order by a.missingSince desc, a.id desc",
                                Attachment.class)
                        .setFirstResult(page.first())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(file -> file.missing(store.place(file.getHash())))
                        .toList(),
                count(),
                false);
    }

    /** How many files the last check did not find. */
    public long count() {
        return em.createQuery(
                        "select count(a) from Attachment a where a.missingSince is not null and a.removedAt is null",
                        Long.class)
                .getSingleResult();
    }

    /** Where the files lie. */
    public String folder() {
        return store.folder().toString();
    }

    public boolean isRunning() {
        return jobs.isOpen(FileCheck.NAME);
    }

    /** Looks for all files in the background, unless somebody does already. */
    public void begin() {
        if (!isRunning()) {
            String name = caller.get().name();
            jobs.submit(FileCheck.NAME, "", name == null ? "-" : name);
        }
    }
}
