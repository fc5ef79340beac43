package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** A contact point as it is edited. The public id of a new one is null. */
public class ContactForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private ContactPointType type = ContactPointType.EMAIL;
    private String value;
    private String label;
    private String street;
    private String extra;
    private String district;
    private String city;
    private String region;
    private String postalCode;
    private String country;
    private boolean countryKnown;
    private boolean primary;
    private LocalDate validFrom;
    private LocalDate validTo;
    private Instant verifiedAt;

    public ContactForm() {}

    public ContactForm(ContactPointType type, String value) {
        this.type = type;
        this.value = value;
    }

    public ContactForm copy() {
        ContactForm copy = new ContactForm(type, value);
        copy.publicId = publicId;
        copy.label = label;
        copy.street = street;
        copy.extra = extra;
        copy.district = district;
        copy.city = city;
        copy.region = region;
        copy.postalCode = postalCode;
        copy.country = country;
        copy.countryKnown = countryKnown;
        copy.primary = primary;
        copy.validFrom = validFrom;
        copy.validTo = validTo;
        copy.verifiedAt = verifiedAt;
        return copy;
    }

    /** Whether nothing was entered, so that the line can be left out. */
    public boolean isBlank() {
        return blank(value)
                && blank(street)
                && blank(extra)
                && blank(district)
                && blank(city)
                && blank(region)
                && blank(postalCode)
                && !(countryKnown && !blank(country));
    }

    /** Whether the country alone is worth keeping: a file says it, an empty line of a form only assumes it. */
    public boolean isCountryKnown() {
        return countryKnown;
    }

    public void setCountryKnown(boolean countryKnown) {
        this.countryKnown = countryKnown;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    public String getPublicId() {
        return publicId;
    }

    public void setPublicId(String publicId) {
        this.publicId = publicId;
    }

    public ContactPointType getType() {
        return type;
    }

    public void setType(ContactPointType type) {
        this.type = type;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getExtra() {
        return extra;
    }

    public void setExtra(String extra) {
        this.extra = extra;
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(String district) {
        this.district = district;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public boolean isPrimary() {
        return primary;
    }

    public void setPrimary(boolean primary) {
        this.primary = primary;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }

    public Instant getVerifiedAt() {
        return verifiedAt;
    }

    public void setVerifiedAt(Instant verifiedAt) {
        this.verifiedAt = verifiedAt;
    }
}
