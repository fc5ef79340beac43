package org.vinculo.crm.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.activity.ActivityImport;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.consent.ConsentImport;
import org.vinculo.crm.consent.internal.Ledger;
import org.vinculo.crm.consent.internal.PastDesk;
import org.vinculo.crm.consent.internal.Wordings;
import org.vinculo.crm.demo.internal.story.Staff;
import org.vinculo.crm.demo.internal.story.Story;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.document.internal.VirusScanner;
import org.vinculo.crm.identity.AccountSeed;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.internal.Credentials;
import org.vinculo.crm.identity.internal.FirstStart;
import org.vinculo.crm.identity.internal.PasswordHasher;
import org.vinculo.crm.interaction.InteractionImport;
import org.vinculo.crm.interaction.MailImport;
import org.vinculo.crm.interaction.PlainSnapshots;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.mail.MailDesk;
import org.vinculo.crm.interaction.internal.mail.Senders;
import org.vinculo.crm.party.CustomerImport;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.DuplicateScans;
import org.vinculo.crm.party.PartySeed;
import org.vinculo.crm.party.RelationImport;
import org.vinculo.crm.party.SearchRefresh;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.CustomerWriter;
import org.vinculo.crm.party.internal.GroupBook;
import org.vinculo.crm.party.internal.KeyMatcher;
import org.vinculo.crm.party.internal.TokenIndex;
import org.vinculo.crm.party.internal.relation.PartnerBook;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.PrivacySeed;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.purchase.PurchaseImport;
import org.vinculo.crm.purchase.internal.PurchaseBatch;
import org.vinculo.crm.purchase.internal.PurchaseSums;
import org.vinculo.crm.segment.Segments;
import org.vinculo.crm.segment.internal.RuleCheck;
import org.vinculo.crm.segment.internal.SegmentBook;
import org.vinculo.crm.segment.internal.SegmentSql;
import org.vinculo.crm.segment.internal.SegmentStore;
import org.vinculo.crm.segment.internal.SegmentWords;
import org.vinculo.crm.shared.NotAllowed;
import org.vinculo.crm.value.AffinitySearch;
import org.vinculo.crm.value.ChannelCosts;
import org.vinculo.crm.value.ValueRefresh;
import org.vinculo.crm.value.internal.Policies;
import org.vinculo.crm.value.internal.Runs;
import org.vinculo.crm.value.internal.basket.AffinityStore;
import org.vinculo.crm.value.internal.cost.ContributionBook;
import org.vinculo.crm.value.internal.cost.Tariffs;

class DemoLoadTest extends DatabaseTest {

    @TempDir
    Path data;

    @Test
    void storyIsInTheDatabaseAfterwards() {
        DemoCompany company = company(true);

        company.load();

        flushAndClear();
        assertThat(company.isLoaded()).isTrue();
        assertThat(company.isPossible()).isFalse();
        assertThat(count("Customer c"))
                .isEqualTo(Story.of(LocalDate.of(2026, 11, 20)).size() + TiesOfDemo.TWINS);
        assertThat(count("Customer c where c.stage = org.vinculo.crm.party.CustomerStage.PROSPECT"))
                .isGreaterThan(50);
        assertThat(count("Customer c where c.ownerId is not null and c.teamId is not null"))
                .isGreaterThan(300);
        assertThat(count("ContactPoint p where p.verifiedAt is not null")).isGreaterThan(200);
        assertThat(count("CustomerNeed n")).isGreaterThan(200);
        assertThat(count("Purchase p")).isGreaterThan(2000);
        assertThat(count("PurchaseLine l where l.cost is not null")).isGreaterThan(4000);
        assertThat(count("Purchase p where p.kind = org.vinculo.crm.purchase.PurchaseKind.RETURN"))
                .isGreaterThan(50);
        assertThat(count("Interaction i where i.staffId is not null")).isGreaterThan(1500);
        assertThat(count("Consent c")).isGreaterThan(1000);
        assertThat(count("ConsentEvidence e")).isGreaterThan(1500);
        assertThat(count("ContactPreference p")).isGreaterThan(100);
        assertThat(count("CustomField f")).isEqualTo(ShelvesOfDemo.FIELDS);
        assertThat(count("CustomValue v")).isBetween(100L, 1000L);
        assertThat(count("CustomerGroup g")).isEqualTo(5);
        assertThat(count("SavedView v where v.shared = true")).isEqualTo(1);
        everybodyWhoIsAnnouncedHasAnAccount();
    }

