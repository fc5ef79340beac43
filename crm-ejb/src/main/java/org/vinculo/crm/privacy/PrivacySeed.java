package org.vinculo.crm.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.privacy.entity.PrivacyRequest;

/** Requests that were made some time ago, for data sets that tell a past. */
@ApplicationScoped
public class PrivacySeed {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Settings settings;

    /** A request of a customer; answered when there is an answer. */
    public void request(long customerId, RequestKind kind, String words, String by, Instant at, String answer) {
        LocalDate due = LocalDate.ofInstant(at, settings.zone()).plusDays(settings.number(Setting.PRIVACY_DAYS));
        PrivacyRequest request = new PrivacyRequest(customerId, kind, words);
        request.received(at, by, true, due);
        if (answer != null) {
            request.end(RequestState.DONE, answer, "Marina Duarte", at.plusSeconds(2 * 86_400L));
        }
        em.persist(request);
    }
}
