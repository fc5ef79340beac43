package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.consent.internal.ConsentMerger;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.interaction.internal.InteractionMerger;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.duplicate.DuplicateQueue;
import org.vinculo.crm.party.internal.merge.LowerRoomsMerger;
import org.vinculo.crm.party.internal.merge.MergeCustom;
import org.vinculo.crm.party.internal.merge.MergeDesk;
import org.vinculo.crm.party.internal.merge.MergePlans;
import org.vinculo.crm.party.internal.merge.PartyMerger;
import org.vinculo.crm.party.internal.merge.RowStore;
import org.vinculo.crm.party.internal.merge.SplitDesk;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.purchase.internal.PurchaseMerger;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.NotFound;

/** Two records become one and two again, with everything attached. */
class CustomerMergingTest extends PartyTest {

    private final String tag = "m" + Long.toString(System.nanoTime(), 36);
    private CustomerMerging merging;

    @BeforeEach
    void wireMerging() {
        merging = merging(em);
    }

    private CustomerMerging merging(EntityManager on) {
        List<CustomerMerger> mergers = List.of(
                new PartyMerger(),
                new LowerRoomsMerger(),
                new ConsentMerger(),
                wireOn(on, new PurchaseMerger()),
                wireOn(on, new InteractionMerger(), wireOn(on, new LastContacts())));
        AuditLog audit = wireOn(on, new AuditLog(), callers);
        var reach = wireOn(on, new org.vinculo.crm.party.internal.CustomerAccess(), callers);
        var words = wireOn(on, new org.vinculo.crm.party.internal.TokenIndex());
        DuplicateQueue queue = wireOn(on, new DuplicateQueue(), callers, reach, audit);
        StaffDirectory directory = wireOn(on, new StaffDirectory());
        Instance<CustomerMerger> all = all(mergers);
        MergeCustom values =
                wireOn(on, new MergeCustom(), callers, wireOn(on, new CustomBook(), callers, directory, audit));
        return wireOn(
                on,
                new CustomerMerging(),
                wireOn(on, new MergePlans(), reach, directory, values, all),
                wireOn(on, new MergeDesk(), callers, reach, words, queue, audit, values, wireOn(on, new Jobs()), all),
                wireOn(on, new SplitDesk(), callers, reach, words, queue, audit, values, all));
    }

