package org.vinculo.crm.operations.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.vinculo.crm.shared.BaseEntity;

/** A server that works on this database, and when it last said so. */
@Entity
@Table(name = "server_instance")
public class ServerInstance extends BaseEntity {

    @Column(name = "name", nullable = false, updatable = false, length = 22)
    private String name;

    @Column(name = "host", nullable = false, updatable = false, length = 200)
    private String host;

    @Column(name = "product_version", nullable = false, updatable = false, length = 40)
    private String productVersion;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    protected ServerInstance() {}

    public ServerInstance(String name, String host, String productVersion, Instant now) {
        this.name = name;
        this.host = host;
        this.productVersion = productVersion;
        startedAt = now;
        seenAt = now;
    }

    public String getName() {
        return name;
    }

    public String getHost() {
        return host;
    }

    public String getProductVersion() {
        return productVersion;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getSeenAt() {
        return seenAt;
    }
}
