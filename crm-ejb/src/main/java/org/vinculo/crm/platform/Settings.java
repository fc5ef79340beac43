package org.vinculo.crm.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vinculo.crm.shared.Texts;

/** The settings of the installation; the only place that reads configuration. */
@ApplicationScoped
public class Settings {

    private static final String PORTAL = "/portal";

    private static final String DEMO_COMPANY = "Serra Café";

    private final Function<String, Optional<String>> values;

    public Settings() {
        this(key -> ConfigProvider.getConfig(Settings.class.getClassLoader()).getOptionalValue(key, String.class));
    }

    Settings(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** Settings with the given values and defaults for the rest, for tools and tests without a container. */
    public static Settings of(Map<Setting, String> values) {
        return new Settings(key -> values.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** The value of a setting, its default when it is not set. Blank counts as not set. */
    public String get(Setting setting) {
        return values.apply(setting.key())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> defaultOf(setting));
    }

    /** The demo company bears its own name unless another one is given. */
    private String defaultOf(Setting setting) {
        return setting == Setting.COMPANY_NAME && demo() ? DEMO_COMPANY : setting.defaultValue();
    }

    public boolean isSet(Setting setting) {
        return !get(setting).isEmpty();
    }

    public int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(get(setting));
    }

    public Encryption encryption(Setting setting) {
        return Encryption.of(get(setting));
    }

    /** The address of the server without a slash at the end. Links never follow the Host header of a request. */
    public String baseUrl() {
        return withoutSlash(Setting.BASE_URL);
    }

    /**
     * The address of a page as people type it: the portal may have a name of its own.
     *
     * @param path from the context path of the door on
     */
    public String address(String path) {
        boolean portal = path.equals(PORTAL) || path.startsWith(PORTAL + "/");
        return (portal && isSet(Setting.PORTAL_BASE_URL) ? withoutSlash(Setting.PORTAL_BASE_URL) : baseUrl()) + path;
    }

    private String withoutSlash(Setting address) {
        return URI.create(get(address)).toString().replaceAll("/+$", "");
    }

    public Path dataDir() {
        return Path.of(get(Setting.DATA_DIR)).toAbsolutePath();
    }

    /** Where files lie that every server of the installation must see. */
    public Path filesDir() {
        return isSet(Setting.FILES_DIR) ? Path.of(get(Setting.FILES_DIR)).toAbsolutePath() : dataDir();
    }

    /** Where the backups of the installation lie. */
    public Path backupDir() {
        return isSet(Setting.BACKUP_DIR)
                ? Path.of(get(Setting.BACKUP_DIR)).toAbsolutePath()
                : dataDir().resolve("backups");
    }

    public boolean demo() {
        return flag(Setting.DEMO);
    }

    public String companyName() {
        return get(Setting.COMPANY_NAME);
    }

    public ZoneId zone() {
        return ZoneId.of(get(Setting.ZONE));
    }

    public Locale language() {
        return Texts.supported(get(Setting.LANGUAGE));
    }

    public boolean hasMailServer() {
        return isSet(Setting.MAIL_HOST);
    }

    public long maxUploadBytes() {
        return number(Setting.MAX_UPLOAD_MB) * 1024L * 1024L;
    }

    public Duration sessionIdle() {
        return Duration.ofMinutes(number(Setting.SESSION_IDLE_MINUTES));
    }

    public Duration sessionMax() {
        return Duration.ofHours(number(Setting.SESSION_MAX_HOURS));
    }

    public Set<String> trustedProxies() {
        return Stream.of(get(Setting.TRUSTED_PROXIES).split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
