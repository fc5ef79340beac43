package org.vinculo.crm.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import org.vinculo.crm.identity.ClientInfo;
import org.vinculo.crm.identity.LinkInvalid;
import org.vinculo.crm.identity.Realm;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.shared.EmailAddress;
import org.vinculo.crm.shared.Normal;

/** A change of address needs the word of both: the old one, so that nobody steals the account, and the new one. */
@ApplicationScoped
public class EmailChanges {

    private static final String PAGE = "/confirm-email";

    @Inject
    Links links;

    @Inject
    AccountDirectory directory;

    @Inject
    AccountNotices notices;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    /** Sends both links. Whether the new address is taken already nobody learns before its owner confirms. */
    public void ask(Account account, String email) {
        EmailAddress.require("email", email);
        account.wishEmail(email);
        links.revoke(account, EnumSet.of(Purpose.EMAIL_OLD, Purpose.EMAIL_NEW));
        String wish = account.getNewEmail();
        String old = links.issue(Purpose.EMAIL_OLD, account, null, wish);
        String fresh = links.issue(Purpose.EMAIL_NEW, account, null, wish);
        notices.confirmOldAddress(account, wish, links.address(account.realm(), PAGE, old));
        notices.confirmNewAddress(account, wish, links.address(account.realm(), PAGE, fresh));
    }

    /** @throws LinkInvalid when the link does not work, or the address was taken meanwhile */
    public boolean confirm(Realm realm, String token, ClientInfo client) {
        AccountToken link = links.look(token, Purpose.EMAIL_OLD, Purpose.EMAIL_NEW)
                .filter(found -> found.getAccount().realm() == realm)
                .filter(found -> found.getPayload().equals(found.getAccount().getNewEmail()))
                .orElseThrow(LinkInvalid::new);
        Account account = link.getAccount();
        if (directory.find(realm, Normal.email(link.getPayload())).isPresent()) {
            throw new LinkInvalid();
        }
        if (links.use(token, link.getPurpose()).isEmpty()) {
            throw new LinkInvalid();
        }
        String former = account.getEmail();
        boolean complete = account.confirmNewEmail(link.getPurpose() == Purpose.EMAIL_OLD, clock.instant());
        if (complete) {
            links.revokeAll(account);
            notices.emailChanged(account, former);
            journal.byOwner("email.changed", account, client, null);
        }
        return complete;
    }
}
