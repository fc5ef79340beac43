package org.vinculo.crm.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.InvitationService;
import org.vinculo.crm.identity.LinkInvalid;
import org.vinculo.crm.identity.PasswordService;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.SetupService;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.persistence.DatabaseTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.shared.TooManyRequests;

/** A password that everybody tries first gets in nowhere, and people are told why in their language. */
class PasswordDoorsTest extends DatabaseTest {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.7", "Browser", Locale.ENGLISH);
    private static final String PRESENT = "clarinet sleeps two hills";
    private static final String HASH = new PasswordHasher().hash(PRESENT);

    private static final Class<?>[] NO_LINK = {NotFound.class, LinkInvalid.class};

    @TempDir
    static Path folder;

    private final CurrentCaller callers = new CurrentCaller();
    private SetupService setup;
    private InvitationService invitations;
    private PasswordService passwords;
    private Links links;
    private StaffUser joana;

    @BeforeEach
    void wire() {
        Settings settings = Settings.of(Map.of(Setting.COMPANY_NAME, "Torrefazione Aurora"));
        Throttle throttle = wire(new Throttle(), wire(new ThrottleLedger()));
        RequestLimits limits = wire(new RequestLimits(), throttle);
        AccountDirectory directory = wire(new AccountDirectory(), callers);
        PasswordHasher hasher = new PasswordHasher();
        Journal journal = wire(new Journal(), callers);
        links = wire(new Links(), settings);
        NewPasswords fresh = wire(new NewPasswords(), hasher, settings);
        PasswordCheck check =
                wire(new PasswordCheck(), wire(new CredentialReader(), directory), throttle, hasher, journal);
        setup = wire(new SetupService(), links, wire(new FirstStart(), settings, links), fresh, limits, journal);
        invitations = wire(new InvitationService(), links, limits, fresh, journal, wire(new Memberships()));
        passwords = wire(new PasswordService(), directory, links, limits, fresh, check, journal);
        joana = new StaffUser(
                "joana" + System.nanoTime() + "@example.org", "Joana", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        joana.takePassword(HASH, NOW);
        em.persist(joana);
        em.flush();
        callers.bind(new Caller(
                Caller.Kind.STAFF,
                joana.getId(),
                "Joana",
                null,
                null,
                Map.of(),
                null,
                "192.0.2.7",
                null,
                "test",
                Locale.ENGLISH,
                ZoneOffset.UTC));
    }

    @AfterEach
    void unbind() {
        callers.bind(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1234", "Sommer2026!!", "Mailcreated5240", "manchesterunited"})
    void whatIsTriedFirstIsRefusedAtEveryDoor(String password) {
        String setUp = links.issue(Purpose.SETUP, null, null, null);
        String reset = links.issue(Purpose.RESET, joana, null, null);
        StaffUser colleague = invited();
        String invitation = links.issue(Purpose.STAFF_INVITATION, colleague, null, null);
        PortalAccount customer = registered();
        String registration = links.issue(Purpose.REGISTRATION, customer, null, null);
        em.flush();

        refused(() -> setup.createFirstAdministrator(setUp, "Ana", "ana@example.org", password, CLIENT));
        refused(() -> invitations.accept(Realm.STAFF, invitation, "Colleague", password, CLIENT));
        refused(() -> invitations.accept(Realm.CUSTOMER, registration, "Customer", password, CLIENT));
        refused(() -> passwords.reset(Realm.STAFF, reset, password, CLIENT));
        refused(() -> passwords.change(PRESENT, password, "session", CLIENT));

        assertThat(setup.isOpen(setUp)).isTrue();
        assertThat(joana.getPasswordHash()).isEqualTo(HASH);
        assertThat(colleague.getPasswordHash()).isNull();
        assertThat(customer.getPasswordHash()).isNull();
        assertThat(links.look(reset, Purpose.RESET)).isPresent();
        assertThat(links.look(invitation, Purpose.STAFF_INVITATION)).isPresent();
        assertThat(links.look(registration, Purpose.REGISTRATION)).isPresent();
    }

    @Test
    void whoTriesLinksWithoutEndHasToWaitAndNobodyElse() {
        ClientInfo other = new ClientInfo("192.0.2.8", "Browser", Locale.ENGLISH);
        for (Consumer<ClientInfo> door : List.<Consumer<ClientInfo>>of(
                client -> setup.createFirstAdministrator("x", "Ana", "ana@example.org", "x", client),
                client -> invitations.accept(Realm.STAFF, "x", "Ana", "x", client),
                client -> passwords.reset(Realm.STAFF, "x", "x", client))) {
            for (int i = 0; i < 30; i++) {
                assertThatThrownBy(() -> door.accept(CLIENT)).as("try %d", i).isInstanceOfAny(NO_LINK);
            }

            assertThatThrownBy(() -> door.accept(CLIENT)).isInstanceOf(TooManyRequests.class);
            assertThatThrownBy(() -> door.accept(other)).isInstanceOfAny(NO_LINK);
        }
    }

    @Test
    void aFileForTheFirstStartChangesNothingLater() throws IOException {
        Path file = Files.writeString(
                folder.resolve("provision.properties"),
                "admin.email=thief@example.org\nadmin.password=" + PRESENT + "\napi.token=" + "t".repeat(40) + "\n");
        Settings settings = Settings.of(Map.of(Setting.PROVISION_FILE, file.toString()));
        FirstStart firstStart = wire(new FirstStart(), settings, links);
        firstStart.seedRoles();
        firstStart.create("ana@example.org", "Ana", Locale.ENGLISH, HASH);
        Provisioning provisioning = wire(new Provisioning(), firstStart, settings, new PasswordHasher());
        FirstStartRunner runner = wire(new FirstStartRunner(), firstStart, provisioning, settings);

        leavesEverythingAsItWas(runner::run);
    }

    /** The words that somebody who attacks this very company tries first. */
    @ParameterizedTest
    @ValueSource(strings = {"TorrefazioneAurora1", "torrefazione-aurora", "Vinculo-Crm-47", "joana-marques1"})
    void whatEverybodyHereWouldThinkOfIsRefused(String password) {
        StaffUser colleague = invited();
        String invitation = links.issue(Purpose.STAFF_INVITATION, colleague, null, null);
        em.flush();

        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> invitations.accept(Realm.STAFF, invitation, "Joana Marques", password, CLIENT));

        assertThat(refusal).isNotNull();
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly("identity.error.passwordContext");
    }

    private StaffUser invited() {
        StaffUser account = new StaffUser(
                "colleague" + System.nanoTime() + "@example.org", "Colleague", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(account);
        return account;
    }

    private PortalAccount registered() {
        PortalAccount account = new PortalAccount(
                "customer" + System.nanoTime() + "@example.org", "Customer", Locale.ENGLISH, ZoneOffset.UTC, NOW);
        em.persist(account);
        return account;
    }

    private static void refused(ThrowingCallable deed) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, deed);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("password");
        Set<String> told = new HashSet<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"))) {
            told.add(refusal.errors().get(0).text(language));
            assertThat(refusal.errors().get(0).text(language))
                    .isEqualTo(Texts.text(language, "identity.error.passwordCommon"));
        }
        assertThat(told).hasSize(3);
    }
}
