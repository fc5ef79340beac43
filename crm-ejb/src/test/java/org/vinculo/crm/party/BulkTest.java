package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditFilter;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.audit.AuditTrail;
import org.vinculo.crm.audit.AuditView;
import org.vinculo.crm.audit.FieldChange;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.AddressProofDesk;
import org.vinculo.crm.party.internal.BulkJob;
import org.vinculo.crm.party.internal.BulkOrders;
import org.vinculo.crm.party.internal.BulkWork;
import org.vinculo.crm.platform.JobContext;
import org.vinculo.crm.platform.JobStep;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Duplicate;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** Lists narrowed by sentences, and work on all of their customers. */
class BulkTest extends PartyTest {

    private BulkService bulk;
    private BulkJob job;
    private GroupService groupService;
    private String tag;

    @BeforeEach
    void wireBulk() {
        StaffDirectory staff = wire(new StaffDirectory());
        BulkOrders orders = wire(new BulkOrders(), staff, groups, callers, customers, custom);
        Jobs jobs = wire(new Jobs());
        bulk = wire(new BulkService(), query, orders, staff, jobs, callers);
        Settings settings = Settings.of(Map.of());
        AddressProofDesk proofs = wire(
                new AddressProofDesk(), wire(new Outbox(), settings), wire(new AuditLog(), callers), notice, settings);
        job = wire(
                new BulkJob(),
                query,
                wire(new BulkWork(), access, writer, groups, staff, callers, custom, proofs),
                callers);
        groupService = wire(new GroupService(), groups, access, query, callers, wire(new AuditLog(), callers));
        tag = "b" + System.nanoTime();
    }

    @Test
    void sentenceIsUnderstoodAsItReads() {
        create("Ana", "BR", "en");
        create("Berta", "PT", "es");
        create("Carla", null, "es");

        assertThat(names(all(is("country", "BR", "PT")))).containsExactly("Ana", "Berta");
        assertThat(names(all(not("country", "BR")))).containsExactly("Berta", "Carla");
        assertThat(names(any(is("country", "BR"), is("language", "es")))).containsExactly("Ana", "Berta", "Carla");
        assertThat(names(all(is("language", "es"), any(is("country", "PT"), is("country", "BR")))))
                .containsExactly("Berta");
        assertThat(names(all(new Condition.Test("country", Condition.Operator.UNKNOWN, List.of()))))
                .containsExactly("Carla");
        assertThat(names(all(new Condition.Test("name", Condition.Operator.CONTAINS, List.of("ERT")))))
                .containsExactly("Berta");
        assertThat(names(all(new Condition.Test("name", Condition.Operator.CONTAINS, List.of("%' or 1=1")))))
                .isEmpty();
        assertThat(names(all(new Condition.Test("createdAt", Condition.Operator.LAST_DAYS, List.of("1")))))
                .hasSize(3);
        assertThat(names(all(new Condition.Test("email", Condition.Operator.KNOWN, List.of()))))
                .isEmpty();
    }

    @Test
    void trailTellsWhichTagACustomerGotAndLost() {
        create("Ana", "BR", "en");
        em.flush();
        String ana = find("Ana");
        groupService.tag(ana, "Gold " + tag);
        groupService.tag(ana, "Gold " + tag);
        String group = groupService.of(ana).get(0).publicId();
        groupService.remove(ana, group);
        groupService.remove(ana, group);
        em.flush();

        List<AuditView> kept = wire(new AuditTrail())
                .find(new AuditFilter(null, "customerGroup", null, entity(ana).getId(), null, null), null, 10);

        assertThat(kept)
                .as("what changed nothing is not told")
                .extracting(AuditView::action)
                .containsExactly("group.removed", "group.added");
        assertThat(kept.get(1).changes()).containsExactly(new FieldChange("tag", null, "Gold " + tag));
        assertThat(kept.get(0).changes()).containsExactly(new FieldChange("tag", "Gold " + tag, null));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        create("Ana", "BR", "en");
        for (Condition wrong : List.of(
                is("c.notes", "x"),
                is("country", "Atlantis"),
                new Condition.Test("country", Condition.Operator.CONTAINS, List.of("B")),
                new Condition.Test("createdAt", Condition.Operator.AT_LEAST, List.of("yesterday")),
                new Condition.Group(true, List.of()))) {
            assertThatThrownBy(() -> names(wrong)).isInstanceOf(InvalidInput.class);
        }
        assertThat(Conditions.read("{\"all\":[{\"any\":[{\"any\":[]}]}]}")).isEmpty();
        assertThat(Conditions.read("not json")).isEmpty();
    }

