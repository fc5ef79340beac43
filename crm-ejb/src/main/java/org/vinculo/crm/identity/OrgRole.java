package org.vinculo.crm.identity;

/** What a person may do in the portal for the customer they act for. */
public enum OrgRole {
    ADMIN,
    BUYER,
    FINANCE,
    SUPPORT,
    VIEWER;

    /** The container role, for example {@code customer.admin}. */
    public String code() {
        return "customer." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
