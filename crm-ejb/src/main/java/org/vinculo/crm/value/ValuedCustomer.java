package org.vinculo.crm.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A customer in a list of figures; amounts in the currency of the figures. */
public record ValuedCustomer(
        String publicId,
        String name,
        Tier tier,
        Phase phase,
        Integer rfm,
        RfmCell cell,
        Double pAlive,
        Double ltv,
        BigDecimal contribution,
        BigDecimal monetary,
        LocalDate lastOn)
        implements Serializable {}
