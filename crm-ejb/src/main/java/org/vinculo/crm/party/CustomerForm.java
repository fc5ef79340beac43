package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A customer as it is edited, detached from the database. The version is the one that was read: saving over a newer
 * one is refused with {@link org.vinculo.crm.shared.ConcurrentChange}.
 */
public class CustomerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private CustomerKind kind = CustomerKind.PERSON;
    private CustomerStage stage = CustomerStage.PROSPECT;
    private String externalId;
    private String name;
    private String givenName;
    private String familyName;
    private LocalDate birthDate;
    private String taxId;
    private String language;
    private String zone;
    private String owner;
    private String acquiredFrom;
    private Channel acquiredVia;
    private String notes;
    private List<ContactForm> contacts = new ArrayList<>();
    private Map<String, String> custom = new LinkedHashMap<>();

    public boolean isNew() {
        return publicId == null;
    }

    public boolean isPerson() {
        return kind == CustomerKind.PERSON;
    }

    /** The contact points of one type, those already written down first. */
    public List<ContactForm> contacts(ContactPointType type) {
        return contacts.stream().filter(contact -> contact.getType() == type).toList();
    }

    /** Adds an empty contact point; the first of its type is primary. */
    public ContactForm addContact(ContactPointType type, String country) {
        ContactForm added = new ContactForm(type, null);
        added.setPrimary(contacts(type).isEmpty());
        if (type == ContactPointType.POSTAL) {
            added.setCountry(country);
        }
        contacts.add(added);
        return added;
    }

    public void removeContact(ContactForm contact) {
        contacts.removeIf(each -> each == contact);
        if (contact.isPrimary()) {
            contacts(contact.getType()).stream().findFirst().ifPresent(first -> first.setPrimary(true));
        }
    }

    public void prefer(ContactForm chosen) {
        contacts(chosen.getType()).forEach(each -> each.setPrimary(each == chosen));
    }

    /** The country by whose rules numbers are read: that of the primary or first postal address. */
    public String country() {
        return contacts(ContactPointType.POSTAL).stream()
                .filter(each -> each.getCountry() != null && !each.getCountry().isBlank())
                .min((a, b) -> Boolean.compare(b.isPrimary(), a.isPrimary()))
                .map(ContactForm::getCountry)
                .orElse(null);
    }

    public CustomerForm copy() {
        CustomerForm copy = new CustomerForm();
        copy.publicId = publicId;
        copy.version = version;
        copy.kind = kind;
        copy.stage = stage;
        copy.externalId = externalId;
        copy.name = name;
        copy.givenName = givenName;
        copy.familyName = familyName;
        copy.birthDate = birthDate;
        copy.taxId = taxId;
        copy.language = language;
        copy.zone = zone;
        copy.owner = owner;
        copy.acquiredFrom = acquiredFrom;
        copy.acquiredVia = acquiredVia;
        copy.notes = notes;
        contacts.forEach(contact -> copy.contacts.add(contact.copy()));
        copy.custom.putAll(custom);
        return copy;
    }

    /** The saved contact point of this name, or null. */
    public ContactForm contact(String contactPublicId) {
        return contacts.stream()
                .filter(each -> Objects.equals(each.getPublicId(), contactPublicId))
                .findFirst()
                .orElse(null);
    }

    public String getPublicId() {
        return publicId;
    }

    public void setPublicId(String publicId) {
        this.publicId = publicId;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }

    public CustomerStage getStage() {
        return stage;
    }

    public void setStage(CustomerStage stage) {
        this.stage = stage;
    }

    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String externalId) {
        this.externalId = externalId;
    }

    /** Name of an organisation. */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public String getTaxId() {
        return taxId;
    }

    public void setTaxId(String taxId) {
        this.taxId = taxId;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    /** Public id of the member of staff who looks after the customer, or null. */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getAcquiredFrom() {
        return acquiredFrom;
    }

    public void setAcquiredFrom(String acquiredFrom) {
        this.acquiredFrom = acquiredFrom;
    }

    public Channel getAcquiredVia() {
        return acquiredVia;
    }

    public void setAcquiredVia(Channel acquiredVia) {
        this.acquiredVia = acquiredVia;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    /**
     * What the fields of administrators are to hold, by their code, as text that no language changes; codes that are not
     * there stay as they are. See {@link CustomEntry}.
     */
    public Map<String, String> getCustom() {
        return custom;
    }

    public void setCustom(Map<String, String> custom) {
        this.custom = new LinkedHashMap<>(custom);
    }

    public List<ContactForm> getContacts() {
        return contacts;
    }

    public void setContacts(List<ContactForm> contacts) {
        this.contacts = new ArrayList<>(contacts);
    }
}
