package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Properties;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.entity.StaffUser;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;

/** Creates the first administrator and an API token from a file, for a start that nobody watches. */
@ApplicationScoped
public class Provisioning {

    private static final int MIN_TOKEN = 32;
    private static final int MAX_TOKEN = 200;

    private final PasswordPolicy policy = new PasswordPolicy(CommonPasswords.load());

    @Inject
    FirstStart firstStart;

    @Inject
    PasswordHasher hasher;

    @Inject
    Journal journal;

    @Inject
    Settings settings;

    /** @throws IllegalArgumentException when a value is missing or too weak; says which */
    @Transactional
    public void apply(Properties values) {
        String email = values.getProperty("admin.email", "").strip();
        String password = values.getProperty("admin.password", "");
        String token = values.getProperty("api.token", "").strip();
        require(EmailAddress.normal(email).isPresent(), "admin.email is not an e-mail address");
        require(policy.objection(password, List.of()).isEmpty(), "admin.password is too short or too common");
        require(
                token.length() >= MIN_TOKEN && token.length() <= MAX_TOKEN,
                "api.token needs " + MIN_TOKEN + " to " + MAX_TOKEN + " characters");
        String name = email.substring(0, email.indexOf('@'));
        StaffUser administrator = firstStart.create(email, name, settings.language(), hasher.hash(password));
        firstStart.createToken("provision", token);
        journal.byOwner("setup.done", administrator, new ClientInfo(null, null, settings.language()), "provision");
    }

    private static void require(boolean fulfilled, String objection) {
        if (!fulfilled) {
            throw new IllegalArgumentException(objection);
        }
    }
}
