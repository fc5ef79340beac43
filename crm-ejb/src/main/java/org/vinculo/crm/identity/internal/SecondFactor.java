package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.vinculo.crm.identity.TotpEnrolment;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.RecoveryCode;
import org.vinculo.crm.platform.Settings;

/** Authenticator codes and recovery codes of accounts. */
@ApplicationScoped
public class SecondFactor {

    private static final String KEY_FILE = "secret.key";

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    private volatile SecretBox box;

    public TotpEnrolment propose(Account account) {
        String secret = Totp.newSecret();
        QrSvg.Drawing drawing = QrSvg.draw(Totp.keyUri(settings.companyName(), account.getEmail(), secret));
        return new TotpEnrolment(secret, drawing.size(), drawing.path());
    }

    /** Whether a code is right, which uses it up. */
    public boolean accept(Account account, String code) {
        return acceptTotp(account, code) || acceptRecoveryCode(account, code);
    }

    private boolean acceptTotp(Account account, String code) {
        if (!account.hasTotp()) {
            return false;
        }
        String secret = box().unseal(account.getTotpSecret(), account.totpOwner());
        OptionalLong step = Totp.matchingStep(secret, code, clock.instant(), account.getTotpLastStep());
        return step.isPresent() && Touches.useTotpStep(em, account.getId(), step.getAsLong());
    }

    private boolean acceptRecoveryCode(Account account, String code) {
        String normal = Secrets.normalRecoveryCode(code);
        if (!account.hasTotp() || normal.length() < 16) {
            return false;
        }
        return em.createQuery("update RecoveryCode r set r.usedAt = :now"
                                + " where r.account = :account and r.codeHash = :hash and r.usedAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("account", account)
                        .setParameter("hash", Secrets.sha256(normal))
                        .executeUpdate()
                == 1;
    }

    /** Takes a proposed secret into use if the code proves that the app has it; the recovery codes, or none. */
    public List<String> enable(Account account, String secret, String code) {
        OptionalLong step = Totp.matchingStep(secret, code, clock.instant(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        account.enableTotp(box().seal(secret, account.totpOwner()), step.getAsLong(), clock.instant());
        return newRecoveryCodes(account);
    }

    public List<String> newRecoveryCodes(Account account) {
        forgetRecoveryCodes(account);
        List<String> codes = Secrets.newRecoveryCodes();
        codes.forEach(code -> em.persist(new RecoveryCode(account, Secrets.sha256(Secrets.normalRecoveryCode(code)))));
        return codes;
    }

    public void disable(Account account) {
        account.disableTotp();
        forgetRecoveryCodes(account);
    }

    public long recoveryCodesLeft(Account account) {
        return em.createQuery(
                        "select count(r) from RecoveryCode r where r.account = :account and r.usedAt is null",
                        Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    private void forgetRecoveryCodes(Account account) {
        em.createQuery("delete from RecoveryCode r where r.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    private SecretBox box() {
        if (box == null) {
            box = SecretBox.open(settings.filesDir().resolve(KEY_FILE));
        }
        return box;
    }
}
