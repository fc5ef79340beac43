package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.vinculo.crm.document.FileOwners;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;

/** Files of mails of whom nobody knows whose they are: those who sort the mail read them, nobody changes them. */
@ApplicationScoped
public class MailFiles implements FileOwners {

    public static final String OWNER = "mail";

    @Inject
    CurrentCaller caller;

    @Override
    public String type() {
        return OWNER;
    }

    @Override
    public boolean mayRead(long ownerId) {
        return caller.has(Permission.MAIL_TRIAGE);
    }

    @Override
    public boolean mayChange(long ownerId) {
        return false;
    }
}
