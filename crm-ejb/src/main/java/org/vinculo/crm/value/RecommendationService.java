package org.vinculo.crm.value;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseBaskets;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.value.entity.AffinityDismissal;
import org.vinculo.crm.value.internal.basket.AffinityStore;

/** What to offer a customer next, with the reason, and what is not to be offered. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.VALUE_VIEW)
public class RecommendationService {

    private static final int MOST = 3;
    private static final int LONGEST_CODE = 200;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    CurrentCaller caller;

    @Inject
    Customers customers;

    @Inject
    PurchaseBaskets purchases;

    @Inject
    AffinityStore store;

    /** At most three products that the customer does not have, the most lifted first. */
    public List<Recommendation> list(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        AffinityStore.Search run = store.current().orElse(null);
        if (run == null) {
            return List.of();
        }
        Set<String> owned = purchases.owned(customer.id());
        Set<String> dismissed = store.dismissed(customer.id(), today()).stream()
                .map(AffinityDismissal::getProduct)
                .collect(Collectors.toSet());
        return store.offers(run, owned, dismissed, MOST).stream()
                .map(rule -> new Recommendation(rule.recommended(), rule))
                .toList();
    }

    /** What is not offered to the customer at present, newest first. */
    public List<DismissedOffer> dismissed(String customerPublicId) {
        CustomerRef customer = customers.require(customerPublicId, Permission.VALUE_VIEW);
        List<AffinityDismissal> silent = store.dismissed(customer.id(), today());
        Map<String, ProductName> names = store.current().map(store::names).orElse(Map.of());
        return silent.stream()
                .map(each -> new DismissedOffer(
                        each.getPublicId(),
                        names.getOrDefault(each.getProduct(), new ProductName(each.getProduct(), null)),
                        each.getReason(),
                        each.getSilentUntil(),
                        each.getDismissedBy()))
                .toList();
    }

    /** Not to be offered to the customer for the time that the settings say. */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void dismiss(String customerPublicId, String product, DismissReason reason) {
        CustomerRef customer = customers.require(customerPublicId, Permission.CUSTOMER_EDIT);
        if (product == null || product.isBlank() || product.length() > LONGEST_CODE) {
            throw InvalidInput.field("product", "required");
        }
        if (reason == null) {
            throw InvalidInput.field("reason", "required");
        }
        AffinityDismissal dismissal =
                store.dismissal(customer.id(), product).orElseGet(() -> new AffinityDismissal(customer.id(), product));
        dismissal.because(
                reason,
                today().plusDays(store.limits().dismissedDays()),
                clock.instant(),
                caller.get().name());
        if (dismissal.getId() == null) {
            em.persist(dismissal);
        }
    }

    /** It may be offered again. @throws NotFound when it was not dismissed or the customer is out of reach */
    @RolesAllowed(Permission.Code.CUSTOMER_EDIT)
    public void restore(String customerPublicId, String product) {
        CustomerRef customer = customers.require(customerPublicId, Permission.CUSTOMER_EDIT);
        em.remove(store.dismissal(customer.id(), product).orElseThrow(NotFound::new));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
