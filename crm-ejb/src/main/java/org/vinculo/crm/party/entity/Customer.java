package org.vinculo.crm.party.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.Customizer;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.internal.TouchedCustomers;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.PublicEntity;

/**
 * A person or organisation that the company has, had or would like to have as a customer. There is no other table for
 * leads or prospects: becoming a customer changes the stage and loses nothing.
 *
 * <p>The customer owns its contact points. Of each type at most one is primary; the primary postal address also names
 * the city and country by which customers are listed.
 */
@Entity
@Audited(
        name = "customer",
        customer = "id",
        ignore = {"sortName", "nameKey", "taxIdKey", "createdAt", "createdBy", "changedAt", "mergedIntoId"})
@Customizer(TouchedCustomers.class)
@Table(name = "customer")
public class Customer extends PublicEntity {

    public static final int NAME_LENGTH = 200;

    @Column(name = "external_id", length = 100)
    private String externalId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 20)
    private CustomerKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false, length = 20)
    private CustomerStage stage;

    @Column(name = "given_name", length = 100)
    private String givenName;

    @Column(name = "family_name", length = 100)
    private String familyName;

    @Column(name = "display_name", nullable = false, length = NAME_LENGTH)
    private String displayName;

    @Column(name = "sort_name", nullable = false, length = NAME_LENGTH)
    private String sortName;

    @Column(name = "name_key", nullable = false, length = NAME_LENGTH)
    private String nameKey;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Column(name = "tax_id", length = 40)
    private String taxId;

    @Column(name = "tax_id_key", length = 40)
    private String taxIdKey;

    @Column(name = "preferred_language", length = 10)
    private String language;

    @Column(name = "zone", length = 60)
    private String zone;

    @Column(name = "city", length = 100)
    private String city;

    @Column(name = "country", length = 2)
    private String country;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "acquired_from", length = 100)
    private String acquiredFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "acquired_via", length = 20)
    private Channel acquiredVia;

    @Column(name = "notes", length = 4000)
    private String notes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false, length = 200)
    private String createdBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "deleted_by", length = 200)
    private String deletedBy;

    /** The record that this one became a part of; the row stays, so that its public id leads on and it can be split off. */
    @Column(name = "merged_into_id")
    private Long mergedIntoId;

    @Column(name = "erased_at", insertable = false, updatable = false)
    private Instant erasedAt;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<ContactPoint> contactPoints = new ArrayList<>();

    protected Customer() {}

    public Customer(CustomerKind kind, CustomerStage stage, Instant createdAt, String createdBy) {
        this.kind = kind;
        this.stage = stage;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public void beKnownAs(CustomerKind newKind, CustomerStage newStage, String newExternalId) {
        kind = newKind;
        stage = newStage;
        externalId = newExternalId;
    }

    /** A person's name; the family name may be missing. */
    public void namePerson(String given, String family) {
        givenName = given;
        familyName = family;
        showAs(Stream.of(given, family).filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }

    public void nameOrganisation(String name) {
        givenName = null;
        familyName = null;
        showAs(name);
    }

    private void showAs(String name) {
        displayName = name;
        sortName = cut(Normal.fold(name));
        nameKey = nameKeyOf(name);
    }

    /** The form in which names are compared: their words in order of the alphabet. */
    public static String nameKeyOf(String name) {
        return cut(Normal.tokens(name).stream().sorted().collect(Collectors.joining(" ")));
    }

    /** Folding can lengthen a name: a ligature becomes two letters. */
    private static String cut(String text) {
        return text.length() <= NAME_LENGTH ? text : text.substring(0, NAME_LENGTH);
    }

    public void identify(LocalDate born, String taxNumber, String taxNumberKey) {
        birthDate = born;
        taxId = taxNumber;
        taxIdKey = taxNumberKey;
    }

    public void speak(String newLanguage, String newZone) {
        language = newLanguage;
        zone = newZone;
    }

    public void assignTo(Long owner, Long team) {
        ownerId = owner;
        teamId = team;
    }

    public void acquired(String from, Channel via) {
        acquiredFrom = from;
        acquiredVia = via;
    }

    public void describe(String newNotes) {
        notes = newNotes;
    }

    public ContactPoint reachAt(ContactPoint.Address address, String label, Provenance provenance) {
        ContactPoint point = new ContactPoint(this, address, label, provenance);
        contactPoints.add(point);
        return point;
    }

    public void forget(ContactPoint point) {
        contactPoints.remove(point);
    }

    /** Makes one point primary among those of its type; a point that was not saved yet equals only itself. */
    public void prefer(ContactPoint chosen) {
        contactPoints.stream()
                .filter(point -> point.getType() == chosen.getType())
                .forEach(point -> point.makePrimary(point.equals(chosen)));
    }

    /** Lets the first current point of each type be primary where none is, and names city and country anew. */
    public void settleContactPoints(LocalDate today) {
        for (ContactPointType type : ContactPointType.values()) {
            if (primary(type).filter(point -> point.isCurrent(today)).isEmpty()) {
                contactPoints.stream()
                        .filter(point -> point.getType() == type && point.isCurrent(today))
                        .findFirst()
                        .ifPresent(this::prefer);
            }
        }
        PostalAddress home =
                primary(ContactPointType.POSTAL).map(ContactPoint::getAddress).orElse(null);
        city = home == null ? null : home.getCity();
        country = home == null ? null : home.getCountry();
    }

    public Optional<ContactPoint> primary(ContactPointType type) {
        return contactPoints.stream()
                .filter(point -> point.getType() == type && point.isPrimary())
                .findFirst();
    }

    /** Counts as a change, and raises the version, even when only something that the customer owns has changed. */
    public void changed(Instant at) {
        changedAt = changedAt == null || at.isAfter(changedAt) ? at : changedAt.plus(1, ChronoUnit.MICROS);
    }

    public void delete(Instant at, String by) {
        deletedAt = at;
        deletedBy = by;
    }

    public void restore() {
        deletedAt = null;
        deletedBy = null;
    }

    /** From now on only the number leads on from here to the record that it became a part of. */
    public void mergeInto(long survivor, Instant at, String by) {
        mergedIntoId = survivor;
        delete(at, by);
        changed(at);
    }

    /** Gives the number of another system away, or takes one. */
    public void renumber(String number) {
        externalId = number;
    }

    /** Whether this record is a part of another one now. */
    public boolean isMerged() {
        return mergedIntoId != null;
    }

    public Long getMergedIntoId() {
        return mergedIntoId;
    }

    /** Whether the person behind the customer was forgotten; nothing brings such a customer back. */
    public boolean isErased() {
        return erasedAt != null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public String getExternalId() {
        return externalId;
    }

    public CustomerKind getKind() {
        return kind;
    }

    public CustomerStage getStage() {
        return stage;
    }

    public String getGivenName() {
        return givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public String getDisplayName() {
        return displayName;
    }

    public String getSortName() {
        return sortName;
    }

    public String getNameKey() {
        return nameKey;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public String getTaxId() {
        return taxId;
    }

    public String getTaxIdKey() {
        return taxIdKey;
    }

    public String getLanguage() {
        return language;
    }

    public String getZone() {
        return zone;
    }

    public String getCity() {
        return city;
    }

    public String getCountry() {
        return country;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public String getAcquiredFrom() {
        return acquiredFrom;
    }

    public Channel getAcquiredVia() {
        return acquiredVia;
    }

    public String getNotes() {
        return notes;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Instant getDeletedAt() {
        return deletedAt;
    }

    public String getDeletedBy() {
        return deletedBy;
    }

    public List<ContactPoint> getContactPoints() {
        return Collections.unmodifiableList(contactPoints);
    }
}
