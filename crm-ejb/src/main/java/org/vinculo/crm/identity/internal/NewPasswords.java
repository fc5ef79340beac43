package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.InvalidInput;

/** Accepts a new password for somebody, or says why not. */
@ApplicationScoped
public class NewPasswords {

    private static final String PRODUCT = "Vínculo";

    private final PasswordPolicy policy = new PasswordPolicy(CommonPasswords.load());

    @Inject
    PasswordHasher hasher;

    @Inject
    Settings settings;

    /**
     * The hash of an acceptable password.
     *
     * @param personal words that must not make up the password: address and name of the person
     * @throws InvalidInput on the named field otherwise
     */
    public String hash(String field, String password, String... personal) {
        List<String> context = new ArrayList<>(Arrays.asList(personal));
        context.add(PRODUCT);
        context.add(settings.companyName());
        policy.objection(password, context).ifPresent(code -> {
            throw InvalidInput.field(field, code, PasswordPolicy.MIN_LENGTH, PasswordPolicy.MAX_LENGTH);
        });
        return hasher.hash(password);
    }

    public String requireEmail(String email) {
        return EmailAddress.require("email", email);
    }
}
