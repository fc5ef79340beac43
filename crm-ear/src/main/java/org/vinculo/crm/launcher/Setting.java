package org.vinculo.crm.launcher;

/** Names of the settings that the launcher reads or hands to the application. */
final class Setting {
    static final String PREFIX = "crm.";
    static final String PORT = "crm.http.port";
    static final String ADDRESS = "crm.http.address";
    static final String BASE_URL = "crm.base.url";
    static final String PORTAL_BASE_URL = "crm.base.portal-url";
    static final String DATA = "crm.data.dir";
    static final String DEMO = "crm.demo";
    static final String PROVISION = "crm.provision.file";
    static final String DB_DRIVER = "crm.db.driver";
    static final String DB_URL = "crm.db.url";
    static final String DB_USER = "crm.db.user";
    static final String DB_PASSWORD = "crm.db.password";
    static final String DB_STATEMENT_SECONDS = "crm.db.statement-seconds";
    static final String FILES = "crm.files.dir";
    static final String BACKUPS = "crm.backup.dir";
    static final String LOG_FORMAT = "crm.log.format";
    static final String UPLOAD_MAX = "crm.upload.max-mb";
    static final String MAIL_TLS = "crm.mail.tls";
    static final String MAIL_IN_TLS = "crm.mail.in.tls";

    private Setting() {}
}
