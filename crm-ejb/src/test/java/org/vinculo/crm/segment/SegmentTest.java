package org.vinculo.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.consent.ContactCondition;
import org.vinculo.crm.consent.Contactability;
import org.vinculo.crm.consent.internal.Wordings;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.persistence.StatementCounter;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.segment.entity.Segment;
import org.vinculo.crm.segment.internal.ChoiceReader;
import org.vinculo.crm.segment.internal.RuleCheck;
import org.vinculo.crm.segment.internal.SegmentBook;
import org.vinculo.crm.segment.internal.SegmentDesk;
import org.vinculo.crm.segment.internal.SegmentFilter;
import org.vinculo.crm.segment.internal.SegmentReader;
import org.vinculo.crm.segment.internal.SegmentSql;
import org.vinculo.crm.segment.internal.SegmentStore;
import org.vinculo.crm.segment.internal.SegmentWords;
import org.vinculo.crm.segment.internal.Snapshots;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;
import org.vinculo.crm.shared.SqlText;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.value.FigureCurrency;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;

/** A segment means exactly those customers that its sentence speaks of, and shows only those that the caller may see. */
class SegmentTest extends PartyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private SegmentService segments;
    private SegmentStore store;
    private SegmentBook book;
    private SegmentWords words;
    private Segments forOthers;
    private SegmentFilter filter;
    private CustomerDetails ana;
    private CustomerDetails bruno;
    private CustomerDetails firma;

    @BeforeEach
    void room() {
        Settings settings = Settings.of(Map.of(Setting.ZONE, "UTC", Setting.CURRENCY, "BRL"));
        StaffDirectory staff = wire(new StaffDirectory());
        Runs runs = wire(new Runs(), settings, wire(new Policies()), wire(new Jobs()));
        FigureCurrency currency = wire(new FigureCurrency(), runs, settings);
        Wordings wordings = wire(new Wordings());
        ChoiceReader choices = wire(new ChoiceReader(), staff, wire(new Contactability(), wordings));
        SegmentSql sql = wire(new SegmentSql(), settings, wire(new ContactCondition(), wordings), currency, choices);
        RuleCheck check = wire(new RuleCheck(), callers, choices);
        words = wire(new SegmentWords(), choices, currency);
        store = wire(new SegmentStore(), callers, customers, sql);
        book = wire(new SegmentBook(), callers, staff, words, store, check);
        SegmentReader reader =
                wire(new SegmentReader(), callers, customers, book, store, sql, words, check, choices, currency);
        SegmentDesk desk = wire(
                new SegmentDesk(),
                settings,
                callers,
                wire(new Jobs()),
                wire(new AuditLog(), callers),
                book,
                store,
                wire(new Snapshots(), sql),
                check);
        segments = wire(new SegmentService(), reader, desk, customers);
        forOthers = wire(new Segments(), book, store);
        filter = wire(new SegmentFilter(), callers, book, forOthers);
        callAs(north, Scope.ALL);
        ana = service.create(living("Ana", "Lima", "Recife", "BR"));
        firma = service.create(living("Firma", "Ltda", "Porto", "PT"));
        callAs(south, Scope.ALL);
        bruno = service.create(living("Bruno", "Reis", "Recife", "BR"));
        em.flush();
        long run = figures();
        figure(run, ana, "MVC", 900, 555, TODAY.minusDays(10));
        figure(run, bruno, "BZ", -50, 111, TODAY.minusDays(400));
        bought(ana, 10, "50", "P1", "Blue chair");
        bought(ana, 40, "70", "P2", "Lamp");
        bought(bruno, 400, "20", "P1", "Blue chair");
        spoke(ana, 5, "PHONE");
        spoke(bruno, 300, "EMAIL");
        em.createNativeQuery("insert into customer_need (id, version, public_id, customer_id, kind, need_text, basis,"
                        + " origin, collected_at, collected_by) values (?1, 1, ?2, ?3, 'NEED', 'A lamp for 100%"
                        + " of_rooms', 'STATED', 'STAFF', ?4, 'test')")
                .setParameter(1, next())
                .setParameter(2, "need" + next())
                .setParameter(3, ana.ref().id())
                .setParameter(4, Timestamp.from(NOW))
                .executeUpdate();
        callAs(north, Scope.ALL);
    }

    private static CustomerForm living(String given, String family, String city, String country) {
        CustomerForm form = person(given, family);
        form.getContacts().add(address("Rua 1", city, country.equals("BR") ? "50010-000" : "4000-123", country));
        form.getContacts().add(contact(ContactPointType.EMAIL, given + System.nanoTime() + "@example.org"));
        return form;
    }

    private static long number = 900_000_000L + System.nanoTime() % 1_000_000L * 100;

    private static synchronized long next() {
        return number++;
    }

    private long figures() {
        long run = next();
        em.createNativeQuery(
                        "insert into value_run (id, version, public_id, state, as_of, time_unit, periods, policy_no,"
                                + " tier_policy_no, rfm_definition, measure, currency, started_at, finished_at,"
                                + " started_by, customers, repeaters, prospects, purchases, returns, revenue, returned,"
                                + " with_cost, left_out, fitted_on, repeat_purchases) values (?1, 1, ?2, 'DONE', ?3,"
                                + " 'WEEK', 39, 1, 1, 'QUANTILES', 'MARGIN', 'BRL', ?4, ?4, 'test', 0, 0, 0, 0, 0, 0, 0,"
                                + " 0, 0, 0, 0)")
                .setParameter(1, run)
                .setParameter(2, "run" + run)
                .setParameter(3, Date.valueOf(TODAY))
                .setParameter(4, Timestamp.from(NOW))
                .executeUpdate();
        return run;
    }

    private void figure(long run, CustomerDetails customer, String tier, double ltv, int rfm, LocalDate last) {
        em.createNativeQuery("insert into customer_value (customer_id, run_id, as_of, computed_at, currency, model,"
                        + " first_on, last_on, recency_days, frequency, monetary, rfm, rfm_a, rfm_b, rfm_c, rfm_cell, repeats,"
                        + " last_repeat, age, mean_value, p_alive, ltv, net_revenue, margin, year_margin, year_service,"
                        + " contribution, potential, gap, churn_risk, tier, tier_reason, tier_since, tier_suggested, tier_seen,"
                        + " tier_policy_no, phase, phase_since, phase_rule, idip) values (?1, ?2, ?3, ?4, 'BRL', 'AVERAGE_MARGIN',"
                        + " ?5, ?5, 0, 1, 10, ?6, 555, 555, 555, 'CHAMPIONS', 0, 0, 0, 0, 0.4, ?7, 10, 10, 10, 0, 10, 20, 10, 0.6,"
                        + " ?8, 'VALUE_AMONG_THE_BEST', ?3, 'MVC', 1, 1, 'RETENTION', ?3, 'FIRST_PURCHASE', 7)")
                .setParameter(1, customer.ref().id())
                .setParameter(2, run)
                .setParameter(3, Date.valueOf(TODAY))
                .setParameter(4, Timestamp.from(NOW))
                .setParameter(5, Date.valueOf(last))
                .setParameter(6, rfm)
                .setParameter(7, ltv)
                .setParameter(8, tier)
                .executeUpdate();
    }

    private void bought(CustomerDetails customer, int daysAgo, String amount, String product, String name) {
        long id = next();
        Instant at = NOW.minusSeconds(86_400L * daysAgo);
        em.createNativeQuery("insert into purchase (id, version, public_id, customer_id, purchase_key, purchased_at,"
                        + " purchased_on, kind, cancelled, currency, net_total, line_count, origin, recorded_at, recorded_by)"
                        + " values (?1, 1, ?2, ?3, ?2, ?4, ?5, 'SALE', false, 'BRL', ?6, 1, 'STAFF', ?4, 'test')")
                .setParameter(1, id)
                .setParameter(2, "buy" + id)
                .setParameter(3, customer.ref().id())
                .setParameter(4, Timestamp.from(at))
                .setParameter(5, Date.valueOf(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .setParameter(6, new java.math.BigDecimal(amount))
                .executeUpdate();
        em.createNativeQuery("insert into purchase_line (id, version, purchase_id, customer_id, row_key, product,"
                        + " description, quantity, amount) values (?1, 1, ?2, ?3, ?4, ?5, ?6, 1, 1)")
                .setParameter(1, next())
                .setParameter(2, id)
                .setParameter(3, customer.ref().id())
                .setParameter(4, "row" + id)
                .setParameter(5, product)
                .setParameter(6, name)
                .executeUpdate();
    }

    private void spoke(CustomerDetails customer, int daysAgo, String channel) {
        long id = next();
        em.createNativeQuery(
                        "insert into interaction (id, version, public_id, customer_id, channel, direction, purpose,"
                                + " topic, started_at, sentiment, visibility, staff_name, created_at) values (?1, 1, ?2,"
                                + " ?3, ?4, 'INBOUND', 'SALE', 'Talk', ?5, 0, 'INTERNAL', 'test', ?5)")
                .setParameter(1, id)
                .setParameter(2, "talk" + id)
                .setParameter(3, customer.ref().id())
                .setParameter(4, channel)
                .setParameter(5, Timestamp.from(NOW.minusSeconds(86_400L * daysAgo)))
                .executeUpdate();
    }

    private static SegmentCondition ask(SegmentField field, SegmentOperator operator, String... values) {
        return SegmentCondition.of(field, operator, values);
    }

    /** Which of the three customers of this test the conditions mean. */
    private Set<String> meant(SegmentCondition... conditions) {
        return meant(SegmentRule.of(conditions));
    }

    private Set<String> meant(SegmentRule rule) {
        SegmentView saved = segments.save(new SegmentForm(null, 0, "Asked", null, false, rule));
        Set<String> found = new HashSet<>();
        String after = null;
        do {
            SegmentSlice slice = segments.members(saved.publicId(), after, 500);
            slice.members().forEach(member -> found.add(member.publicId()));
            after = slice.next();
        } while (after != null);
        Set<String> names = new HashSet<>();
        Map.of("Ana", ana, "Bruno", bruno, "Firma", firma).forEach((name, customer) -> {
            if (found.contains(customer.ref().publicId())) {
                names.add(name);
            }
        });
        return names;
    }

    @Test
    void eachQuestionMeansThoseItSpeaksOf() {
        assertThat(meant(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR")))
                .containsExactlyInAnyOrder("Ana", "Bruno");
        assertThat(meant(ask(SegmentField.COUNTRY, SegmentOperator.IS_NOT, "BR")))
                .containsExactly("Firma");
        assertThat(meant(ask(SegmentField.CITY, SegmentOperator.STARTS_WITH, "reC")))
                .containsExactlyInAnyOrder("Ana", "Bruno");
        assertThat(meant(ask(SegmentField.OWNER, SegmentOperator.IS, south.getPublicId())))
                .isEmpty();
        assertThat(meant(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))).containsExactly("Ana");
        assertThat(meant(ask(SegmentField.TIER, SegmentOperator.IS_NOT, "MVC")))
                .containsExactlyInAnyOrder("Bruno", "Firma");
        assertThat(meant(ask(SegmentField.TIER, SegmentOperator.UNKNOWN))).containsExactly("Firma");
        assertThat(meant(ask(SegmentField.LTV, SegmentOperator.AT_MOST, "0"))).containsExactly("Bruno");
        assertThat(meant(ask(SegmentField.LTV, SegmentOperator.BETWEEN, "100", "900.5")))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.RECENCY, SegmentOperator.AT_LEAST, "4")))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.FREQUENCY, SegmentOperator.AT_MOST, "1")))
                .containsExactly("Bruno");
        assertThat(meant(ask(SegmentField.LAST_PURCHASE, SegmentOperator.WITHIN).within(90)))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.LAST_PURCHASE, SegmentOperator.LONGER_AGO)
                        .within(90)))
                .containsExactly("Bruno");
        assertThat(meant(ask(SegmentField.LAST_PURCHASE, SegmentOperator.BEFORE, "2026-01-01")))
                .containsExactly("Bruno");
        assertThat(meant(ask(SegmentField.PURCHASES, SegmentOperator.AT_LEAST, "2")
                        .within(90)))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.PURCHASES, SegmentOperator.AT_MOST, "0")
                        .within(90)))
                .containsExactlyInAnyOrder("Bruno", "Firma");
        assertThat(meant(ask(SegmentField.SPENT, SegmentOperator.AT_LEAST, "120")))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.BOUGHT, SegmentOperator.DID, "p1")))
                .containsExactlyInAnyOrder("Ana", "Bruno");
        assertThat(meant(ask(SegmentField.BOUGHT, SegmentOperator.DID, "chair").within(90)))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.BOUGHT, SegmentOperator.DID_NOT, "lamp")))
                .containsExactlyInAnyOrder("Bruno", "Firma");
        assertThat(meant(ask(SegmentField.LAST_CONTACT, SegmentOperator.WITHIN).within(30)))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.LAST_CONTACT, SegmentOperator.LONGER_AGO)
                        .within(30)))
                .containsExactly("Bruno");
        assertThat(meant(ask(SegmentField.LAST_CONTACT, SegmentOperator.UNKNOWN)))
                .containsExactly("Firma");
        assertThat(meant(ask(SegmentField.SPOKE_BY, SegmentOperator.DID, "PHONE", "VISIT")
                        .within(30)))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.NEED, SegmentOperator.DID, "100% of_")))
                .containsExactly("Ana");
        assertThat(meant(ask(SegmentField.NEED, SegmentOperator.DID, "1%s"))).isEmpty();
        assertThat(meant(ask(SegmentField.MAY_CONTACT, SegmentOperator.ALLOWED, "orders", "EMAIL")))
                .containsExactlyInAnyOrder("Ana", "Bruno", "Firma");
        assertThat(meant(ask(SegmentField.MAY_CONTACT, SegmentOperator.ALLOWED, "offers", "EMAIL")))
                .isEmpty();
        assertThat(meant(ask(SegmentField.MAY_CONTACT, SegmentOperator.NOT_ALLOWED, "orders", "PHONE")))
                .containsExactlyInAnyOrder("Ana", "Bruno", "Firma");
    }

    @Test
    void groupsAreJoinedAsTheSentenceSays() {
        SegmentCondition brazil = ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR");
        SegmentCondition best = ask(SegmentField.TIER, SegmentOperator.IS, "MVC");
        SegmentCondition below = ask(SegmentField.LTV, SegmentOperator.AT_MOST, "0");
        SegmentCondition portugal = ask(SegmentField.COUNTRY, SegmentOperator.IS, "PT");
        SegmentRule.Group either = new SegmentRule.Group(false, List.of(best, below));

        assertThat(meant(new SegmentRule(true, List.of(new SegmentRule.Group(true, List.of(brazil)), either))))
                .containsExactlyInAnyOrder("Ana", "Bruno");
        assertThat(meant(new SegmentRule(
                        false,
                        List.of(
                                new SegmentRule.Group(true, List.of(brazil, below)),
                                new SegmentRule.Group(true, List.of(portugal))))))
                .containsExactlyInAnyOrder("Bruno", "Firma");
    }

    /** Every field with every operator is understood by both databases and told in three languages. */
    @Test
    void everythingThatIsOfferedCanBeAskedAndSaid() {
        List<String> untold = new ArrayList<>();
        for (SegmentField field : SegmentField.values()) {
            for (SegmentOperator operator : field.kind().operators()) {
                SegmentCondition condition = sample(field, operator);
                segments.preview(SegmentRule.of(condition));
                Texts.LOCALES.forEach(locale -> {
                    String told = Phrases.write(words.sentence(SegmentRule.of(condition)), locale, ZoneOffset.UTC);
                    if (told.contains("segment.") || told.contains("{")) {
                        untold.add(told);
                    }
                });
            }
        }

        assertThat(untold).isEmpty();
    }

    private SegmentCondition sample(SegmentField field, SegmentOperator operator) {
        if (operator.takesNothing()) {
            return ask(field, operator);
        }
        if (operator.takesDays()) {
            return ask(field, operator).within(30);
        }
        if (operator.takesDate()) {
            return ask(field, operator, "2026-01-01");
        }
        if (operator == SegmentOperator.BETWEEN) {
            return ask(field, operator, "0.1", "0.2");
        }
        if (field.kind() == SegmentKind.PERMISSION) {
            return ask(field, operator, "offers", "EMAIL");
        }
        if (field.kind().isOfNumbers()) {
            return ask(field, operator, "1").within(30);
        }
        if (field == SegmentField.LANGUAGE) {
            return ask(field, operator, "en", "pt-BR");
        }
        if (field.kind() == SegmentKind.CHOICE || field.kind() == SegmentKind.CONTACT_IN) {
            return ask(
                    field,
                    operator,
                    segments.options(field).stream()
                            .limit(2)
                            .map(SegmentOption::code)
                            .toArray(String[]::new));
        }
        return ask(field, operator, "a'; drop table customer --", "b");
    }

    @Test
    void aSentenceReadsLikeOne() {
        SegmentRule rule = SegmentRule.of(
                ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"),
                ask(SegmentField.TIER, SegmentOperator.IS, "MVC", "MGC"),
                ask(SegmentField.RISK, SegmentOperator.AT_LEAST, "0.5"));

        assertThat(Phrases.write(words.sentence(rule), Texts.LOCALES.get(0), ZoneOffset.UTC))
                .isEqualTo("Customers in Brazil whose tier is MVC or MGC and whose risk of leaving is at least 50%");
        assertThat(Phrases.write(words.sentence(rule), Texts.LOCALES.get(2), ZoneOffset.UTC))
                .startsWith("Clientes en Brasil cuyo nivel es MVC o MGC y cuyo riesgo de abandono");
    }

    @Test
    void whoReachesOnlyTheTeamNeitherSeesNorCountsTheOthers() {
        SegmentView all = segments.save(new SegmentForm(
                null, 0, "Brazil", null, true, SegmentRule.of(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"))));
        em.flush();
        callAs(north, Scope.TEAM);

        assertThat(segments.look(all.publicId()).first())
                .extracting(SegmentMember::publicId)
                .contains(ana.ref().publicId())
                .doesNotContain(bruno.ref().publicId());
        assertThat(segments.get(all.publicId()).members()).isNull();
        assertThat(listed(filter.condition(all.publicId())))
                .contains(ana.ref().id())
                .doesNotContain(bruno.ref().id());
        assertThat(listed(filter.condition("!" + all.publicId())))
                .doesNotContain(bruno.ref().id());
    }

    private List<Long> listed(SqlText condition) {
        SqlText text =
                SqlText.empty().sqlPart("select c.id from customer c where ").add(condition);
        List<?> rows = text.fill(em.createNativeQuery(text.sql())).getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    @Test
    void whatTheCallerMayNotSeeCannotBeToldFromASegment() {
        SegmentView best = segments.save(new SegmentForm(
                null, 0, "Best", null, true, SegmentRule.of(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))));
        SegmentRule rule = best.rule();
        em.flush();
        callWithout(Permission.VALUE_VIEW);

        assertThat(segments.get(best.publicId()).usable()).isFalse();
        assertThatThrownBy(() -> segments.look(best.publicId())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> segments.members(best.publicId(), null, 5)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> segments.preview(rule)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> filter.condition(best.publicId())).isInstanceOf(NotAllowed.class);
        assertThat(filter.values()).doesNotContain(best.publicId());
        assertThat(segments.of(ana.ref().publicId())).isEmpty();
        assertThat(segments.fields()).doesNotContain(SegmentField.TIER);
    }

    private void callWithout(Permission missing) {
        Map<Permission, Scope> permissions = new EnumMap<>(Permission.class);
        for (Permission permission : Permission.values()) {
            if (permission != missing) {
                permissions.put(permission, Scope.ALL);
            }
        }
        Caller present = callers.get();
        callers.bind(new Caller(
                present.kind(),
                present.accountId(),
                present.name(),
                null,
                present.teamId(),
                permissions,
                null,
                null,
                null,
                "test",
                present.locale(),
                present.zone()));
    }

    @Test
    void aPrivateSegmentOfSomebodyElseDoesNotExist() {
        SegmentView mine = segments.save(new SegmentForm(null, 0, "Mine", null, false, SegmentRule.of()));
        SegmentView shared = segments.save(new SegmentForm(null, 0, "Ours", null, true, SegmentRule.of()));
        em.flush();
        callAs(south, Scope.ALL);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> segments.get(mine.publicId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> segments.delete(mine.publicId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> segments.save(
                            new SegmentForm(mine.publicId(), mine.version(), "Taken", null, true, SegmentRule.of())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> filter.condition(mine.publicId())).isInstanceOf(NotFound.class);
        });
        assertThat(segments.list(null, PageRequest.of(0, 500)).items())
                .extracting(SegmentView::publicId)
                .contains(shared.publicId())
                .doesNotContain(mine.publicId());
        callAs(south, Scope.OWN);
        assertThatThrownBy(() -> segments.get(shared.publicId())).isInstanceOf(NotFound.class);
    }

    @Test
    void othersMayCopyButNotChangeWhatIsShared() {
        SegmentView shared = segments.save(new SegmentForm(null, 0, "Ours", null, true, SegmentRule.of()));
        em.flush();
        callWith(south, Permission.SEGMENT_MANAGE, Scope.OWN);

        assertThat(segments.get(shared.publicId()).manageable()).isFalse();
        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> segments.delete(shared.publicId())).isInstanceOf(NotAllowed.class);
        });
        assertThat(segments.copy(shared.publicId(), "Copy").mine()).isTrue();
    }

    private void callWith(org.vinculo.crm.identity.entity.StaffUser user, Permission narrowed, Scope scope) {
        callAs(user, Scope.ALL);
        Map<Permission, Scope> permissions = new EnumMap<>(callers.get().permissions());
        permissions.put(narrowed, scope);
        Caller present = callers.get();
        callers.bind(new Caller(
                present.kind(),
                present.accountId(),
                present.name(),
                null,
                present.teamId(),
                permissions,
                null,
                null,
                null,
                "test",
                present.locale(),
                present.zone()));
    }

    @Test
    void aFrozenSegmentKeepsWhoWasInItAndALiveOneDoesNot() {
        SegmentView brazil = segments.save(new SegmentForm(
                null, 0, "Brazil", null, true, SegmentRule.of(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"))));
        segments.freeze(brazil.publicId());
        em.createNativeQuery("update customer set country = 'PT' where id = ?1")
                .setParameter(1, ana.ref().id())
                .executeUpdate();
        flushAndClear();

        SegmentView frozen = segments.get(brazil.publicId());
        assertThat(frozen.state()).isEqualTo(SegmentView.State.FROZEN);
        assertThat(frozen.frozenOn()).isEqualTo(TODAY);
        assertThat(listed(forOthers.members(brazil.publicId())))
                .contains(ana.ref().id(), bruno.ref().id());
        assertThatThrownBy(() -> segments.save(
                        new SegmentForm(brazil.publicId(), frozen.version(), "Brazil", null, true, SegmentRule.of())))
                .isInstanceOf(InvalidInput.class);

        String snapshot = segments.thaw(brazil.publicId());
        assertThat(listed(forOthers.members(brazil.publicId())))
                .contains(bruno.ref().id())
                .doesNotContain(ana.ref().id());
        segments.freezeAgain(brazil.publicId(), snapshot);
        assertThat(listed(forOthers.members(brazil.publicId())))
                .contains(ana.ref().id());
    }

    @Test
    void whoFreezesKeepsOnlyWhomTheySee() {
        callAs(north, Scope.TEAM);
        SegmentView brazil = segments.save(new SegmentForm(
                null, 0, "Brazil", null, true, SegmentRule.of(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"))));
        segments.freeze(brazil.publicId());
        callAs(south, Scope.ALL);

        assertThat(listed(forOthers.members(brazil.publicId())))
                .contains(ana.ref().id())
                .doesNotContain(bruno.ref().id());
    }

    @Test
    void deletingCanBeTakenBackAndOldVersionsAreRefused() {
        SegmentView segment = segments.save(new SegmentForm(null, 0, "Gone", null, true, SegmentRule.of()));
        segments.delete(segment.publicId());
        flushAndClear();

        assertThatThrownBy(() -> segments.get(segment.publicId())).isInstanceOf(NotFound.class);
        segments.restore(segment.publicId());
        flushAndClear();
        assertThat(segments.get(segment.publicId()).name()).isEqualTo("Gone");
        assertThatThrownBy(() ->
                        segments.save(new SegmentForm(segment.publicId(), segment.version(), "Late", null, true, null)))
                .isInstanceOf(ConcurrentChange.class);
    }

    @Test
    void overlapCountsEachCustomerOnceInOnePass() {
        SegmentView brazil = segments.save(new SegmentForm(
                null, 0, "Brazil", null, true, SegmentRule.of(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"))));
        SegmentView best = segments.save(new SegmentForm(
                null, 0, "Best", null, true, SegmentRule.of(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))));
        flushAndClear();
        long inBrazil = segments.look(brazil.publicId()).members();

        SegmentOverlap overlap = segments.overlap(List.of(brazil.publicId(), best.publicId()));

        assertThat(overlap.common().get(0).get(0)).isEqualTo(inBrazil);
        assertThat(overlap.common().get(0).get(1))
                .isEqualTo(overlap.common().get(1).get(0));
        assertThat(overlap.inAll()).isEqualTo(overlap.common().get(0).get(1));
        assertThat(overlap.inAny())
                .isEqualTo(
                        overlap.common().get(0).get(0) + overlap.common().get(1).get(1) - overlap.inAll());
        assertThat(overlap.onlyIn().get(0)).isEqualTo(inBrazil - overlap.inAll());
        assertThat(listed(filter.condition(brazil.publicId() + "," + best.publicId())))
                .contains(ana.ref().id())
                .doesNotContain(bruno.ref().id());
        assertThat(listed(filter.condition(brazil.publicId() + ",!" + best.publicId())))
                .contains(bruno.ref().id())
                .doesNotContain(ana.ref().id());
    }

    @Test
    void thoseInAtLeastOneSegmentAreListedAsOftenAsTheyAreCounted() {
        SegmentView brazil = segments.save(new SegmentForm(
                null, 0, "Brazil", null, true, SegmentRule.of(ask(SegmentField.COUNTRY, SegmentOperator.IS, "BR"))));
        SegmentView best = segments.save(new SegmentForm(
                null, 0, "Best", null, true, SegmentRule.of(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))));
        flushAndClear();
        String any = brazil.publicId() + "~" + best.publicId();

        for (Scope scope : List.of(Scope.ALL, Scope.TEAM)) {
            callAs(north, scope);
            SegmentOverlap overlap = segments.overlap(List.of(brazil.publicId(), best.publicId()));
            assertThat(overlap.inAny())
                    .as("%s", scope)
                    .isEqualTo(countListed(filter.condition(any)))
                    .isPositive();
        }
        assertThat(filter.accepts(any)).isTrue();
        assertThat(filter.accepts(any + ",!" + best.publicId())).isFalse();
        assertThat(filter.accepts("!" + any)).isFalse();
        assertThat(filter.text(any).key()).isEqualTo("segment.filter.or");
    }

    @Test
    void theSegmentsOfACustomerTakeAsManyStatementsAsOneSegment() {
        for (int i = 0; i < 12; i++) {
            segments.save(new SegmentForm(
                    null, 0, "S" + i, null, true, SegmentRule.of(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))));
        }
        flushAndClear();

        StatementCounter.reset();
        List<SegmentView> found = segments.of(ana.ref().publicId());

        assertThat(found).hasSizeGreaterThanOrEqualTo(12);
        assertThat(StatementCounter.count()).isLessThan(10);
    }

    @Test
    void whatACompleteSentenceLacksIsSaidByItsPlace() {
        SegmentRule rule = new SegmentRule(
                true,
                List.of(
                        new SegmentRule.Group(true, List.of(ask(SegmentField.TIER, SegmentOperator.IS, "MVC"))),
                        new SegmentRule.Group(
                                true, List.of(ask(SegmentField.LTV, SegmentOperator.BETWEEN, "5", "1")))));

        assertThatThrownBy(() -> segments.preview(rule))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field(), error -> error.code())
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("g1c0", "segment.error.order")));
    }

    @Test
    void whatIsKeptIsWhatWasSaid() {
        SegmentRule rule = new SegmentRule(
                false,
                List.of(new SegmentRule.Group(
                        true,
                        List.of(
                                ask(SegmentField.BOUGHT, SegmentOperator.DID, "a \"b\"", "c")
                                        .within(7),
                                ask(SegmentField.TIER, SegmentOperator.KNOWN)))));
        SegmentView saved = segments.save(new SegmentForm(null, 0, "Kept", null, true, rule));
        flushAndClear();

        assertThat(segments.get(saved.publicId()).rule()).isEqualTo(rule);
        assertThat(em.createQuery("select s.name from Segment s where s.publicId = :id", String.class)
                        .setParameter("id", saved.publicId())
                        .getSingleResult())
                .isEqualTo("Kept");
        assertThat(Segment.NAME_LENGTH).isEqualTo(100);
    }
}
