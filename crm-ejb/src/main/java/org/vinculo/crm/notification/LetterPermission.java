package org.vinculo.crm.notification;

import java.util.Optional;

/** Asked when a letter leaves: it may have waited, and its customer may have said no meanwhile. */
public interface LetterPermission {

    /**
     * @param customerId internal id of the customer it goes to
     * @param purpose what it is for, as it was given with the letter
     * @return why it must not leave, or empty
     */
    Optional<String> refusal(long customerId, String purpose);
}
