package org.vinculo.crm.demo.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Says that this database holds the demo company. */
@Entity
@Table(name = "demo_mark")
public class DemoMark {

    public static final long ID = 1;

    @Id
    @Column(name = "id")
    private long id = ID;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "loaded_at", nullable = false, updatable = false)
    private Instant loadedAt;

    protected DemoMark() {}

    public DemoMark(Instant loadedAt) {
        this.loadedAt = loadedAt;
    }
}
