package org.vinculo.crm.platform;

/** Every setting of an installation, with its default. Environment variables override: {@code crm.db.url} is CRM_DB_URL. */
public enum Setting {
    DB_DRIVER("crm.db.driver", "org.apache.derby.jdbc.EmbeddedDriver", "JDBC driver class"),
    DB_URL(
            "crm.db.url",
            "",
            "JDBC address of the database; the launcher's default is Derby in DATA/db, and it refuses `preferQueryMode=simple`"),
    DB_USER("crm.db.user", "", "database user"),
    DB_PASSWORD("crm.db.password", "", "database password"),
    DB_STATEMENT_SECONDS(
            "crm.db.statement-seconds",
            "120",
            "a statement of the database is given up after so many seconds, that of a background job too"),
    DB_LEAK_SECONDS(
            "crm.db.leak-seconds",
            "0",
            "a connection to the database that is not given back within so many seconds is told in the log; 0: not watched, which saves every page time"),
    DATA_DIR("crm.data.dir", "crm-data", "folder of the database, uploads, keys and logs"),
    BASE_URL(
            "crm.base.url",
            "http://localhost:8080",
            "address of the server as people type it; links in mails start with it"),
    PORTAL_BASE_URL(
            "crm.base.portal-url",
            "",
            "address of the portal as customers type it, where it has a name of its own; empty: that of the server"),
    DEMO("crm.demo", "false", "load and show the demo company"),
    DEMO_PASSWORD("crm.demo.password", "Demo-2026!", "password of the demo accounts"),
    PROVISION_FILE(
            "crm.provision.file",
            "",
            "first administrator and API token for an unattended first start; once there is an administrator it changes nothing"),
    COMPANY_NAME("crm.company.name", "Vínculo", "name of the company on the portal and in mails"),
    BRAND_COLOUR("crm.brand.colour", "#6d2a56", "colour of the portal"),
    COUNTRY("crm.country", "BR", "country assumed for telephone numbers without prefix and for new addresses"),
    CURRENCY("crm.currency", "BRL", "currency assumed where none is given"),
    ZONE("crm.zone", "America/Sao_Paulo", "time zone of the company"),
    LANGUAGE("crm.language", "en", "language where neither person nor browser says one: en, pt-BR or es"),
    MAIL_HOST("crm.mail.host", "", "SMTP server; empty: mails stay readable on the outbox page"),
    MAIL_PORT("crm.mail.port", "587", "SMTP port"),
    MAIL_USER("crm.mail.user", "", "SMTP user"),
    MAIL_PASSWORD("crm.mail.password", "", "SMTP password"),
    MAIL_TLS("crm.mail.tls", "starttls", "starttls (required), ssl or none"),
    MAIL_FROM("crm.mail.from", "crm@localhost", "sender of mails"),
    MAX_UPLOAD_MB("crm.upload.max-mb", "100", "largest file for an import, in MB"),
    FILE_MAX_MB("crm.files.max-mb", "20", "largest file that can be attached to a record, in MB"),
    FILES_PER_RECORD("crm.files.per-record", "20", "most files at one record"),
    FILE_SCANNER(
            "crm.files.scanner", "", "host:port of a virus scanner that speaks clamd; empty: files are not scanned"),
    MAIL_IN_HOST(
            "crm.mail.in.host", "", "IMAP server of the mailbox that customers write to; empty: no mail is fetched"),
    MAIL_IN_PORT("crm.mail.in.port", "993", "IMAP port"),
    MAIL_IN_USER("crm.mail.in.user", "", "IMAP user"),
    MAIL_IN_PASSWORD("crm.mail.in.password", "", "IMAP password"),
    MAIL_IN_TLS("crm.mail.in.tls", "ssl", "ssl, starttls (required) or none"),
    MAIL_IN_FOLDER("crm.mail.in.folder", "INBOX", "folder that is read; nothing in it is changed"),
    MAIL_IN_SECONDS("crm.mail.in.seconds", "60", "pause between two looks into the mailbox, in seconds"),
    MAIL_IN_MAX_MB("crm.mail.in.max-mb", "25", "of a larger mail only the head is taken, in MB"),
    EXPORT_MAX_ROWS("crm.export.max-rows", "1000000", "rows of one export; the file says when there were more"),
    EXPORT_ALERT_ROWS(
            "crm.export.alert-rows", "10000", "administrators are told of an export of so many rows, 0 for never"),
    EXPORT_KEPT_HOURS("crm.export.kept-hours", "72", "files of exports are deleted after this"),
    SESSION_IDLE_MINUTES("crm.session.idle-minutes", "20", "a session without activity ends after this"),
    SESSION_MAX_HOURS("crm.session.max-hours", "12", "every session ends after this"),
    MFA_FOR_ADMINISTRATORS("crm.mfa.administrators", "false", "administrators must use a second factor"),
    API_CALLS_PER_MINUTE(
            "crm.api.calls-per-minute", "1200", "calls of one API token in a minute before it has to wait"),
    NOTICE_ADDRESS(
            "crm.notices.address",
            "",
            "address that is told what customers without owner and team do in the portal; empty: nobody is"),
    PRIVACY_DAYS("crm.privacy.days", "15", "days within which a request about personal data has to be answered"),
    PRIVACY_COPY_DAYS("crm.privacy.copy-days", "7", "days for which a copy of personal data can be fetched"),
    TRUSTED_PROXIES("crm.trusted-proxies", "", "addresses whose X-Forwarded-For is believed, separated by commas"),
    WATCHERS(
            "crm.watchers",
            "",
            "addresses besides this machine that may ask for health and metrics, separated by commas"),
    FILES_DIR(
            "crm.files.dir",
            "",
            "folder of uploaded and exported files and the key of second factors, the data folder when empty; several servers share one"),
    BACKUP_DIR("crm.backup.dir", "", "folder of the backups; backups in the data folder when empty"),
    BACKUP_AT("crm.backup.at", "01:30", "time of the day, in the company's zone, of the daily backup, or never"),
    BACKUP_KEEP("crm.backup.keep", "7", "daily backups that are kept"),
    LOG_FORMAT("crm.log.format", "text", "entries of the log as text or json");

    private final String key;
    private final String defaultValue;
    private final String meaning;

    Setting(String key, String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    /** The environment variable that overrides the setting. */
    public String environmentVariable() {
        return key.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Whether the value must never be shown or logged. */
    public boolean isSecret() {
        return key.endsWith("password");
    }
}
