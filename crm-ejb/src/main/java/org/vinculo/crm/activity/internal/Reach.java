package org.vinculo.crm.activity.internal;

import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.CustomerScope;
import org.vinculo.crm.shared.SqlText;

/** Who reaches what is planned: through its customer, or because it is one's own. */
final class Reach {

    private Reach() {}

    /** The condition over the customer {@code c}, with {@code and} before it; empty for who reaches everything. */
    static SqlText andReached(CustomerScope scope, SqlText own) {
        SqlText sql = SqlText.empty();
        if (scope.reach() == Scope.ALL) {
            return sql;
        }
        sql.sqlPart(" and (").add(own).sqlPart(" or (1 = 1").add(scope.andReached());
        return sql.sqlPart("))");
    }
}
