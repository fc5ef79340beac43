package org.vinculo.crm.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The effective settings: command line, system property, environment, file in the data folder, default. */
final class Configuration {
    private static final String FILE = "crm.properties";
    private static final int HIGHEST_PORT = 65_535;
    private static final String DERBY_DRIVER = "org.apache.derby.jdbc.EmbeddedDriver";

    private final Options options;
    private final Map<String, String> environment;
    private final Map<String, String> file = new TreeMap<>();
    private final Path data;
    private final int port;
    private final InetAddress address;

    private Configuration(Options options, Map<String, String> environment) throws StartFailure {
        this.options = options;
        this.environment = environment;
        data = path(given(Setting.DATA).orElse("crm-data"), "data folder");
        readFile();
        port = readPort();
        address = readAddress();
        requireAddresses();
        requireEncryption(Setting.MAIL_TLS);
        requireEncryption(Setting.MAIL_IN_TLS);
        requireNumber(Setting.UPLOAD_MAX, "100");
        requireNumber(Setting.DB_STATEMENT_SECONDS, "120");
        requireValuesApart();
        if (driver().isEmpty()) {
            throw new StartFailure("no driver is known for " + Setting.DB_URL + "; set " + Setting.DB_DRIVER + ".");
        }
    }

    static Configuration of(Options options, Map<String, String> environment) throws StartFailure {
        return new Configuration(options, environment);
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    InetAddress address() {
        return address;
    }

    boolean demo() {
        return given(Setting.DEMO).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<Path> provisionFile() throws StartFailure {
        Optional<String> value = given(Setting.PROVISION);
        return value.isEmpty() ? Optional.empty() : Optional.of(path(value.get(), "provision file"));
    }

    String databaseUrl() {
        return given(Setting.DB_URL).orElse("jdbc:derby:" + data.resolve("db") + ";create=true");
    }

    Optional<String> driver() {
        Optional<String> driver = given(Setting.DB_DRIVER);
        if (driver.isPresent()) {
            return driver;
        }
        if (databaseUrl().startsWith("jdbc:derby:")) {
            return Optional.of(DERBY_DRIVER);
        }
        return databaseUrl().startsWith("jdbc:postgresql:") ? Optional.of("org.postgresql.Driver") : Optional.empty();
    }

    boolean derby() {
        return driver().filter(DERBY_DRIVER::equals).isPresent();
    }

    String databaseUser() {
        return given(Setting.DB_USER).orElse("crm");
    }

    String databasePassword() {
        return given(Setting.DB_PASSWORD).orElse(derby() ? "crm" : "");
    }

    /** Where files lie that every server of the installation must see. */
    Path files() throws StartFailure {
        Optional<String> value = given(Setting.FILES);
        return value.isEmpty() ? data : path(value.get(), "folder of files");
    }

    Path backups() throws StartFailure {
        Optional<String> value = given(Setting.BACKUPS);
        return value.isEmpty() ? data.resolve("backups") : path(value.get(), "folder of backups");
    }

    boolean logAsJson() throws StartFailure {
        String value = given(Setting.LOG_FORMAT).orElse("text").strip();
        if (!value.equals("text") && !value.equals("json")) {
            throw new StartFailure(Setting.LOG_FORMAT + " is neither text nor json: " + value);
        }
        return value.equals("json");
    }

    private void requireEncryption(String setting) throws StartFailure {
        String value = given(setting).orElse("starttls").strip();
        if (!value.matches("(?i)starttls|ssl|none")) {
            throw new StartFailure(setting + " is neither starttls, ssl nor none: " + value);
        }
    }

    /** Values go to the database beside the statements; in this mode its driver would write them into the text. */
    private void requireValuesApart() throws StartFailure {
        String url = databaseUrl();
        for (String option : url.substring(url.indexOf('?') + 1).split("&")) {
            if (decoded(option).equalsIgnoreCase("preferQueryMode=simple")) {
                throw new StartFailure(Setting.DB_URL + " must not ask for preferQueryMode=simple.");
            }
        }
    }

    private static String decoded(String option) {
        try {
            return URLDecoder.decode(option, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return option;
        }
    }

    private void requireNumber(String setting, String byDefault) throws StartFailure {
        String value = given(setting).orElse(byDefault).strip();
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new StartFailure(setting + " is not a number: " + value);
        }
    }

    /** Host and port as a person on this machine would type them. */
    String localUrl() {
        String host = address.isAnyLocalAddress() || address.isLoopbackAddress() ? "localhost" : literal(address);
        return "http://" + host + ":" + port;
    }

    static String literal(InetAddress address) {
        String literal = address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    /**
     * Makes the settings visible to MicroProfile Config as system properties. What comes from the environment is left to
     * the environment: a system property would hide it from whoever looks for the origin of a value.
     */
    void publish() throws StartFailure {
        options.settings().forEach(System::setProperty);
        file.forEach(this::publishUnlessGiven);
        System.setProperty(Setting.DATA, data.toString());
        System.setProperty(Setting.DEMO, Boolean.toString(demo()));
        System.setProperty(Setting.PORT, Integer.toString(port));
        Optional<Path> provision = provisionFile();
        if (provision.isPresent()) {
            System.setProperty(Setting.PROVISION, provision.get().toString());
        }
        publishUnlessGiven(Setting.BASE_URL, localUrl());
        publishUnlessGiven(Setting.DB_DRIVER, driver().orElseThrow());
        publishUnlessGiven(Setting.DB_URL, databaseUrl());
        publishUnlessGiven(Setting.DB_USER, databaseUser());
        publishUnlessGiven(Setting.DB_PASSWORD, databasePassword());
    }

    private void publishUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null && environment.get(environmentName(name)) == null) {
            System.setProperty(name, value);
        }
    }

    private Optional<String> given(String name) {
        return options.setting(name)
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(environment.get(environmentName(name))))
                .or(() -> Optional.ofNullable(file.get(name)))
                .filter(value -> !value.isBlank());
    }

