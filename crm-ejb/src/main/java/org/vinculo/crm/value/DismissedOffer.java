package org.vinculo.crm.value;

import java.io.Serializable;
import java.time.LocalDate;

/** Something that is not offered to a customer until a day, and who decided so. */
public record DismissedOffer(String publicId, ProductName product, DismissReason reason, LocalDate until, String by)
        implements Serializable {}
