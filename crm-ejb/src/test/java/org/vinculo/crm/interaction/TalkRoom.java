package org.vinculo.crm.interaction;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.audit.AuditLog;
import org.vinculo.crm.document.AttachmentService;
import org.vinculo.crm.document.Attachments;
import org.vinculo.crm.document.SharedFiles;
import org.vinculo.crm.document.internal.FileStore;
import org.vinculo.crm.document.internal.VirusScanner;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.interaction.internal.InteractionFiles;
import org.vinculo.crm.interaction.internal.InteractionLog;
import org.vinculo.crm.interaction.internal.InteractionPart;
import org.vinculo.crm.interaction.internal.InteractionQuery;
import org.vinculo.crm.interaction.internal.InteractionReader;
import org.vinculo.crm.interaction.internal.LastContacts;
import org.vinculo.crm.interaction.internal.Snapshots;
import org.vinculo.crm.interaction.internal.mail.MailDesk;
import org.vinculo.crm.interaction.internal.mail.MailFiles;
import org.vinculo.crm.interaction.internal.mail.MailboxLedger;
import org.vinculo.crm.interaction.internal.mail.Senders;
import org.vinculo.crm.notification.Outbox;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.PartyTest;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.Money;
import org.vinculo.crm.shared.Plenty;

/** The room of conversations wired by hand, with files in a folder of the test and contacts that cost 2.50 each. */
abstract class TalkRoom extends PartyTest {

    static final String FROM = "crm@company.example";

    @TempDir
    Path data;

    InteractionService interactions;
    TriageService triage;
    MailService mails;
    AttachmentService files;
    SharedFiles opener;
    Attachments attachments;
    MailDesk desk;
    MailboxLedger ledger;
    InteractionPart part;
    FileStore store;
    private Snapshots snapshots;
    Outbox outbox;
    Settings settings;
    ContactLights.State light = ContactLights.State.YES;
    CustomerRef ana;

    @BeforeEach
    void wireTalk() {
        settings = Settings.of(Map.of(
                Setting.DATA_DIR, data.toString(),
                Setting.ZONE, "UTC",
                Setting.MAIL_FROM, FROM,
                Setting.FILES_PER_RECORD, "3",
                Setting.FILE_MAX_MB, "1"));
        StaffDirectory directory = wire(new StaffDirectory());
        ContactTariff tariff = () -> (channel, at, duration) -> Optional.of(Money.of("2.50", "BRL"));
        snapshots = wire(new Snapshots(), just(tariff), directory);
        store = wire(new FileStore(), settings);
        attachments = wire(new Attachments(), settings, callers, store, wire(new VirusScanner(), settings));
        LastContacts contacts = wire(new LastContacts());
        InteractionLog log = wire(new InteractionLog(), callers, snapshots, contacts, none());
        part = wire(new InteractionPart(), log, contacts, callers, customers, settings);
        InteractionReader reader = wire(new InteractionReader(), log, customers, callers, none(), part);
        InteractionQuery query =
                wire(new InteractionQuery(), customers, directory, settings, attachments, none(), wire(new Plenty()));
        InteractionFiles owners = wire(new InteractionFiles(), customers, callers);
        interactions = wire(
                new InteractionService(),
                owners,
                customers,
                service,
                log,
                contacts,
                reader,
                query,
                attachments,
                directory,
                callers);
        Senders senders = wire(new Senders(), attachments);
        desk = wire(new MailDesk(), settings, customers, directory, attachments, senders, snapshots, contacts);
        ledger = wire(new MailboxLedger(), desk);
        outbox = wire(new Outbox(), settings);
        AuditLog audit = wire(new AuditLog(), callers);
        triage = wire(new TriageService(), desk, customers, service, attachments, settings, audit);
        mails = wire(
                new MailService(),
                customers,
                log,
                reader,
                desk,
                attachments,
                outbox,
                settings,
                callers,
                just(new Lights()));
        opener = wire(new SharedFiles(), store, just(owners, wire(new MailFiles(), callers)));
        files = wire(new AttachmentService(), opener);
        ana = customer("Ana", "Talks", "ana@customer.example");
        flushAndClear();
    }

    CustomerRef customer(String given, String family, String email) {
        CustomerForm form = person(given, family);
        form.getContacts().add(contact(ContactPointType.EMAIL, email));
        return service.create(form).ref();
    }

    Snapshots interactionSnapshots() {
        return snapshots;
    }

    static InteractionForm call(String topic) {
        InteractionForm form = new InteractionForm();
        form.setTopic(topic);
        form.setOutcome(Outcome.DONE);
        return form;
    }

    @SafeVarargs
    @SuppressWarnings("unchecked")
    static <T> Instance<T> just(T... beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                TalkRoom.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    List<T> all = new ArrayList<>(List.of(beans));
                    return switch (method.getName()) {
                        case "stream" -> all.stream();
                        case "iterator" -> all.iterator();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    final ContactLights lightsOfAll() {
        return new Lights();
    }

    /** Every customer may be written to as the test says. */
    private final class Lights implements ContactLights {

        @Override
        public List<Purpose> purposes() {
            return List.of(new Purpose("orders", org.vinculo.crm.party.Phrase.value("Orders")));
        }

        @Override
        public List<Light> lights(long customerId, String purpose) {
            return List.of(new Light(
                    org.vinculo.crm.party.Channel.EMAIL,
                    light,
                    null,
                    org.vinculo.crm.party.Phrase.value("they said no")));
        }

        @Override
        public Map<Long, List<Light>> lights(java.util.Collection<Long> customerIds, String purpose) {
            return Map.of();
        }
    }
}
