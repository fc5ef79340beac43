package org.vinculo.crm.purchase;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A purchase as it should have been written down.
 *
 * @param version what the corrector saw
 * @param form the whole of it
 * @param before for each line of the form the place of the line that it corrects, or null for a new one; lines that are
 *     not named are gone
 */
public record PurchaseCorrection(long version, PurchaseForm form, List<Integer> before) implements Serializable {

    public PurchaseCorrection {
        before = Collections.unmodifiableList(new ArrayList<>(before));
    }
}
