package org.vinculo.crm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.vinculo.crm.identity.entity.Account;
import org.vinculo.crm.identity.entity.AccountToken;
import org.vinculo.crm.identity.entity.AccountToken.Purpose;
import org.vinculo.crm.identity.entity.PortalAccount;
import org.vinculo.crm.identity.internal.Journal;
import org.vinculo.crm.identity.internal.Links;
import org.vinculo.crm.identity.internal.Memberships;
import org.vinculo.crm.identity.internal.NewPasswords;
import org.vinculo.crm.identity.internal.RequestDesk;
import org.vinculo.crm.identity.internal.RequestLimits;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;

/** How people get an account: invited by staff, or by registering themselves at the portal. */
@Stateless
@Boundary
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class InvitationService {

    @Inject
    Links links;

    @Inject
    RequestDesk desk;

    @Inject
    RequestLimits limits;

    @Inject
    NewPasswords passwords;

    @Inject
    Memberships memberships;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    /**
     * Registers at the portal. The answer is the same whether the address is known or not: a mail goes out, and
     * nothing is matched with a customer before the address has been proved.
     *
     * @throws InvalidInput when name or address cannot be right
     */
    public void register(String name, String email, ClientInfo client) {
        String line = requireName(name);
        String address = passwords.requireEmail(email);
        limits.require("register", Realm.CUSTOMER, address, client);
        desk.register(line, email.strip(), client);
    }

    /** What a link to an account offers; empty when it does not work. Does not use it up. */
    public Optional<InvitationView> look(Realm realm, String token) {
        return link(realm, token).map(this::view);
    }

    /**
     * Accepts an invitation or completes a registration.
     *
     * @param password the password of a new account; ignored when the account has one
     * @throws LinkInvalid when the link does not work, or somebody else used it first
     * @throws InvalidInput on {@code name} or {@code password}
     */
    public void accept(Realm realm, String token, String name, String password, ClientInfo client) {
        limits.require("accept", realm, "", client);
        AccountToken link = link(realm, token).orElseThrow(LinkInvalid::new);
        Account account = link.getAccount();
        boolean fresh = account.getPasswordHash() == null;
        String line = fresh ? requireName(name) : account.getDisplayName();
        String hash = fresh ? passwords.hash("password", password, account.getEmail(), line) : null;
        if (links.use(token, link.getPurpose()).isEmpty()) {
            throw new LinkInvalid();
        }
        if (fresh) {
            account.present(line, client.locale(), account.zoneId(), account.getTheme());
            account.takePassword(hash, clock.instant());
        }
        account.verifyEmail(clock.instant());
        if (account instanceof PortalAccount person) {
            memberships.join(person, link);
        }
        journal.byOwner("account.accepted", account, client, link.getPurpose().name());
    }

    private Optional<AccountToken> link(Realm realm, String token) {
        Optional<AccountToken> found = realm == Realm.STAFF
                ? links.look(token, Purpose.STAFF_INVITATION)
                : links.look(token, Purpose.CUSTOMER_INVITATION, Purpose.REGISTRATION);
        return found.filter(link -> link.getAccount().realm() == realm)
                .filter(link -> link.getAccount().getStatus() != AccountStatus.DISABLED);
    }

    private InvitationView view(AccountToken link) {
        Account account = link.getAccount();
        return new InvitationView(
                account.getEmail(),
                account.getDisplayName(),
                memberships.customerName(link),
                account.getPasswordHash() == null);
    }

    private static String requireName(String name) {
        String line = Normal.line(name);
        if (line == null || line.length() > 200) {
            throw InvalidInput.field("name", line == null ? "required" : "tooLong", 200);
        }
        return line;
    }
}
