package org.vinculo.crm.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.audit.AuditEvent;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.demo.entity.DemoMark;
import org.vinculo.crm.demo.internal.story.Client;
import org.vinculo.crm.demo.internal.story.Staff;
import org.vinculo.crm.demo.internal.story.Story;
import org.vinculo.crm.identity.AccountSeed;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.party.SearchRefresh;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.value.ValueRefresh;

/** The demo company in the database: all of it or nothing. */
@ApplicationScoped
public class DemoCompany {

    private static final String TOKEN = "demo";
    private static final Map<String, BigDecimal> RATES = Map.of(
            "EUR",
            new BigDecimal("6.20"),
            "USD",
            new BigDecimal("5.40"),
            "GBP",
            new BigDecimal("7.20"),
            "MXN",
            new BigDecimal("0.30"));

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    AccountSeed accounts;

    @Inject
    CustomersOfDemo customers;

    @Inject
    PastOfDemo past;

    @Inject
    PlansOfDemo plans;

    @Inject
    PortalOfDemo portal;

    @Inject
    MailsOfDemo mails;

    @Inject
    TiesOfDemo ties;

    @Inject
    ShelvesOfDemo shelves;

    @Inject
    FiguresOfDemo decisions;

    @Inject
    CostlyOfDemo costly;

    @Inject
    SegmentsOfDemo segments;

    @Inject
    ValueRefresh figures;

    @Inject
    SearchRefresh search;

    @Inject
    AuditLog audit;

    @Transactional
    public boolean isLoaded() {
        return em.find(DemoMark.class, DemoMark.ID) != null;
    }

    /** Whether nobody works with this database yet. */
    @Transactional
    public boolean isPossible() {
        return accounts.isEmpty();
    }

    @Transactional
    public void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        em.persist(new DemoMark(clock.instant()));
        em.flush();
        List<Client> story = Story.of(today);
        List<Member> staff = staff();
        List<Long> ids = customers.write(story, staff);
        decisions.write(today);
        past.write(story, ids, staff);
        mails.write(story, ids, staff);
        costly.write(story, ids, staff, today);
        for (int i = 0; i < story.size(); i++) {
            openPortal(story.get(i), ids.get(i));
        }
        plans.write(story, ids, staff, today);
        portal.write(story, ids, staff);
        segments.write(staff);
        ties.write(story, ids, today);
        shelves.write(story, ids, staff, today);
        figures.convert(RATES, "demo", null);
        figures.order("demo");
        search.order("demo");
        audit.record(AuditEvent.of("demo.loaded", null));
    }

    /** The token of the last start stops working with this one. */
    @Transactional
    public String newToken() {
        return accounts.replaceToken(TOKEN);
    }

    private List<Member> staff() {
        List<Long> teams = Staff.TEAMS.stream().map(accounts::team).toList();
        List<Member> members = new ArrayList<>();
        for (Staff.Colleague colleague : Staff.ALL) {
            Long team = colleague.team() == null ? null : teams.get(colleague.team());
            Locale locale = Locale.forLanguageTag(colleague.language());
            long id = colleague.signsIn()
                    ? accounts.staff(
                            colleague.email(), colleague.name(), locale, colleague.zoneId(), team, colleague.role())
                    : accounts.colleague(
                            colleague.email(), colleague.name(), locale, colleague.zoneId(), team, colleague.role());
            members.add(new Member(id, colleague.name(), team));
        }
        return members;
    }

    private void openPortal(Client client, long customerId) {
        if (client.signIn() == null) {
            return;
        }
        Client.Who who = client.who();
        Client.Point email = client.points().get(0);
        accounts.customer(
                email.value(),
                who.name() == null ? who.displayName() : email.label(),
                Locale.forLanguageTag(who.language()),
                who.zone(),
                customerId,
                OrgRole.ADMIN);
    }
}
