package org.vinculo.crm.party;

/** What a partner does for the house. */
public enum PartnerKind {
    RESELLER,
    DISTRIBUTOR,
    REFERRER,
    IMPLEMENTER,
    RETAIL_POINT
}