    @Test
    void everybodyOfAListIsGivenToATeamAndBack() {
        for (int i = 0; i < 230; i++) {
            create("C" + i, "BR", "en");
        }
        em.flush();
        String run = bulk.start(CustomerList.search(tag), BulkAction.TEAM, southTeam.getPublicId());
        work(BulkJob.DO + run);

        assertThat(bulk.get(run).done()).isEqualTo(230);
        assertThat(entity(find("C7")).getTeamId()).isEqualTo(southTeam.getId());
        Customer changed = entity(find("C9"));
        changed.describe("changed by somebody since");
        changed.changed(NOW.plusSeconds(60));
        em.flush();

        bulk.undo(run);
        work(BulkJob.UNDO + run);

        assertThat(bulk.get(run).undone()).isEqualTo(229);
        assertThat(bulk.get(run).undoLeft()).isEqualTo(1);
        assertThat(entity(find("C7")).getTeamId()).isEqualTo(northTeam.getId());
        assertThat(entity(find("C9")).getTeamId()).isEqualTo(southTeam.getId());
    }

    @Test
    void whoIsOutOfReachIsNeitherCountedNorChanged() {
        create("Ana", "BR", "en");
        callAs(south, Scope.TEAM);
        String mine = create("Berta", "BR", "en");
        String run = bulk.start(CustomerList.search(tag), BulkAction.STAGE, "CUSTOMER");
        work(BulkJob.DO + run);

        assertThat(bulk.get(run).done()).isEqualTo(1);
        assertThat(entity(mine).getStage()).isEqualTo(CustomerStage.CUSTOMER);
        assertThatThrownBy(() -> bulk.start(CustomerList.search(tag), BulkAction.TEAM, northTeam.getPublicId()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void workOfSomebodyElseDoesNotExist() {
        create("Ana", "BR", "en");
        String run = bulk.start(CustomerList.search(tag), BulkAction.STAGE, "CUSTOMER");
        callAs(south, Scope.ALL);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> bulk.get(run)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> bulk.undo(run)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> bulk.refusals(run, PageRequest.of(0, 1))).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void tagIsAddedToAllFoundByItAndTakenBack() {
        create("Ana", "BR", "en");
        create("Berta", "BR", "en");
        GroupView vip = groupService.create(GroupKind.TAG, "VIP " + tag, null);
        groupService.add(find("Ana"), vip.publicId());
        String run = bulk.start(CustomerList.search(tag), BulkAction.TAG, vip.publicId());
        work(BulkJob.DO + run);

        assertThat(names(is("tag", vip.publicId()))).containsExactly("Ana", "Berta");
        bulk.undo(run);
        work(BulkJob.UNDO + run);

        assertThat(names(is("tag", vip.publicId()))).containsExactly("Ana");
        assertThatThrownBy(() -> groupService.create(GroupKind.TAG, "víp " + tag, null))
                .isInstanceOf(Duplicate.class);
        groupService.delete(vip.publicId());
        assertThat(groupService.of(find("Ana"))).isEmpty();
    }

    @Test
    void whoHasAnAddressToConfirmIsAskedOnceAndNothingIsTakenBack() {
        String ana = create("Ana", "BR", "en");
        String berta = create("Berta", "BR", "en");
        create("Carla", "BR", "en");
        reachedAt(ana, "ana" + tag + "@example.org");
        reachedAt(berta, "berta" + tag + "@example.org");
        String run = bulk.start(CustomerList.search(tag), BulkAction.CONFIRM_EMAIL, null);
        work(BulkJob.DO + run);

        assertThat(bulk.get(run).done()).isEqualTo(2);
        assertThat(reasons(run)).containsExactly("list.bulk.refusal.proofnothing");
        assertThat(bulk.get(run).undoable()).isNull();
        assertThatThrownBy(() -> bulk.undo(run)).isInstanceOf(InvalidInput.class);
        assertThat(mailsTo("ana" + tag + "@example.org")).isEqualTo(1);

        String again = bulk.start(CustomerList.search(tag), BulkAction.CONFIRM_EMAIL, null);
        work(BulkJob.DO + again);

        assertThat(bulk.get(again).done()).isZero();
        assertThat(reasons(again))
                .containsOnly("list.bulk.refusal.prooflately", "list.bulk.refusal.proofnothing")
                .hasSize(3);
        assertThat(mailsTo("ana" + tag + "@example.org")).isEqualTo(1);
    }

    private List<String> reasons(String run) {
        return bulk.refusals(run, PageRequest.of(0, 9)).items().stream()
                .map(BulkRefusal::reason)
                .toList();
    }

    private void reachedAt(String customer, String email) {
        CustomerForm form = service.form(customer);
        form.getContacts().add(contact(ContactPointType.EMAIL, email));
        service.save(form);
    }

    private long mailsTo(String address) {
        return em.createQuery("select count(m) from OutboxMessage m where m.toAddress = :to", Long.class)
                .setParameter("to", address)
                .getSingleResult();
    }

    @Test
    void thoseWhoAreTickedAreChangedAndNobodyElse() {
        String ana = create("Ana", "BR", "en");
        create("Berta", "BR", "en");
        String carla = create("Carla", "BR", "en");
        GroupView vip = groupService.create(GroupKind.TAG, "VIP " + tag, null);
        CustomerList ticked = CustomerList.ALL.with(Map.of("picked", ana + "," + carla));
        assertThat(bulk.count(ticked)).isEqualTo(2);
        String run = bulk.start(ticked, BulkAction.TAG, vip.publicId());
        work(BulkJob.DO + run);

        assertThat(names(is("tag", vip.publicId()))).containsExactly("Ana", "Carla");
        bulk.undo(run);
        work(BulkJob.UNDO + run);
        assertThat(names(is("tag", vip.publicId()))).isEmpty();
        callAs(south, Scope.TEAM);
        assertThat(bulk.count(ticked))
                .as("ticked by somebody who does not reach them")
                .isZero();
        assertThatThrownBy(() -> bulk.count(CustomerList.ALL.with(Map.of("picked", "x' or 1=1"))))
                .isInstanceOf(InvalidInput.class);
    }

    private void work(String payload) {
        em.flush();
        JobStep step = job.step(new JobContext("j", payload, null, 0, 0));
        em.flush();
        while (!step.finished()) {
            step = job.step(new JobContext("j", payload, step.checkpoint(), step.done(), step.total()));
            em.flush();
        }
        em.clear();
    }

    private String create(String given, String country, String language) {
        CustomerForm form = person(given, tag);
        form.setLanguage(language);
        if (country != null) {
            form.getContacts()
                    .add(address("Street 1", "City", country.equals("PT") ? "1000-001" : "01001-000", country));
        }
        return service.create(form).ref().publicId();
    }

    private String find(String given) {
        return service.list(CustomerList.search(given + " " + tag), PageRequest.of(0, 500)).items().stream()
                .filter(row -> row.name().equals(given + " " + tag))
                .findFirst()
                .orElseThrow()
                .publicId();
    }

    private List<String> names(Condition condition) {
        return service.list(CustomerList.search(tag).with(condition), PageRequest.of(0, 50)).items().stream()
                .map(row -> row.name().substring(0, row.name().indexOf(' ')))
                .toList();
    }

    private static Condition is(String field, String... values) {
        return new Condition.Test(field, Condition.Operator.IS, List.of(values));
    }

    private static Condition not(String field, String... values) {
        return new Condition.Test(field, Condition.Operator.IS_NOT, List.of(values));
    }

    private static Condition all(Condition... parts) {
        return new Condition.Group(false, List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new Condition.Group(true, List.of(parts));
    }
}
