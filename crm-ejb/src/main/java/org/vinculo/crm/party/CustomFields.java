package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.entity.Customer;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomerAccess;
import org.vinculo.crm.shared.Boundary;

/** What a customer has in the fields of administrators, as far as the caller's roles see them. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.CUSTOMER_VIEW)
public class CustomFields {

    @Inject
    CustomBook book;

    @Inject
    CustomerAccess access;

    /** The fields of a customer in their order, with or without something in them; null for a new customer. */
    public List<CustomEntry> of(String customerPublicId) {
        List<CustomField> fields = book.seen();
        if (fields.isEmpty()) {
            return List.of();
        }
        if (customerPublicId == null) {
            return fields.stream()
                    .map(field -> field.entry(null, book.isChangeable(field)))
                    .toList();
        }
        Customer customer = access.load(customerPublicId, Permission.CUSTOMER_VIEW);
        Map<String, String> texts =
                book.texts(List.of(customer.getId()), fields).getOrDefault(customer.getId(), Map.of());
        return fields.stream()
                .map(field -> field.entry(texts.get(field.getCode()), book.isChangeable(field)))
                .toList();
    }
}
