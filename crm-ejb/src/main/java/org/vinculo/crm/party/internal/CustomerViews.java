package org.vinculo.crm.party.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.ContactView;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.party.WebAddress;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.PostalAddress;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.shared.Texts;

/** Customers as records and forms. */
public final class CustomerViews {

    private CustomerViews() {}

    public static CustomerRef ref(Customer customer) {
        return new CustomerRef(
                customer.getId(),
                customer.getPublicId(),
                customer.getExternalId(),
                customer.getDisplayName(),
                customer.getKind(),
                customer.getStage(),
                Texts.supported(customer.getLanguage()),
                zone(customer),
                customer.getOwnerId(),
                customer.isDeleted());
    }

    /** The zone that was given, else the one where most people of the country live. */
    static ZoneId zone(Customer customer) {
        String zone = customer.getZone();
        if (zone == null) {
            zone = switch (Objects.toString(customer.getCountry(), "")) {
                case "BR" -> "America/Sao_Paulo";
                case "PT" -> "Europe/Lisbon";
                case "ES" -> "Europe/Madrid";
                case "GB" -> "Europe/London";
                default -> null;
            };
        }
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    public static CustomerDetails details(Customer customer, StaffRef owner, LocalDate today) {
        return new CustomerDetails(
                ref(customer),
                customer.getVersion(),
                customer.getGivenName(),
                customer.getFamilyName(),
                customer.getBirthDate(),
                taxId(customer),
                customer.getLanguage(),
                customer.getCity(),
                customer.getCountry(),
                owner == null ? null : owner.name(),
                owner == null ? null : owner.publicId(),
                customer.getAcquiredFrom(),
                customer.getAcquiredVia(),
                customer.getNotes(),
                customer.getCreatedAt(),
                customer.getCreatedBy(),
                customer.getChangedAt(),
                customer.getDeletedAt(),
                customer.getDeletedBy(),
                customer.primary(ContactPointType.POSTAL)
                        .map(CustomerViews::contactForm)
                        .orElse(null),
                customer.getContactPoints().stream()
                        .sorted(Comparator.comparing(ContactPoint::getType)
                                .thenComparing(point -> !point.isPrimary())
                                .thenComparing(ContactPoint::getId))
                        .map(point -> contact(point, today))
                        .toList());
    }

    static String taxId(Customer customer) {
        return customer.getTaxId() == null
                ? null
                : TaxId.read(customer.getTaxId(), customer.getCountry())
                        .map(TaxId::display)
                        .orElse(customer.getTaxId());
    }

    static ContactView contact(ContactPoint point, LocalDate today) {
        Provenance provenance = point.getProvenance();
        return new ContactView(
                point.getPublicId(),
                point.getType(),
                shown(point),
                point.getAddress() == null ? null : point.getAddress().getCountry(),
                href(point),
                point.getLabel(),
                point.isPrimary(),
                point.isCurrent(today),
                point.isComing(today),
                point.getVerifiedAt(),
                point.getValidFrom(),
                point.getValidTo(),
                provenance.getOrigin(),
                provenance.getCollectedAt(),
                provenance.getCollectedBy());
    }

    private static String shown(ContactPoint point) {
        return point.getType() == ContactPointType.PHONE ? PhoneNumbers.display(point.getValue()) : point.getValue();
    }

    /** Only schemes that are safe to follow, judged again when shown: what was imported years ago counts too. */
    private static String href(ContactPoint point) {
        return switch (point.getType()) {
            case EMAIL -> "mailto:" + point.getNormalValue();
            case PHONE -> "tel:" + point.getNormalValue();
            case WEB, SOCIAL ->
                point.getValue().contains("://")
                        ? WebAddress.safe(point.getValue()).orElse(null)
                        : null;
            case POSTAL -> null;
        };
    }

    public static CustomerForm form(Customer customer, StaffRef owner) {
        CustomerForm form = new CustomerForm();
        form.setPublicId(customer.getPublicId());
        form.setVersion(customer.getVersion());
        form.setKind(customer.getKind());
        form.setStage(customer.getStage());
        form.setExternalId(customer.getExternalId());
        if (customer.getKind() == CustomerKind.ORGANISATION) {
            form.setName(customer.getDisplayName());
        }
        form.setGivenName(customer.getGivenName());
        form.setFamilyName(customer.getFamilyName());
        form.setBirthDate(customer.getBirthDate());
        form.setTaxId(taxId(customer));
        form.setLanguage(customer.getLanguage());
        form.setZone(customer.getZone());
        form.setOwner(owner == null ? null : owner.publicId());
        form.setAcquiredFrom(customer.getAcquiredFrom());
        form.setAcquiredVia(customer.getAcquiredVia());
        form.setNotes(customer.getNotes());
        form.setContacts(customer.getContactPoints().stream()
                .sorted(Comparator.comparing(ContactPoint::getType).thenComparing(ContactPoint::getId))
                .map(CustomerViews::contactForm)
                .toList());
        return form;
    }

    static ContactForm contactForm(ContactPoint point) {
        ContactForm form = new ContactForm(point.getType(), shown(point));
        form.setPublicId(point.getPublicId());
        form.setLabel(point.getLabel());
        form.setPrimary(point.isPrimary());
        form.setValidFrom(point.getValidFrom());
        form.setValidTo(point.getValidTo());
        form.setVerifiedAt(point.getVerifiedAt());
        PostalAddress address = point.getAddress();
        if (address != null && point.getType() == ContactPointType.POSTAL) {
            form.setStreet(address.getStreet());
            form.setExtra(address.getExtra());
            form.setDistrict(address.getDistrict());
            form.setCity(address.getCity());
            form.setRegion(address.getRegion());
            form.setPostalCode(address.getPostalCode());
            form.setCountry(address.getCountry());
            form.setCountryKnown(true);
        }
        return form;
    }
}
