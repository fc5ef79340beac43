package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.consent.internal.ConsentMerger;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.interaction.internal.InteractionMerger;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.party.MergeField.Choice;
import org.vinculo.crm.party.internal.merge.LowerRoomsMerger;
import org.vinculo.crm.party.internal.merge.PartyMerger;
import org.vinculo.crm.party.internal.merge.RowStore;
import org.vinculo.crm.purchase.SumsCheck;
import org.vinculo.crm.purchase.internal.PurchaseMerger;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.NotFound;

/** Two records become one and two again, with everything attached. */
class CustomerMergingTest extends MergeRoomTest {

    private final String tag = "m" + Long.toString(System.nanoTime(), 36);
    private CustomerMerging merging;

    @BeforeEach
    void wireMerging() {
        merging = merging(em, mergers(em));
    }

    private List<CustomerMerger> mergers(EntityManager on) {
        return List.of(
                new PartyMerger(),
                new LowerRoomsMerger(),
                new ConsentMerger(),
                wireOn(on, new PurchaseMerger(), wireOn(on, new PurchaseSums())),
                wireOn(on, new InteractionMerger(), wireOn(on, new LastContacts())));
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
        SumsCheck.requireSame(em, id(survivor), id(other));
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

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> merging.merge(
                            survivor,
                            plan.survivor().version(),
                            other,
                            plan.merged().version(),
                            Map.of()))
                    .isInstanceOf(ConcurrentChange.class);
        });
        callAs(south, Scope.TEAM);
        leavesEverythingAsItWas(() -> {
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
        });
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
        boolean[] done = together(
                own -> merge(own, survivor, plan.survivor(), other, plan.merged()),
                own -> merge(own, other, plan.merged(), survivor, plan.survivor()));
        boolean first = done[0];

        assertThat(first ^ done[1]).isTrue();
        String stays = first ? survivor : other;
        String went = first ? other : survivor;
        assertThat(count("contact_point", stays)).isEqualTo(5);
        assertThat(count("interaction", stays)).isEqualTo(1);
        assertThat(service.get(went).ref().publicId()).isEqualTo(stays);
    }

    private void merge(EntityManager own, String stays, CustomerDetails survivor, String goes, CustomerDetails merged) {
        merging(own, mergers(own)).merge(stays, survivor.version(), goes, merged.version(), Map.of());
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
                        + "', ?, 'same-key', '2026-01-02 03:04:05', '2026-01-02', 'SALE', false, 'BRL', 12.3400, 0,"
                        + " 'STAFF', '2026-01-02 03:04:05', 'x')",
                next(),
                id);
        wire(new PurchaseSums()).follow(List.of(id));
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
                "search_customer",
                "consent",
                "interaction",
                "purchase",
                "purchase_sum",
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
