package org.vinculo.crm.shared;

/**
 * How the rows of a customer are found in a table: conditions in SQL in which {@code ?1} is the customer's internal id.
 */
public final class PersonalRows {

    /** The customer, and records that became a part of it. */
    public static final String CUSTOMERS = "select k.id from customer k where k.id = ?1"
            + " union all select n.id from customer n where n.merged_into_id = ?1";

    /** The table has the customer's id. */
    public static final String OF_CUSTOMER = "customer_id in (" + CUSTOMERS + ")";

    /** Accounts of the portal that act for this customer and for nobody else, open, closed or only invited. */
    public static final String ACCOUNTS = "select a.id from account a where a.realm = 'CUSTOMER'"
            + " and not exists (select 1 from portal_membership o where o.account_id = a.id and o.customer_id not in ("
            + CUSTOMERS + "))"
            + " and (exists (select 1 from portal_membership m where m.account_id = a.id and m.customer_id in ("
            + CUSTOMERS + "))"
            + " or a.email_norm in (select p.normal_value from contact_point p"
            + " where p.customer_id in (" + CUSTOMERS + ") and p.point_type = 'EMAIL'))";

    /** The addresses of the customer and of the accounts of their own. */
    public static final String ADDRESSES = "select p.normal_value from contact_point p where p.customer_id in ("
            + CUSTOMERS + ")" + " and p.point_type = 'EMAIL' union select b.email_norm from account b where b.id in ("
            + ACCOUNTS + ")";

    public static final String OF_ACCOUNTS = "account_id in (" + ACCOUNTS + ")";

    private PersonalRows() {}
}
