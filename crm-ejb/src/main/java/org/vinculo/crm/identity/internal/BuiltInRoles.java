package org.vinculo.crm.identity.internal;

import static org.vinculo.crm.identity.Permission.*;
import static org.vinculo.crm.identity.Permission.VALUE_MANAGE;
import static org.vinculo.crm.identity.Permission.VALUE_VIEW;
import static org.vinculo.crm.identity.Scope.ALL;
import static org.vinculo.crm.identity.Scope.OWN;
import static org.vinculo.crm.identity.Scope.TEAM;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.entity.Role;

/** The roles that every installation starts with. Except for the administrator's, what they allow can be changed. */
final class BuiltInRoles {

    private BuiltInRoles() {}

    static Map<String, Map<Permission, Scope>> all() {
        Map<String, Map<Permission, Scope>> roles = new LinkedHashMap<>();
        roles.put(Role.ADMINISTRATOR, Map.of());
        roles.put("salesManager", salesManager());
        roles.put("sales", sales());
        roles.put("marketing", marketing());
        roles.put("service", service());
        roles.put("telesales", telesales());
        roles.put("analyst", analyst());
        roles.put("auditor", auditor());
        return roles;
    }

    private static Map<Permission, Scope> salesManager() {
        return new Grants()
                .all(CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, CONSENT_VIEW, JOB_VIEW, IMPORT_RUN, EXPORT_RUN)
                .all(VALUE_VIEW, VALUE_MANAGE, ACTIVITY_VIEW, SEGMENT_VIEW, SEGMENT_MANAGE)
                .all(MAIL_TRIAGE)
                .reach(TEAM, ACTIVITY_EDIT, CUSTOMER_CREATE, CUSTOMER_EDIT, CUSTOMER_DELETE, CUSTOMER_MERGE)
                .reach(TEAM, PURCHASE_EDIT, INTERACTION_LOG, CONSENT_EDIT, PORTAL_INVITE, INTERACTION_EDIT)
                .map();
    }

    private static Map<Permission, Scope> sales() {
        return new Grants()
                .all(SEGMENT_VIEW)
                .reach(TEAM, CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, CONSENT_VIEW, VALUE_VIEW)
                .reach(TEAM, ACTIVITY_VIEW, ACTIVITY_EDIT)
                .reach(OWN, SEGMENT_MANAGE)
                .reach(OWN, CUSTOMER_CREATE, CUSTOMER_EDIT, PURCHASE_EDIT, INTERACTION_LOG, CONSENT_EDIT, PORTAL_INVITE)
                .map();
    }

    private static Map<Permission, Scope> marketing() {
        return new Grants()
                .all(CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, INTERACTION_LOG, CONSENT_VIEW, CONSENT_EDIT)
                .all(IMPORT_RUN, EXPORT_RUN, JOB_VIEW, VALUE_VIEW, ACTIVITY_VIEW, ACTIVITY_EDIT)
                .all(SEGMENT_VIEW, SEGMENT_MANAGE)
                .map();
    }

    private static Map<Permission, Scope> service() {
        return new Grants()
                .all(CUSTOMER_VIEW, CUSTOMER_EDIT, PURCHASE_VIEW, INTERACTION_VIEW, INTERACTION_LOG)
                .all(CONSENT_VIEW, CONSENT_EDIT, PORTAL_INVITE, VALUE_VIEW, CUSTOMER_MERGE)
                .all(ACTIVITY_VIEW, ACTIVITY_EDIT, SEGMENT_VIEW, INTERACTION_EDIT, MAIL_TRIAGE)
                .all(CUSTOMER_CREATE)
                .map();
    }

    private static Map<Permission, Scope> telesales() {
        return new Grants()
                .all(SEGMENT_VIEW)
                .reach(TEAM, CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, CONSENT_VIEW, VALUE_VIEW)
                .reach(TEAM, CUSTOMER_CREATE, CUSTOMER_EDIT, INTERACTION_LOG, CONSENT_EDIT)
                .reach(TEAM, ACTIVITY_VIEW, ACTIVITY_EDIT)
                .map();
    }

    private static Map<Permission, Scope> analyst() {
        return new Grants()
                .all(CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, CONSENT_VIEW, JOB_VIEW, EXPORT_RUN)
                .all(VALUE_VIEW, VALUE_MANAGE, ACTIVITY_VIEW, SEGMENT_VIEW, SEGMENT_MANAGE)
                .map();
    }

    private static Map<Permission, Scope> auditor() {
        return new Grants()
                .all(CUSTOMER_VIEW, PURCHASE_VIEW, INTERACTION_VIEW, CONSENT_VIEW, AUDIT_VIEW, OUTBOX_VIEW, JOB_VIEW)
                .all(VALUE_VIEW, ACTIVITY_VIEW, SEGMENT_VIEW)
                .map();
    }

    private static final class Grants {
        private final Map<Permission, Scope> granted = new LinkedHashMap<>();

        Grants all(Permission... permissions) {
            return reach(ALL, permissions);
        }

        Grants reach(Scope scope, Permission... permissions) {
            for (Permission permission : permissions) {
                granted.put(permission, scope);
            }
            return this;
        }

        Map<Permission, Scope> map() {
            return granted;
        }
    }
}