    private <T> T wireOn(EntityManager on, T bean, Object... collaborators) {
        EntityManager mine = em;
        em = on;
        try {
            return wire(bean, collaborators);
        } finally {
            em = mine;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Instance<T> all(List<T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "stream" -> beans.stream();
                    case "iterator" -> beans.iterator();
                    case "forEach" -> {
                        beans.forEach((java.util.function.Consumer<T>) args[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void splitRestoresBothExactly() {
        String survivor = rich("Ana", "11144477735", "A-" + tag);
        String other = rich("Anna", "52998224725", "B-" + tag);
        attach(survivor, "GRANTED");
        attach(other, "WITHDRAWN");
        join("both " + tag, survivor, other);
        join("one " + tag, other);
        Map<String, Object> before = dump(survivor, other);
        String json = json(survivor) + json(other);

        merge(survivor, other, Map.of("name", Choice.OTHER, "externalId", Choice.OTHER, "address", Choice.OTHER));
        assertThat(service.get(survivor).ref().name()).startsWith("Anna");
        assertThat(service.get(survivor).ref().externalId()).isEqualTo("B-" + tag);
        assertThat(count("interaction", survivor)).isEqualTo(2);
        assertThat(count("purchase", survivor)).isEqualTo(2);
        assertThat(count("customer_group_member", survivor)).isEqualTo(2);
        merging.split(survivor, null);
        flushAndClear();

        assertThat(dump(survivor, other)).isEqualTo(before);
        assertThat(json(survivor) + json(other)).isEqualTo(json);
    }

    @Test
    void strictestConsentCountsAndOldNumberLeadsOn() {
        String survivor = rich("Ana", null, null);
        String other = rich("Anna", null, "K-" + tag);
        attach(survivor, "GRANTED");
        attach(other, "WITHDRAWN");
        long merged = id(other);

        merge(survivor, other, Map.of());

        assertThat(consent(survivor)).isEqualTo("WITHDRAWN");
        assertThat(service.get(other).ref().publicId()).isEqualTo(survivor);
        assertThat(customers.find(merged).orElseThrow().deleted()).isTrue();
        ImportKeys keys = new ImportKeys("K-" + tag, null, List.of(), List.of());
        assertThat(imports.match(List.of(keys)).get(0).get(0).publicId()).isEqualTo(survivor);
        assertThat(service.list(CustomerList.search(tag), org.vinculo.crm.shared.PageRequest.of(0, 10))
                        .items())
                .hasSize(1);
    }

    @Test
    void whatChangedAfterTheMergeStaysWithTheSurvivor() {
        String survivor = rich("Ana", null, null);
        String other = rich("Anna", null, null);
        merge(survivor, other, Map.of());
        CustomerForm form = service.form(survivor);
        form.setNotes("said on the phone");
        service.save(form);
        attach(survivor, "GRANTED");
        flushAndClear();

        merging.split(survivor, null);
        flushAndClear();

        assertThat(service.form(survivor).getNotes()).isEqualTo("said on the phone");
        assertThat(service.form(other).getNotes()).isEqualTo("notes of Anna");
        assertThat(count("interaction", survivor)).isEqualTo(1);
        assertThat(count("interaction", other)).isZero();
    }

    @Test
    void staleLookIsRefusedAndStrangersAreOutOfReach() {
        String survivor = rich("Ana", null, null);
        String other = rich("Anna", null, null);
        MergePlan plan = merging.plan(survivor, other);
        CustomerForm form = service.form(other);
        form.setNotes("changed meanwhile");
        service.save(form);
        flushAndClear();

        assertThatThrownBy(() -> merging.merge(
                        survivor,
                        plan.survivor().version(),
                        other,
                        plan.merged().version(),
                        Map.of()))
                .isInstanceOf(ConcurrentChange.class);
        callAs(south, Scope.TEAM);
        assertThatThrownBy(() -> merging.plan(survivor, other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> merging.merge(
                        survivor,
                        plan.survivor().version(),
                        other,
                        plan.merged().version() + 1,
                        Map.of()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> merging.split(survivor, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> merging.parts(survivor)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheNewestMergeCanBeSplitOff() {
        String survivor = rich("Ana", null, null);
        String first = rich("Anna", null, null);
        String second = rich("Hanna", null, null);
        merge(survivor, first, Map.of());
        merge(survivor, second, Map.of());
        List<MergeView> parts = merging.parts(survivor);
        assertThat(parts).extracting(MergeView::mergedId).containsExactly(second, first);

        assertThatThrownBy(() -> merging.split(survivor, parts.get(1).publicId()))
                .isInstanceOf(org.vinculo.crm.shared.InvalidInput.class);
        assertThat(merging.split(survivor, null)).isEqualTo(second);
        flushAndClear();
        assertThat(merging.split(survivor, null)).isEqualTo(first);
    }

    @Test
    void whoComesAfterAnotherMergeOfTheSameTwoIsToldThatTheyChanged() {
        String survivor = rich("Ana", null, null);
        String other = rich("Anna", null, null);
        MergePlan plan = merging.plan(survivor, other);
        merge(survivor, other, Map.of());

        assertThatThrownBy(() -> merging.merge(
                        other,
                        plan.merged().version(),
                        survivor,
                        plan.survivor().version(),
                        Map.of()))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void twoWhoMergeAtTheSameTimeNeverLeaveHalfOfIt() throws Exception {
        String survivor = rich("Ana", null, null);
        String other = rich("Anna", null, null);
        MergePlan plan = merging.plan(survivor, other);
        attach(other, "GRANTED");
        commit();
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Boolean> one = two.submit(() -> attempt(together, survivor, plan, other));
        Future<Boolean> reverse = two.submit(() -> attempt(
                together, other, new MergePlan(plan.merged(), plan.survivor(), List.of(), List.of()), survivor));
        boolean first = one.get(60, TimeUnit.SECONDS);
        boolean second = reverse.get(60, TimeUnit.SECONDS);
        two.shutdown();

        assertThat(first ^ second).isTrue();
        String stays = first ? survivor : other;
        String went = first ? other : survivor;
        assertThat(count("contact_point", stays)).isEqualTo(5);
        assertThat(count("interaction", stays)).isEqualTo(1);
        assertThat(service.get(went).ref().publicId()).isEqualTo(stays);
    }

    private boolean attempt(CountDownLatch together, String survivor, MergePlan plan, String other) {
        EntityManager own = database.factory().createEntityManager();
        try {
            org.vinculo.crm.identity.Caller who = callerOfTest;
            callers.bind(who);
            own.getTransaction().begin();
            CustomerMerging mine = merging(own);
            together.countDown();
            together.await(10, TimeUnit.SECONDS);
            mine.merge(survivor, plan.survivor().version(), other, plan.merged().version(), Map.of());
            own.getTransaction().commit();
            return true;
        } catch (ConcurrentChange | NotFound | jakarta.persistence.PersistenceException lost) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (own.getTransaction().isActive()) {
                own.getTransaction().rollback();
            }
            own.close();
            callers.bind(null);
        }
    }

    private org.vinculo.crm.identity.Caller callerOfTest;

    @BeforeEach
    void rememberCaller() {
        callerOfTest = callers.get();
    }

    private void merge(String survivor, String other, Map<String, Choice> choices) {
        flushAndClear();
        MergePlan plan = merging.plan(survivor, other);
        merging.merge(survivor, plan.survivor().version(), other, plan.merged().version(), choices);
        flushAndClear();
    }

    private String rich(String given, String taxId, String number) {
        CustomerForm form = person(given, tag);
        form.setTaxId(taxId);
        form.setExternalId(number);
        form.setNotes("notes of " + given);
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, given + tag + "@example.org"));
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, "shared" + tag + "@example.org"));
        ContactForm place = form.addContact(ContactPointType.POSTAL, "BR");
        place.setStreet("Rua " + given + " 1");
        place.setCity(given.equals("Ana") ? "Recife" : "Natal");
        String id = service.create(form).ref().publicId();
        flushAndClear();
        return id;
    }

    /** A consent, a conversation and a purchase, as rows. */
    private void attach(String customer, String state) {
        long id = id(customer);
        if (consent(customer) == null) {
            sql(
                    "insert into consent (id, version, customer_id, purpose_id, channel, state, since) values (?, 1, ?, -2,"
                            + " 'EMAIL', '" + state + "', '2026-01-02 03:04:05')",
                    next(),
                    id);
        }
        sql(
                "insert into interaction (id, version, public_id, customer_id, channel, direction, purpose, topic,"
                        + " started_at, sentiment, visibility, staff_name, created_at) values (?, 1, '" + word()
                        + "', ?,"
                        + " 'PHONE', 'IN', 'OTHER', 'x', '2026-01-02 03:04:05.123456', 0, 'STAFF', 'x',"
                        + " '2026-01-02 03:04:05')",
                next(),
                id);
        sql(
                "insert into purchase (id, version, public_id, customer_id, purchase_key, purchased_at, purchased_on, kind,"
                        + " cancelled, currency, net_total, line_count, origin, recorded_at, recorded_by) values (?, 1, '"
                        + word()
                        + "', ?, 'same-key', '2026-01-02 03:04:05', '2026-01-02', 'SALE', false, 'BRL', 12.3400, 1,"
                        + " 'STAFF', '2026-01-02 03:04:05', 'x')",
                next(),
                id);
    }

    private void join(String group, String... customers) {
        long id = next();
        em.createNativeQuery(
                        "insert into customer_group (id, version, public_id, kind, name, name_key, created_at, created_by)"
                                + " values (?1, 1, ?2, 'LIST', ?3, ?3, '2026-01-02 03:04:05', 'x')")
                .setParameter(1, id)
                .setParameter(2, word())
                .setParameter(3, group)
                .executeUpdate();
        for (String customer : customers) {
            sql(
                    "insert into customer_group_member (group_id, customer_id, added_at, added_by) values (?, ?,"
                            + " '2026-01-02 03:04:05', 'x')",
                    id,
                    id(customer));
        }
    }

    private void sql(String text, long id, long customer) {
        em.createNativeQuery(text.replaceFirst("\\?", "?1").replaceFirst(" \\?,", " ?2,"))
                .setParameter(1, id)
                .setParameter(2, customer)
                .executeUpdate();
    }

    private String word() {
        return Long.toString(next(), 36) + tag;
    }

    private long next() {
        return ((Number) em.unwrap(org.eclipse.persistence.internal.sessions.AbstractSession.class)
                        .getSequencing()
                        .getNextValue(org.vinculo.crm.party.entity.Customer.class))
                .longValue();
    }

    private long id(String publicId) {
        return customers
                .require(publicId, org.vinculo.crm.identity.Permission.CUSTOMER_VIEW)
                .id();
    }

    private String consent(String customer) {
        List<?> states = em.createNativeQuery("select state from consent where customer_id = ?1")
                .setParameter(1, id(customer))
                .getResultList();
        return states.isEmpty() ? null : (String) states.get(0);
    }

    private long count(String table, String customer) {
        return new RowStore(em).rows(table, "customer_id", id(customer)).size();
    }

    private String json(String customer) {
        return CustomerJson.write(service.form(customer)).replaceAll("\"version\":\\d+", "");
    }

    /** Every row of both, except for counters of versions. */
    private Map<String, Object> dump(String one, String other) {
        RowStore store = new RowStore(em);
        Map<String, Object> all = new TreeMap<>();
        List<String> tables = List.of(
                "contact_point",
                "customer_need",
                "customer_token",
                "consent",
                "interaction",
                "purchase",
                "customer_group_member");
        for (long id : new long[] {id(one), id(other)}) {
            List<MergeRun.Row> rows = new ArrayList<>(store.rows("customer", "id", id));
            tables.forEach(table -> rows.addAll(store.rows(table, "customer_id", id)));
            rows.forEach(row -> row.values().remove("version"));
            all.put(
                    String.valueOf(id),
                    rows.stream().map(Object::toString).sorted().toList());
        }
        return all;
    }
}
