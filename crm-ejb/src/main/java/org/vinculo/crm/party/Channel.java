package org.vinculo.crm.party;

/** The ways by which the company and its customers reach each other. */
public enum Channel {
    EMAIL,
    PHONE,
    SMS,
    WHATSAPP,
    CHAT,
    PORTAL,
    WEB,
    SOCIAL,
    POST,
    VISIT,
    POS,
    PARTNER
}