    static String environmentName(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether people come by https, as the published base address says. */
    static boolean isReachedByTls() {
        String address = System.getProperty(Setting.BASE_URL, System.getenv(environmentName(Setting.BASE_URL)));
        return address != null && address.strip().regionMatches(true, 0, "https:", 0, 6);
    }

    Path settingsFile() {
        return data.resolve(FILE);
    }

    /** Whether the file, and not only the environment, names a secret. */
    boolean holdsSecrets() {
        return file.entrySet().stream()
                .anyMatch(entry -> entry.getKey().matches(".*(password|secret|token|key)")
                        || entry.getValue().contains("password="));
    }

    private void readFile() throws StartFailure {
        Path source = data.resolve(FILE);
        if (!Files.exists(source)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(source, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("cannot read " + source + ": " + e.getMessage(), e);
        }
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith(Setting.PREFIX)) {
                throw new StartFailure("unknown setting " + name + " in " + source + ".");
            }
            file.put(name, properties.getProperty(name).strip());
        }
    }

    private int readPort() throws StartFailure {
        String value = given(Setting.PORT).orElse("8080").strip();
        try {
            int number = Integer.parseInt(value);
            if (number > 0 && number <= HIGHEST_PORT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw StartFailure.usage("Not a port: " + value + ".");
        }
        throw StartFailure.usage("Not a port: " + value + ".");
    }

    private InetAddress readAddress() throws StartFailure {
        String value = given(Setting.ADDRESS).orElse(demo() ? "127.0.0.1" : "0.0.0.0");
        InetAddress result;
        try {
            result = InetAddress.getByName(value.strip());
        } catch (UnknownHostException e) {
            throw new StartFailure("unknown address " + value + " in " + Setting.ADDRESS + ".", e);
        }
        if (demo() && !result.isLoopbackAddress()) {
            throw new StartFailure("--demo has known passwords and listens on this machine only; " + Setting.ADDRESS
                    + " " + value + " is refused.");
        }
        return result;
    }

    private void requireAddresses() throws StartFailure {
        Optional<URI> server = address(Setting.BASE_URL);
        Optional<URI> portal = address(Setting.PORTAL_BASE_URL);
        if (portal.isPresent()
                && !portal.get().getScheme().equals(server.map(URI::getScheme).orElse("http"))) {
            throw new StartFailure(Setting.PORTAL_BASE_URL + " and " + Setting.BASE_URL
                    + " must both start with https:// or both with http://.");
        }
    }

    private Optional<URI> address(String setting) throws StartFailure {
        Optional<String> value = given(setting).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = URI.create(value.get());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(setting + " is not a URL: " + value.get(), e);
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new StartFailure(setting + " must start with http:// or https:// and name a host: " + value.get());
        }
        return Optional.of(uri);
    }

    private static Path path(String value, String what) throws StartFailure {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartFailure("not a path for the " + what + ": " + value, e);
        }
    }
}
