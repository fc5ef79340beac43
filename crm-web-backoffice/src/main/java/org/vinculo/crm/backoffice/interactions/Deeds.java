package org.vinculo.crm.backoffice.interactions;

import jakarta.enterprise.inject.spi.CDI;
import org.vinculo.crm.document.AttachmentService;
import org.vinculo.crm.interaction.InteractionService;
import org.vinculo.crm.interaction.MailService;
import org.vinculo.crm.interaction.TriageService;
import org.vinculo.crm.party.CustomerService;

/** Takes things back; apart, so that what waits in the session holds no service. */
final class Deeds {

    private Deeds() {}

    static void delete(String interaction) {
        interactions().delete(interaction);
    }

    static void restore(String interaction) {
        interactions().restore(interaction);
    }

    static void restoreFile(String file) {
        CDI.current().select(AttachmentService.class).get().restore(file);
    }

    static void takeBackMail(String interaction) {
        CDI.current().select(MailService.class).get().takeBack(interaction);
    }

    static void putBackMail(String mail) {
        CDI.current().select(TriageService.class).get().putBack(mail);
    }

    /** A customer who was made of a mail goes again, and the mail is back on the pile. */
    static void forgetSender(String mail, String customer) {
        putBackMail(mail);
        CDI.current().select(CustomerService.class).get().delete(customer);
    }

    private static InteractionService interactions() {
        return CDI.current().select(InteractionService.class).get();
    }
}
