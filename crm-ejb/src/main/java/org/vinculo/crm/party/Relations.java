package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.party.internal.relation.OrganisationTree;
import org.vinculo.crm.party.internal.relation.PartnerBook;
import org.vinculo.crm.party.internal.relation.RelationBook;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** What customers are to each other, the tree of companies, and partners. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class Relations {

    @Inject
    CustomerAccess access;

    @Inject
    RelationBook book;

    @Inject
    OrganisationTree trees;

    @Inject
    PartnerBook partners;

    /** The relations of a customer, those that hold first; at most 500. */
    public List<RelationView> list(String customer) {
        return book.list(access.load(customer, Permission.CUSTOMER_VIEW));
    }

    /**
     * Adds a relation, or corrects the dates and the note of one.
     *
     * @return public id of the relation
     * @throws org.vinculo.crm.shared.InvalidInput for a ring of companies, a customer who relates to itself, or dates in
     *     the wrong order
     */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public String save(String customer, RelationForm form) {
        return book.save(access.load(customer, Permission.CUSTOMER_EDIT), form);
    }

    /** It holds until today. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void end(String customer, String relation) {
        book.end(access.load(customer, Permission.CUSTOMER_EDIT), relation);
    }

    /** It never was; what was there, to put it back. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public RelationForm remove(String customer, String relation) {
        return book.remove(access.load(customer, Permission.CUSTOMER_EDIT), relation);
    }

    /** The whole tree of companies around one of them, from the topmost down; at most 300 companies. */
    public OrganisationNode tree(String customer) {
        return trees.of(access.load(customer, Permission.CUSTOMER_VIEW));
    }

    /** What makes the customer a partner; empty when nothing does. */
    public Optional<PartnerForm> partner(String customer) {
        return partners.find(access.load(customer, Permission.CUSTOMER_VIEW).getId());
    }

    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void savePartner(String customer, PartnerForm form) {
        Customer partner = access.load(customer, Permission.CUSTOMER_EDIT);
        partners.save(partner.getId(), form);
    }

    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void removePartner(String customer) {
        partners.remove(access.load(customer, Permission.CUSTOMER_EDIT).getId());
    }

    /** The partners in the caller's reach, by name. */
    public Page<PartnerRow> partners(PageRequest page) {
        return partners.page(page);
    }
}
