package org.vinculo.crm.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.shared.Normal;

/** A postal address as one block: it changes as a whole. */
@Embeddable
public class PostalAddress {

    @Column(name = "street", length = 200)
    private String street;

    @Column(name = "street_extra", length = 200)
    private String extra;

    @Column(name = "district", length = 100)
    private String district;

    @Column(name = "city", length = 100)
    private String city;

    @Column(name = "region", length = 100)
    private String region;

    @Column(name = "postal_code", length = 20)
    private String postalCode;

    @Column(name = "country", length = 2)
    private String country;

    protected PostalAddress() {}

    public PostalAddress(
            String street,
            String extra,
            String district,
            String city,
            String region,
            String postalCode,
            String country) {
        this.street = street;
        this.extra = extra;
        this.district = district;
        this.city = city;
        this.region = region;
        this.postalCode = postalCode;
        this.country = country;
    }

    /** The whole address in one line, widest unit last. */
    public String oneLine() {
        return Stream.of(street, extra, district, postalCode, city, region, country)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** What two spellings of one address have in common. */
    public String key() {
        return Normal.fold(Objects.toString(postalCode, "") + " " + Objects.toString(street, "") + " "
                + Objects.toString(city, ""));
    }

    public String getStreet() {
        return street;
    }

    public String getExtra() {
        return extra;
    }

    public String getDistrict() {
        return district;
    }

    public String getCity() {
        return city;
    }

    public String getRegion() {
        return region;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public String getCountry() {
        return country;
    }
}
