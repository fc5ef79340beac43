package org.vinculo.crm.exchange.internal.out;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vinculo.crm.exchange.internal.contact.VcardReading;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.party.CustomerForm;

/** Customers as cards of version 3.0, which every address book reads. */
final class VcardOut {

    private VcardOut() {}

    static void write(List<CustomerExport.Exported> customers, Writer text) throws IOException {
        @SuppressWarnings("resource") // closing it would close the file that more is written to
        VCardWriter writer = new VCardWriter(text, VCardVersion.V3_0);
        writer.setAddProdId(false);
        writer.setVersionStrict(false);
        for (CustomerExport.Exported customer : customers) {
            writer.write(card(customer));
        }
        writer.flush();
    }

    static VCard card(CustomerExport.Exported customer) {
        CustomerForm form = customer.form();
        VCard card = new VCard();
        card.setUid(new Uid(form.getPublicId()));
        card.setFormattedName(customer.name());
        name(card, customer);
        boolean first = true;
        for (String value : CustomerCells.values(form, ContactPointType.EMAIL)) {
            Email email = new Email(value);
            email.getTypes().add(EmailType.INTERNET);
            if (first) {
                email.getTypes().add(EmailType.PREF);
            }
            card.addEmail(email);
            first = false;
        }
        first = true;
        for (String value : CustomerCells.phones(form)) {
            Telephone phone = new Telephone(value);
            phone.getTypes().add(first ? TelephoneType.PREF : TelephoneType.VOICE);
            card.addTelephoneNumber(phone);
            first = false;
        }
        CustomerCells.points(form, ContactPointType.POSTAL).forEach(point -> card.addAddress(address(point)));
        CustomerCells.values(form, ContactPointType.WEB).forEach(card::addUrl);
        CustomerCells.values(form, ContactPointType.SOCIAL)
                .forEach(value -> card.addExtendedProperty("X-SOCIALPROFILE", value));
        if (form.getBirthDate() != null) {
            card.setBirthday(new Birthday(form.getBirthDate()));
        }
        if (form.getNotes() != null) {
            card.addNote(form.getNotes());
        }
        extended(card, VcardReading.EXTERNAL_ID, form.getExternalId());
        extended(card, VcardReading.STAGE, form.getStage().name());
        extended(card, VcardReading.TAX_ID, form.getTaxId());
        return card;
    }

    private static void name(VCard card, CustomerExport.Exported customer) {
        CustomerForm form = customer.form();
        StructuredName name = new StructuredName();
        if (form.isPerson()) {
            name.setGiven(form.getGivenName());
            name.setFamily(form.getFamilyName());
        } else {
            Organization organisation = new Organization();
            organisation.getValues().add(customer.name());
            card.setOrganization(organisation);
            card.addExtendedProperty("X-ABShowAs", "COMPANY");
        }
        card.setStructuredName(name);
    }

    private static Address address(ContactForm point) {
        Address address = new Address();
        address.setStreetAddress(point.getStreet());
        address.setExtendedAddress(point.getExtra());
        address.setLocality(point.getCity());
        address.setRegion(point.getRegion());
        address.setPostalCode(point.getPostalCode());
        address.setCountry(point.getCountry());
        if (point.getDistrict() != null) {
            address.setParameter(VcardReading.DISTRICT, point.getDistrict());
        }
        return address;
    }

    private static void extended(VCard card, String name, String value) {
        if (value != null) {
            card.addExtendedProperty(name, value);
        }
    }
}
