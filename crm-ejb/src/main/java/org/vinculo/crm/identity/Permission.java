package org.vinculo.crm.identity;

import java.util.Arrays;
import java.util.Optional;

/** What staff and API tokens can be allowed: a module and an action. The code is the container role. */
public enum Permission {
    CUSTOMER_VIEW(Code.CUSTOMER_VIEW),
    CUSTOMER_CREATE(Code.CUSTOMER_CREATE),
    CUSTOMER_EDIT(Code.CUSTOMER_EDIT),
    CUSTOMER_DELETE(Code.CUSTOMER_DELETE),
    CUSTOMER_MERGE(Code.CUSTOMER_MERGE),
    PURCHASE_VIEW(Code.PURCHASE_VIEW),
    PURCHASE_EDIT(Code.PURCHASE_EDIT),
    INTERACTION_VIEW(Code.INTERACTION_VIEW),
    INTERACTION_LOG(Code.INTERACTION_LOG),
    ACTIVITY_VIEW(Code.ACTIVITY_VIEW),
    ACTIVITY_EDIT(Code.ACTIVITY_EDIT),
    INTERACTION_EDIT(Code.INTERACTION_EDIT),
    MAIL_TRIAGE(Code.MAIL_TRIAGE),
    CONSENT_VIEW(Code.CONSENT_VIEW),
    CONSENT_EDIT(Code.CONSENT_EDIT),
    IMPORT_RUN(Code.IMPORT_RUN),
    EXPORT_RUN(Code.EXPORT_RUN),
    PORTAL_INVITE(Code.PORTAL_INVITE),
    USER_ADMIN(Code.USER_ADMIN),
    SETTINGS_ADMIN(Code.SETTINGS_ADMIN),
    TOKEN_ADMIN(Code.TOKEN_ADMIN),
    OUTBOX_VIEW(Code.OUTBOX_VIEW),
    AUDIT_VIEW(Code.AUDIT_VIEW),
    JOB_VIEW(Code.JOB_VIEW),
    VALUE_VIEW(Code.VALUE_VIEW),
    VALUE_MANAGE(Code.VALUE_MANAGE),
    SEGMENT_VIEW(Code.SEGMENT_VIEW),
    SEGMENT_MANAGE(Code.SEGMENT_MANAGE),
    PRIVACY_MANAGE(Code.PRIVACY_MANAGE);

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The part before the dot: {@code customer} of {@code customer.view}. */
    public String module() {
        return code.substring(0, code.indexOf('.'));
    }

    public static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code.equals(code))
                .findFirst();
    }

    /** The codes as constants, for annotations. */
    public static final class Code {
        public static final String CUSTOMER_VIEW = "customer.view";
        public static final String CUSTOMER_CREATE = "customer.create";
        public static final String CUSTOMER_EDIT = "customer.edit";
        public static final String CUSTOMER_DELETE = "customer.delete";
        public static final String CUSTOMER_MERGE = "customer.merge";
        public static final String PURCHASE_VIEW = "purchase.view";
        public static final String PURCHASE_EDIT = "purchase.edit";
        public static final String INTERACTION_VIEW = "interaction.view";
        public static final String INTERACTION_LOG = "interaction.log";
        /** Promises, tasks and appointments. */
        public static final String ACTIVITY_VIEW = "activity.view";

        public static final String ACTIVITY_EDIT = "activity.edit";
        public static final String INTERACTION_EDIT = "interaction.edit";
        public static final String MAIL_TRIAGE = "mail.triage";
        public static final String CONSENT_VIEW = "consent.view";
        public static final String CONSENT_EDIT = "consent.edit";
        public static final String IMPORT_RUN = "import.run";
        public static final String EXPORT_RUN = "export.run";
        public static final String PORTAL_INVITE = "portal.invite";
        public static final String USER_ADMIN = "user.admin";
        public static final String SETTINGS_ADMIN = "settings.admin";
        public static final String TOKEN_ADMIN = "token.admin";
        public static final String OUTBOX_VIEW = "outbox.view";
        public static final String AUDIT_VIEW = "audit.view";
        public static final String JOB_VIEW = "job.view";
        public static final String VALUE_VIEW = "value.view";
        public static final String VALUE_MANAGE = "value.manage";
        public static final String SEGMENT_VIEW = "segment.view";
        public static final String SEGMENT_MANAGE = "segment.manage";
        public static final String PRIVACY_MANAGE = "privacy.manage";
        /** Any signed-in member of staff. */
        public static final String STAFF = "staff";
        /** Any signed-in customer of the portal. */
        public static final String CUSTOMER = "customer";

        private Code() {}
    }
}
