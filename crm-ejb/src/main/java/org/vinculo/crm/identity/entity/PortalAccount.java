package org.vinculo.crm.identity.entity;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.vinculo.crm.identity.Realm;

/** A person who comes through the portal. For which customers they act is told by their memberships. */
@Entity
@DiscriminatorValue("CUSTOMER")
public class PortalAccount extends Account {

    protected PortalAccount() {}

    public PortalAccount(String email, String displayName, Locale locale, ZoneId zone, Instant createdAt) {
        super(email, displayName, locale, zone, createdAt);
    }

    @Override
    public Realm realm() {
        return Realm.CUSTOMER;
    }
}