    /** Not a test of its own, because loading takes seconds. */
    private void everybodyWhoIsAnnouncedHasAnAccount() {
        List<String> staff = em.createQuery("select s.emailNorm from StaffUser s", String.class)
                .getResultList();
        assertThat(staff)
                .contains(
                        "admin@demo.example",
                        "manager@demo.example",
                        "sales@demo.example",
                        "marketing@demo.example",
                        "service@demo.example",
                        "telesales@demo.example",
                        "analyst@demo.example",
                        "auditor@demo.example")
                .hasSize(Staff.ALL.size());
        assertThat(em.createQuery("select r.code from StaffUser s join s.roles r", String.class)
                        .getResultList())
                .as("every role is somebody's")
                .contains(
                        "administrator",
                        "salesManager",
                        "sales",
                        "marketing",
                        "service",
                        "telesales",
                        "analyst",
                        "auditor");
        assertThat(em.createQuery("select a.emailNorm from PortalAccount a", String.class)
                        .getResultList())
                .containsExactlyInAnyOrder(
                        "ana@demo.example",
                        "bruno@demo.example",
                        "carmen@demo.example",
                        "compras@demo.example",
                        "financeiro@demo.example",
                        "atendimento@demo.example",
                        "consulta@demo.example");
        assertThat(count("Team t")).isEqualTo(2);
    }

    @Test
    void tokenOfTheLastStartStopsWorking() {
        DemoCompany company = company(true);

        String first = company.newToken();
        String second = company.newToken();

        flushAndClear();
        assertThat(first).isNotEqualTo(second);
        assertThat(count("ApiToken t")).isEqualTo(2);
        assertThat(count("ApiToken t where t.revokedAt is null")).isEqualTo(1);
    }

    @Test
    void outsideDemoModeNothingCanBeLoaded() {
        DemoCompany company = company(false);

        assertThatThrownBy(company::load).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(company::newToken).isInstanceOf(NotAllowed.class);
    }

    private long count(String what) {
        return em.createQuery("select count(" + what.split(" ")[1] + ") from " + what, Long.class)
                .getSingleResult();
    }

    /** The demo with the real rooms behind it, all on this test's transaction. */
    private DemoCompany company(boolean demo) {
        List<Object> beans = List.of(
                new DemoCompany(),
                new CustomersOfDemo(),
                new PastOfDemo(),
                new AuditLog(),
                new CurrentCaller(),
                new AccountSeed(),
                new Credentials(),
                new PasswordHasher(),
                new FirstStart(),
                new CustomerImport(),
                new CustomerWriter(),
                new CustomBook(),
                new KeyMatcher(),
                new TokenIndex(),
                new StaffDirectory(),
                new PurchaseImport(),
                new PurchaseBatch(),
                new PurchaseSums(),
                new InteractionImport(),
                new LastContacts(),
                new PlainSnapshots(),
                new MailsOfDemo(),
                new MailImport(),
                new MailDesk(),
                new Senders(),
                new Customers(),
                new CustomerAccess(),
                new Attachments(),
                new FileStore(),
                new VirusScanner(),
                new ConsentImport(),
                new PastDesk(),
                new Wordings(),
                new Ledger(),
                new ValueRefresh(),
                new Runs(),
                new Policies(),
                new Jobs(),
                new SearchRefresh(),
                new FiguresOfDemo(),
                new CostlyOfDemo(),
                new PlansOfDemo(),
                new ActivityImport(),
                new PortalOfDemo(),
                new PrivacySeed(),
                new SegmentsOfDemo(),
                new Segments(),
                new SegmentBook(),
                new SegmentStore(),
                new SegmentSql(),
                new SegmentWords(),
                new RuleCheck(),
                new TiesOfDemo(),
                new ShelvesOfDemo(),
                new PartySeed(),
                new GroupBook(),
                new RelationImport(),
                new PartnerBook(),
                new DuplicateScans(),
                new ChannelCosts(),
                new Tariffs(),
                new ContributionBook(),
                new AffinitySearch(),
                new AffinityStore(),
                new PurchaseBaskets(),
                Settings.of(Map.of(Setting.DEMO, String.valueOf(demo), Setting.DATA_DIR, data.toString())));
        beans.stream().filter(bean -> !(bean instanceof Settings)).forEach(bean -> wire(bean, beans.toArray()));
        ((FirstStart) beans.get(8)).seedRoles();
        return (DemoCompany) beans.get(0);
    }
}
