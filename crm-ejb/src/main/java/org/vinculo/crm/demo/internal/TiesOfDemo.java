package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerSeed;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.DuplicateScans;
import org.vinculo.crm.party.PartnerForm;
import org.vinculo.crm.party.PartnerKind;
import org.vinculo.crm.party.RelationImport;
import org.vinculo.crm.party.RelationType;

/**
 * What the customers of the demo company are to each other, a reseller, and a few who were written down twice: at a fair,
 * with a name as it was heard.
 */
@ApplicationScoped
public class TiesOfDemo {

    /** Customers that are there twice. */
    static final int TWINS = 4;

    private static final String WHO = "demo";
    private static final String FAIR = "Feira do Café";
    private static final int GROUP = 4;
    private static final int SERVED = 3;

    @Inject
    Clock clock;

    @Inject
    CustomerImport customers;

    @Inject
    RelationImport relations;

    @Inject
    DuplicateScans scans;

    void write(List<Client> story, List<Long> ids, LocalDate today) {
        List<Integer> persons = of(story, CustomerKind.PERSON);
        List<Integer> companies = of(story, CustomerKind.ORGANISATION);
        twins(persons.stream().limit(TWINS).map(story::get).toList());
        group(companies, ids, today);
        reseller(companies, ids, today);
        people(persons, companies, ids, today);
        scans.begin(true, WHO);
    }

    private static List<Integer> of(List<Client> story, CustomerKind kind) {
        return IntStream.range(0, story.size())
                .filter(i -> story.get(i).who().kind() == kind && story.get(i).signIn() == null)
                .boxed()
                .toList();
    }

    private void twins(List<Client> known) {
        Instant now = clock.instant();
        List<CustomerSeed> seeds = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Client.Who who = known.get(i).who();
            CustomerForm form = new CustomerForm();
            form.setStage(CustomerStage.PROSPECT);
            form.setGivenName(heard(who.givenName()));
            form.setFamilyName(heard(who.familyName()));
            form.setBirthDate(i % 2 == 0 ? who.birthDate() : null);
            form.setAcquiredFrom(FAIR);
            form.setAcquiredVia(Channel.VISIT);
            form.setLanguage(who.language());
            known.get(i).points().stream()
                    .filter(point -> point.type() == ContactPointType.EMAIL || point.type() == ContactPointType.PHONE)
                    .limit(1)
                    .forEach(point -> form.getContacts().add(new ContactForm(point.type(), point.value())));
            seeds.add(new CustomerSeed(form, null, null, DataOrigin.STAFF, now, WHO, List.of()));
        }
        customers.create(seeds);
    }

    /** As somebody writes a name who only heard it. */
    private static String heard(String name) {
        return Objects.toString(name, "")
                .replace("ç", "s")
                .replace("z", "s")
                .replace("ph", "f")
                .replace("ã", "a")
                .replace("é", "e")
                .replace("th", "t");
    }

    /** The first company, two below it, and one below those. */
    private void group(List<Integer> companies, List<Long> ids, LocalDate today) {
        if (companies.size() < GROUP) {
            return;
        }
        LocalDate since = today.minusYears(2);
        long top = ids.get(companies.get(0));
        long second = ids.get(companies.get(1));
        relations.relate(second, RelationType.BELONGS_TO, top, since, null, WHO);
        relations.relate(ids.get(companies.get(2)), RelationType.BELONGS_TO, top, since, null, WHO);
        relations.relate(ids.get(companies.get(3)), RelationType.BELONGS_TO, second, since, null, WHO);
    }

    private void reseller(List<Integer> companies, List<Long> ids, LocalDate today) {
        if (companies.size() <= GROUP + SERVED) {
            return;
        }
        long partner = ids.get(companies.get(GROUP));
        PartnerForm form = new PartnerForm();
        form.setKind(PartnerKind.RESELLER);
        form.setTerritory("Nordeste");
        form.setProductScope("Máquinas, moinhos");
        form.setSince(today.minusYears(1));
        relations.partner(partner, form);
        for (int i = 1; i <= SERVED; i++) {
            relations.relate(
                    partner, RelationType.RESELLER, ids.get(companies.get(GROUP + i)), today.minusMonths(i), null, WHO);
        }
    }

    private void people(List<Integer> persons, List<Integer> companies, List<Long> ids, LocalDate today) {
        if (persons.size() <= TWINS + 4 || companies.isEmpty()) {
            return;
        }
        long one = ids.get(persons.get(TWINS));
        long other = ids.get(persons.get(TWINS + 1));
        relations.relate(one, RelationType.WORKS_FOR, ids.get(companies.get(0)), today.minusYears(1), null, WHO);
        relations.relate(one, RelationType.HOUSEHOLD, other, null, null, WHO);
        relations.relate(
                ids.get(persons.get(TWINS + 2)), RelationType.REFERRED_BY, one, today.minusMonths(3), null, WHO);
    }
}
