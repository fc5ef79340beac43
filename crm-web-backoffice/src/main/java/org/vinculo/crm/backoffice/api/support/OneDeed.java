package org.vinculo.crm.backoffice.api.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.vinculo.crm.identity.Together;
import org.vinculo.crm.platform.IdempotencyKeys;

/**
 * What a call does and what it answers, in one transaction: wherever the server is stopped, a repetition with the same key is
 * either told the answer or does the deed.
 */
@ApplicationScoped
public class OneDeed {

    @EJB
    Together together;

    @Inject
    IdempotencyKeys keys;

    /** @param deed calls boundaries and builds the answer; when it fails, nothing was done */
    public Response answer(Supplier<Response> deed) {
        return together.does(() -> {
            Response answer = deed.get();
            keys.answering(
                    answer.getStatus(),
                    answer.getHeaderString(HttpHeaders.LOCATION),
                    answer.getHeaderString(HttpHeaders.ETAG),
                    answer.getEntity() == null ? null : answer.getEntity().toString());
            return answer;
        });
    }
}
