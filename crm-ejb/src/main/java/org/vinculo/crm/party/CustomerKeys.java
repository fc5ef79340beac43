package org.vinculo.crm.party;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.PostalAddress;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.party.internal.SearchTokens;

/**
 * Everything that the application derives from what is known of a customer, computed by the same code that saves one:
 * for tools that write rows themselves.
 *
 * @param tokens the words under which the customer is found
 * @param points the contact points with their comparable forms, in the order given
 */
public record CustomerKeys(
        String displayName, String sortName, String nameKey, Set<String> tokens, List<Reached> points) {

    /** A contact point as it is stored. */
    public record Reached(ContactPointType type, String value, String normalValue, String phoneTail) {}

    /**
     * A postal address in the order in which it is stored.
     *
     * @param country ISO code
     */
    public record Home(String street, String city, String region, String postalCode, String country) {}

    /**
     * @param given null for an organisation
     * @param family family name, or the name of an organisation
     * @param email in normal form, or null
     * @param phone E.164, or null
     * @param home or null
     */
    public static CustomerKeys of(
            CustomerKind kind, String externalId, String given, String family, String email, String phone, Home home) {
        Customer customer = new Customer(kind, CustomerStage.CUSTOMER, Instant.EPOCH, "-");
        customer.beKnownAs(kind, CustomerStage.CUSTOMER, externalId);
        if (kind == CustomerKind.PERSON) {
            customer.namePerson(given, family);
        } else {
            customer.nameOrganisation(family);
        }
        Provenance provenance = new Provenance(DataOrigin.SYSTEM, Instant.EPOCH, "-");
        if (email != null) {
            customer.reachAt(
                    new ContactPoint.Address(ContactPointType.EMAIL, email, email, null, null), null, provenance);
        }
        if (phone != null) {
            customer.reachAt(
                    new ContactPoint.Address(ContactPointType.PHONE, phone, phone, PhoneNumbers.tail(phone), null),
                    null,
                    provenance);
        }
        if (home != null) {
            PostalAddress address = new PostalAddress(
                    home.street(), null, null, home.city(), home.region(), home.postalCode(), home.country());
            customer.reachAt(
                    new ContactPoint.Address(ContactPointType.POSTAL, address.oneLine(), address.key(), null, address),
                    null,
                    provenance);
        }
        return new CustomerKeys(
                customer.getDisplayName(),
                customer.getSortName(),
                customer.getNameKey(),
                SearchTokens.of(customer),
                customer.getContactPoints().stream()
                        .map(point ->
                                new Reached(point.getType(), point.getValue(), point.getNormalValue(), tail(point)))
                        .toList());
    }

    private static String tail(ContactPoint point) {
        return point.getType() == ContactPointType.PHONE ? PhoneNumbers.tail(point.getNormalValue()) : null;
    }
}
