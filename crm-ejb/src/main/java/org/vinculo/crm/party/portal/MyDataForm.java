package org.vinculo.crm.party.portal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.PostalFormat;

/**
 * What a customer may correct: names, birth date, tax number, language, zone and contact points. What only staff keep
 * (numbers, owner, stage, notes) is not in here.
 */
public class MyDataForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private long version;
    private boolean organisation;
    private String name;
    private String givenName;
    private String familyName;
    private LocalDate birthDate;
    private String taxId;
    private String language;
    private String zone;
    private List<ContactForm> contacts = new ArrayList<>();

    /** The form of a customer, with nothing but what is theirs to see. */
    static MyDataForm of(CustomerForm customer) {
        MyDataForm form = new MyDataForm();
        form.version = customer.getVersion();
        form.organisation = !customer.isPerson();
        form.name = customer.getName();
        form.givenName = customer.getGivenName();
        form.familyName = customer.getFamilyName();
        form.birthDate = customer.getBirthDate();
        form.taxId = customer.getTaxId();
        form.language = customer.getLanguage();
        form.zone = customer.getZone();
        form.contacts = new ArrayList<>(customer.getContacts());
        return form;
    }

    /** Puts the corrections into the customer as it is kept. */
    void into(CustomerForm customer) {
        customer.setName(name);
        customer.setGivenName(givenName);
        customer.setFamilyName(familyName);
        customer.setBirthDate(birthDate);
        customer.setTaxId(taxId);
        customer.setLanguage(language);
        customer.setZone(zone);
        customer.setContacts(contacts);
    }

    public List<ContactForm> contacts(ContactPointType type) {
        return contacts.stream().filter(contact -> contact.getType() == type).toList();
    }

    /** As {@link #contacts(ContactPointType)}, by the name of the type. */
    public List<ContactForm> contactsOf(String type) {
        return contacts(ContactPointType.valueOf(type));
    }

    /** Adds an empty contact point; the first of its type is the main one. */
    public void addContact(String type, String country) {
        ContactForm added = new ContactForm(ContactPointType.valueOf(type), null);
        added.setPrimary(contacts(added.getType()).isEmpty());
        added.setCountry(added.getType() == ContactPointType.POSTAL ? country : null);
        contacts.add(added);
    }

    public void removeContact(ContactForm contact) {
        contacts.removeIf(each -> each == contact);
    }

    /** Makes one contact point the main one of its type. */
    public void prefer(ContactForm chosen) {
        contacts(chosen.getType()).forEach(each -> each.setPrimary(each == chosen));
    }

    /** How addresses are written where this one lies. */
    public PostalFormat format(ContactForm contact) {
        return PostalFormat.of(contact.getCountry());
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public boolean isOrganisation() {
        return organisation;
    }

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

    public List<ContactForm> getContacts() {
        return contacts;
    }
}
