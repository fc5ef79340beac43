package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.vinculo.crm.identity.AccountMails;
import org.vinculo.crm.identity.CustomerMatching;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.platform.Settings;

/** The mails about accounts, in the language of their owners. */
@ApplicationScoped
public class AccountNotices {

    private static final String TEXTS = "identity.mail.";

    @Inject
    AccountMails mails;

    @Inject
    Settings settings;

    public void reset(Account account, String link) {
        secret(account, "reset", link);
    }

    public void registration(Account account, String link) {
        secret(account, "registration", link);
    }

    public void alreadyRegistered(Account account) {
        plain(account, "alreadyRegistered", door(account));
    }

    public void staffInvitation(Account account, String invitedBy, String link) {
        mails.send(
                account.getEmail(),
                account.locale(),
                TEXTS + "staffInvitation",
                true,
                account.getDisplayName(),
                link,
                invitedBy);
    }

    public void customerInvitation(Account account, Locale locale, CustomerMatching.Candidate customer, String link) {
        mails.sendAbout(
                customer.id(),
                account.getEmail(),
                locale,
                TEXTS + "customerInvitation",
                true,
                account.getDisplayName(),
                link,
                customer.name());
    }

    public void passwordChanged(Account account) {
        plain(account, "passwordChanged", address(account, "/forgot"));
    }

    public void secondFactorChanged(Account account, boolean on) {
        plain(account, on ? "mfaOn" : "mfaOff", address(account, "/forgot"));
    }

    public void confirmOldAddress(Account account, String newEmail, String link) {
        mails.send(
                account.getEmail(),
                account.locale(),
                TEXTS + "emailOld",
                true,
                account.getDisplayName(),
                link,
                newEmail);
    }

    public void confirmNewAddress(Account account, String newEmail, String link) {
        mails.send(newEmail, account.locale(), TEXTS + "emailNew", true, account.getDisplayName(), link, newEmail);
    }

    /** To the address that the account had until now, because its owner must learn of it there. */
    public void emailChanged(Account account, String formerEmail) {
        mails.send(
                formerEmail,
                account.locale(),
                TEXTS + "emailChanged",
                false,
                account.getDisplayName(),
                address(account, "/forgot"),
                account.getEmail());
    }

    private void secret(Account account, String template, String link) {
        mails.send(account.getEmail(), account.locale(), TEXTS + template, true, account.getDisplayName(), link);
    }

    private void plain(Account account, String template, String link) {
        mails.send(account.getEmail(), account.locale(), TEXTS + template, false, account.getDisplayName(), link);
    }

    private String door(Account account) {
        return address(account, "/signin");
    }

    private String address(Account account, String page) {
        Realm realm = account.realm();
        return settings.address(realm.door() + page);
    }
}
