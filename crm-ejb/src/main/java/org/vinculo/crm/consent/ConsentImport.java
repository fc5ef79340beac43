package org.vinculo.crm.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.consent.internal.PastDesk;

/**
 * Brings consents and preferences from elsewhere, many at a time, in the transaction of the caller. Who may is for the
 * caller to check.
 *
 * <p>A yes needs its proof like any other, and data brought along never overrules a no: whoever refused has to say yes again
 * in person or before a witness.
 */
@ApplicationScoped
public class ConsentImport {

    @Inject
    PastDesk desk;

    /**
     * Writes the words in their order.
     *
     * @return for each word whether it was written; not written is what changes nothing, and a yes after a no
     * @throws org.vinculo.crm.shared.InvalidInput for a yes without its proof
     */
    public List<Boolean> record(List<PastWord> words) {
        List<Boolean> written = new ArrayList<>(words.size());
        PastDesk.Batch batch =
                desk.open(words.stream().map(PastWord::customerId).distinct().toList());
        for (PastWord word : words) {
            written.add(batch.record(word));
        }
        return written;
    }

    /** Writes preferences of customers that have none yet. */
    public void prefer(Collection<PastPreference> preferences) {
        preferences.forEach(desk::prefer);
    }
}
