package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.CustomerSeed;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DataOrigin;

/** Hands the customers of the story, with what is known about them, to their room. */
@ApplicationScoped
public class CustomersOfDemo {

    private static final Map<Channel, String> SOURCES = Map.of(
            Channel.VISIT, "Feira do Café",
            Channel.PARTNER, "Indicação de cliente",
            Channel.SOCIAL, "Instagram",
            Channel.WEB, "Busca na internet");

    private static final int AT_ONCE = 200;
    private static final String WEBSITE = "serra-cafe.example";
    private static final int OPENING_HOUR = 7;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomerImport customers;

    /** Internal ids in the order of the story. */
    List<Long> write(List<Client> story, List<Member> staff) {
        List<Long> ids = new ArrayList<>();
        for (int from = 0; from < story.size(); from += AT_ONCE) {
            List<CustomerSeed> seeds = story.subList(from, Math.min(story.size(), from + AT_ONCE)).stream()
                    .map(client -> seed(client, staff))
                    .toList();
            customers.create(seeds).forEach(written -> ids.add(written.id()));
            em.flush();
            em.clear();
        }
        return ids;
    }

    private static CustomerSeed seed(Client client, List<Member> staff) {
        Member owner = client.owner() == null ? null : staff.get(client.owner());
        Instant since = client.since()
                .atTime(OPENING_HOUR, 0)
                .atZone(client.who().zone())
                .toInstant();
        return new CustomerSeed(
                form(client),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.teamId(),
                client.signIn() == null ? DataOrigin.STAFF : DataOrigin.CUSTOMER,
                since,
                client.signIn() == null && owner != null
                        ? owner.name()
                        : client.who().displayName(),
                needs(client, staff));
    }

    private static CustomerForm form(Client client) {
        Client.Who who = client.who();
        CustomerForm form = new CustomerForm();
        form.setKind(who.kind());
        form.setStage(client.isProspect() ? CustomerStage.PROSPECT : CustomerStage.CUSTOMER);
        form.setExternalId(who.externalId());
        form.setName(who.name());
        form.setGivenName(who.givenName());
        form.setFamilyName(who.familyName());
        form.setBirthDate(who.birthDate());
        form.setTaxId(who.taxId());
        form.setLanguage(who.language());
        form.setZone(who.zone().getId());
        form.setAcquiredFrom(WEBSITE);
        form.setAcquiredVia(client.acquiredVia());
        form.setAcquiredFrom(client.acquiredVia() == null ? null : SOURCES.get(client.acquiredVia()));
        form.setContacts(contacts(client));
        return form;
    }

    private static List<ContactForm> contacts(Client client) {
        List<ContactForm> contacts = new ArrayList<>();
        Set<ContactPointType> seen = EnumSet.noneOf(ContactPointType.class);
        for (Client.Point point : client.points()) {
            ContactForm contact = new ContactForm(point.type(), point.value());
            contact.setLabel(point.label());
            contact.setVerifiedAt(point.verified());
            contact.setPrimary(seen.add(point.type()));
            contacts.add(contact);
        }
        Client.Address address = client.address();
        ContactForm postal = new ContactForm(ContactPointType.POSTAL, null);
        postal.setStreet(address.street());
        postal.setDistrict(address.district());
        postal.setCity(address.city());
        postal.setRegion(address.region());
        postal.setPostalCode(address.postalCode());
        postal.setCountry(client.who().country());
        postal.setPrimary(true);
        contacts.add(postal);
        return contacts;
    }

    private static List<CustomerSeed.NeedSeed> needs(Client client, List<Member> staff) {
        return client.needs().stream()
                .map(need -> new CustomerSeed.NeedSeed(
                        need.kind(),
                        need.basis(),
                        need.text(),
                        null,
                        DataOrigin.STAFF,
                        need.collected(),
                        staff.get(need.colleague()).name(),
                        null,
                        null))
                .toList();
    }
}
