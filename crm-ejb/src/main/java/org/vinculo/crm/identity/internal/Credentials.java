package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/** Secrets for the boundaries of this room, which do not see how they are made. */
@ApplicationScoped
public class Credentials {

    @Inject
    PasswordHasher hasher;

    @Inject
    Settings settings;

    private String demoHash;

    public String newToken() {
        return Secrets.newToken();
    }

    public String sha256(String secret) {
        return Secrets.sha256(secret);
    }

    /** Of a password that nobody ever saw. */
    public String unknownPasswordHash() {
        return hasher.hash(Secrets.newToken());
    }

    /** Of the password that the demo prints; known to everybody, so no rule for passwords applies. */
    public synchronized String demoPasswordHash() {
        if (demoHash == null) {
            demoHash = hasher.hash(settings.get(Setting.DEMO_PASSWORD));
        }
        return demoHash;
    }
}
