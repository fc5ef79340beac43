package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.internal.TouchedCustomers;
import org.vinculo.crm.shared.PublicEntity;

/** One way to reach a customer. A new value is unverified and has its own origin. */
@Entity
@Audited(
        name = "contactPoint",
        customer = "customerId",
        ignore = {"customerId", "normalValue", "phoneTail"})
@Customizer(TouchedCustomers.class)
@Table(name = "contact_point")
public class ContactPoint extends PublicEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    private Customer customer;

    /** The same column once more: the trail names the customer of every change. */
    @Column(name = "customer_id", insertable = false, updatable = false)
    private Long customerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "point_type", nullable = false, updatable = false, length = 20)
    private ContactPointType type;

    @Column(name = "point_value", nullable = false, length = 320)
    private String value;

    @Column(name = "normal_value", nullable = false, length = 320)
    private String normalValue;

    @Column(name = "phone_tail", length = 9)
    private String phoneTail;

    @Column(name = "label", length = 60)
    private String label;

    @Embedded
    private PostalAddress address;

    @Column(name = "is_primary", nullable = false)
    private boolean primary;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Embedded
    private Provenance provenance;

    protected ContactPoint() {}

    ContactPoint(Customer customer, Address reached, String label, Provenance provenance) {
        this.customer = customer;
        this.customerId = customer.getId();
        this.type = reached.type();
        this.label = label;
        this.provenance = provenance;
        take(reached);
    }

    /** What reaches somebody: the value as shown, its comparable form, and the parts of a postal address. */
    public record Address(
            ContactPointType type, String value, String normalValue, String phoneTail, PostalAddress postal) {}

    /** A different value is a new fact: it loses its verification and takes the given origin. */
    public void changeTo(Address reached, Provenance changed) {
        if (Objects.equals(value, reached.value())) {
            return;
        }
        boolean sameAddress = Objects.equals(normalValue, reached.normalValue());
        take(reached);
        if (!sameAddress) {
            verifiedAt = null;
        }
        provenance = changed;
    }

    private void take(Address reached) {
        value = reached.value();
        normalValue = reached.normalValue();
        phoneTail = reached.phoneTail();
        address = reached.postal();
    }

    public void labelAs(String newLabel) {
        label = newLabel;
    }

    public void valid(LocalDate from, LocalDate to) {
        validFrom = from;
        validTo = to;
    }

    public void verified(Instant at) {
        verifiedAt = at;
    }

    void makePrimary(boolean isPrimary) {
        if (primary != isPrimary) {
            primary = isPrimary;
        }
    }

    /** Whether it has begun and has not ended by the given day. */
    public boolean isCurrent(LocalDate day) {
        return isCurrent(validFrom, validTo, day);
    }

    /** Whether a day lies between two others, each of which may be open. */
    public static boolean isCurrent(LocalDate from, LocalDate to, LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }

    /** Whether it begins after the given day. */
    public boolean isComing(LocalDate day) {
        return validFrom != null && validFrom.isAfter(day);
    }

    public Long getCustomerId() {
        return customerId;
    }

    public Customer getCustomer() {
        return customer;
    }

    public ContactPointType getType() {
        return type;
    }

    public String getValue() {
        return value;
    }

    public String getNormalValue() {
        return normalValue;
    }

    public String getPhoneTail() {
        return phoneTail;
    }

    public String getLabel() {
        return label;
    }

    public PostalAddress getAddress() {
        return address;
    }

    public boolean isPrimary() {
        return primary;
    }

    public Instant getVerifiedAt() {
        return verifiedAt;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public Provenance getProvenance() {
        return provenance;
    }
}
