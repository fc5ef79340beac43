package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.internal.quality.QualityBook;
import org.vinculo.crm.party.internal.relation.OrganisationTree;
import org.vinculo.crm.party.internal.relation.PartnerBook;
import org.vinculo.crm.party.internal.relation.PartnerFilter;
import org.vinculo.crm.party.internal.relation.RelationBook;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.PageRequest;

/** What customers are to each other, and how good the data about them are. */
class RelationsTest extends PartyTest {

    private final String tag = "r" + Long.toString(System.nanoTime(), 36);
    private Relations relations;
    private DataQuality quality;

    @BeforeEach
    void wireRelations() {
        RelationBook book = wire(new RelationBook(), callers, access, wire(new AuditLog(), callers));
        relations = wire(
                new Relations(), access, book, wire(new OrganisationTree(), access), wire(new PartnerBook(), access));
        quality = wire(new DataQuality(), access, wire(new QualityBook()), wire(new LargeBase()));
    }

    @Test
    void bothSidesReadTheRelationInTheirOwnDirection() {
        String ana = service.create(person("Ana", tag)).ref().publicId();
        String company = company("Works");

        relations.save(ana, form(RelationType.WORKS_FOR, company));
        flushAndClear();

        assertThat(relations.list(ana)).extracting(RelationView::textKey).containsExactly("relation.WORKS_FOR.forward");
        assertThat(relations.list(company))
                .extracting(RelationView::textKey)
                .containsExactly("relation.WORKS_FOR.backward");
        assertThatThrownBy(() -> relations.save(ana, form(RelationType.WORKS_FOR, company)))
                .isInstanceOf(InvalidInput.class);
        String relation = relations.list(ana).get(0).publicId();
        RelationForm before = relations.remove(company, relation);
        flushAndClear();
        assertThat(relations.list(ana)).isEmpty();
        relations.save(company, before);
        flushAndClear();
        assertThat(relations.list(ana)).hasSize(1);
    }

    @Test
    void companiesNeverFormARing() {
        String top = company("Top");
        String middle = company("Middle");
        String leaf = company("Leaf");
        relations.save(middle, form(RelationType.BELONGS_TO, top));
        relations.save(leaf, form(RelationType.BELONGS_TO, middle));
        flushAndClear();

        assertThatThrownBy(() -> relations.save(top, form(RelationType.BELONGS_TO, leaf)))
                .isInstanceOf(InvalidInput.class);
        OrganisationNode tree = relations.tree(leaf);
        assertThat(tree.publicId()).isEqualTo(top);
        assertThat(tree.below().get(0).below().get(0).asked()).isTrue();
    }

    @Test
    void partnerCountsTheCustomersServed() {
        String partner = company("Partner");
        PartnerForm form = new PartnerForm();
        form.setTerritory("Nordeste");
        relations.savePartner(partner, form);
        relations.save(partner, form(RelationType.RESELLER, company("Served")));
        flushAndClear();

        PartnerRow row = relations.partners(PageRequest.of(0, 500)).items().stream()
                .filter(each -> each.publicId().equals(partner))
                .findFirst()
                .orElseThrow();
        assertThat(row.served()).isEqualTo(1);
        assertThat(row.territory()).isEqualTo("Nordeste");
    }

    @Test
    void theCountOfThoseServedOpensToAsManyCustomersInReach() {
        String partner = company("Partner");
        relations.savePartner(partner, new PartnerForm());
        String twice = company("Twice");
        String ended = company("Ended");
        String gone = company("Gone");
        relations.save(partner, form(RelationType.RESELLER, twice));
        relations.save(partner, form(RelationType.DISTRIBUTOR, twice));
        relations.save(partner, form(RelationType.PARTNER, company("Once")));
        relations.save(partner, form(RelationType.REFERRED_BY, company("Referred")));
        RelationForm past = form(RelationType.RESELLER, ended);
        past.setTo(LocalDate.of(2020, 1, 31));
        relations.save(partner, past);
        relations.save(partner, form(RelationType.RESELLER, gone));
        service.delete(gone);
        flushAndClear();

        assertThat(served(partner)).isEqualTo(2).isEqualTo(opened(partner));
        callAs(north, Scope.OWN);
        entity(partner).assignTo(north.getId(), null);
        entity(twice).assignTo(north.getId(), null);
        flushAndClear();
        assertThat(served(partner)).isEqualTo(1).isEqualTo(opened(partner));
        callAs(south, Scope.OWN);
        assertThatThrownBy(() -> opened(partner)).isInstanceOf(NotFound.class);
    }

    private long served(String partner) {
        return relations.partners(PageRequest.of(0, 500)).items().stream()
                .filter(each -> each.publicId().equals(partner))
                .mapToLong(PartnerRow::served)
                .sum();
    }

    private long opened(String partner) {
        PartnerFilter filter = wire(new PartnerFilter(), access);
        assertThat(filter.accepts(partner)).isTrue();
        return countListed(filter.condition(partner));
    }

    @Test
    void strangersAreOutOfReach() {
        String mine = company("Mine");
        String other = company("Other");
        String relation = relations.save(mine, form(RelationType.PARTNER, other));
        flushAndClear();
        callAs(south, Scope.TEAM);

        leavesEverythingAsItWas(() -> {
            assertThatThrownBy(() -> relations.list(mine)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> relations.save(mine, form(RelationType.PARTNER, other)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> relations.remove(mine, relation)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> relations.tree(mine)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> quality.of(mine)).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void whatIsMissingIsCountedAndAsked() {
        CustomerForm form = person("Ana", tag);
        form.setAcquiredFrom(tag);
        form.getContacts().add(new ContactForm(ContactPointType.EMAIL, tag + "@example.org"));
        String ana = service.create(form).ref().publicId();
        flushAndClear();

        CustomerQuality known = quality.of(ana);
        assertThat(known.issues())
                .contains(QualityIssue.EMAIL_UNVERIFIED, QualityIssue.NO_PHONE, QualityIssue.NO_BIRTH_DATE)
                .doesNotContain(QualityIssue.NO_EMAIL, QualityIssue.NO_SOURCE, QualityIssue.STALE);
        assertThat(quality.report().customers()).isPositive();
    }

    private String company(String name) {
        CustomerForm form = new CustomerForm();
        form.setKind(CustomerKind.ORGANISATION);
        form.setName(name + " " + tag);
        return service.create(form).ref().publicId();
    }

    private static RelationForm form(RelationType type, String other) {
        RelationForm form = new RelationForm();
        form.setType(type);
        form.setOther(other);
        return form;
    }
}
