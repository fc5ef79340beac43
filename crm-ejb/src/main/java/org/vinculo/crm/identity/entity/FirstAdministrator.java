package org.vinculo.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row that says that the installation has been set up; a second one cannot be written. */
@Entity
@Table(name = "first_administrator")
public class FirstAdministrator {

    public static final long ID = 1;

    @Id
    @Column(name = "id")
    private long id = ID;

    @Column(name = "account_id", nullable = false, updatable = false)
    private long accountId;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    protected FirstAdministrator() {}

    public FirstAdministrator(StaffUser administrator, Instant madeAt) {
        this.accountId = administrator.getId();
        this.madeAt = madeAt;
    }
}
