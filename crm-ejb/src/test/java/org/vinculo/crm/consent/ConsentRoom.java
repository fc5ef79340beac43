package org.vinculo.crm.consent;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.consent.internal.ChangeDesk;
import org.vinculo.crm.consent.internal.ConfirmedAddresses;
import org.vinculo.crm.consent.internal.ConsentLights;
import org.vinculo.crm.consent.internal.ConsentPart;
import org.vinculo.crm.consent.internal.ConsentWriter;
import org.vinculo.crm.consent.internal.FactsReader;
import org.vinculo.crm.consent.internal.Ledger;
import org.vinculo.crm.consent.internal.LedgerFile;
import org.vinculo.crm.consent.internal.LedgerReader;
import org.vinculo.crm.consent.internal.PartyDirectory;
import org.vinculo.crm.consent.internal.PastDesk;
import org.vinculo.crm.consent.internal.PreferenceBook;
import org.vinculo.crm.consent.internal.PreferenceWriter;
import org.vinculo.crm.consent.internal.Wordings;
import org.vinculo.crm.consent.portal.MyPreferences;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DataOrigin;
import org.vinculo.crm.party.OwnerNotice;
import org.vinculo.crm.party.entity.ContactPoint;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.entity.Provenance;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** The whole room on one entity manager, with its callers and customers. */
final class ConsentRoom {

    static final String NOTICES = "desk@company.example";
    static final long STAFF_ID = 77L;

    final MyPreferences mine = new MyPreferences();
    final ConsentService service = new ConsentService();
    final Contactability contactability = new Contactability();
    final ConsentImport imported = new ConsentImport();
    final ConsentPart part = new ConsentPart();
    final ConsentLights lights = new ConsentLights();
    final ConfirmedAddresses addresses = new ConfirmedAddresses();
    final CurrentCaller caller = new CurrentCaller();
    private final EntityManager em;
    private final Clock clock;

    private static final Event<?> NOBODY_LISTENS = (Event<?>) Proxy.newProxyInstance(
            Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, arguments) -> null);

    ConsentRoom(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        List<Object> beans = List.of(
                mine,
                service,
                contactability,
                imported,
                new PastDesk(),
                part,
                lights,
                addresses,
                caller,
                new PreferenceBook(),
                new ChangeDesk(),
                new PreferenceWriter(),
                new ConsentWriter(),
                new Wordings(),
                new Ledger(),
                new LedgerReader(),
                new LedgerFile(),
                new FactsReader(),
                new OwnerNotice(),
                new PartyDirectory(),
                new Customers(),
                new CustomerAccess(),
                new StaffDirectory(),
                new Outbox(),
                Settings.of(Map.of(Setting.NOTICE_ADDRESS, NOTICES)));
        beans.forEach(bean -> wire(bean, beans));
    }

    Customer customer(String name) {
        Customer customer = new Customer(CustomerKind.PERSON, CustomerStage.CUSTOMER, clock.instant(), "test");
        customer.namePerson(name, "Silva");
        customer.speak("pt-BR", "America/Sao_Paulo");
        customer.changed(clock.instant());
        em.persist(customer);
        em.flush();
        return customer;
    }

    /** A customer with a confirmed e-mail address and a telephone number. */
    Customer reachable(String name) {
        Customer customer = customer(name);
        reach(customer, ContactPointType.EMAIL, name + "@example.org").verified(clock.instant());
        reach(customer, ContactPointType.PHONE, "+5511987654321");
        em.flush();
        return customer;
    }

    private ContactPoint reach(Customer customer, ContactPointType type, String value) {
        ContactPoint point = customer.reachAt(
                new ContactPoint.Address(type, value, value, null, null),
                null,
                new Provenance(DataOrigin.STAFF, clock.instant(), "test"));
        customer.prefer(point);
        return point;
    }

    void actAs(Customer customer) {
        actAs(customer, OrgRole.ADMIN);
    }

    void actAs(Customer customer, OrgRole role) {
        caller.bind(new Caller(
                Caller.Kind.CUSTOMER,
                customer.getId(),
                customer.getDisplayName(),
                customer.getId(),
                null,
                Map.of(),
                role,
                "203.0.113.7",
                "Test browser",
                "c-1",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    void actAsStaff(Scope reach) {
        caller.bind(new Caller(
                Caller.Kind.STAFF,
                STAFF_ID,
                "Joana Teixeira",
                null,
                null,
                Map.of(Permission.CONSENT_VIEW, reach, Permission.CONSENT_EDIT, reach),
                null,
                "198.51.100.2",
                "Office browser",
                "s-1",
                Locale.ENGLISH,
                ZoneId.of("America/Sao_Paulo")));
    }

    Instant now() {
        return clock.instant();
    }

    private void wire(Object bean, List<Object> beans) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            try {
                if (field.getType() == EntityManager.class) {
                    field.set(bean, em);
                } else if (field.getType() == Clock.class) {
                    field.set(bean, clock);
                } else if (field.getType() == Event.class) {
                    field.set(bean, NOBODY_LISTENS);
                } else {
                    inject(bean, field, beans);
                }
            } catch (IllegalAccessException unreachable) {
                throw new IllegalStateException(unreachable);
            }
        }
    }

    private static void inject(Object bean, Field field, List<Object> beans) throws IllegalAccessException {
        for (Object candidate : beans) {
            if (field.getType().isInstance(candidate) && field.isAnnotationPresent(Inject.class)) {
                field.set(bean, candidate);
            }
        }
    }
}
