package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.ConsentState;
import org.vinculo.crm.consent.Frequency;
import org.vinculo.crm.consent.PastPreference;
import org.vinculo.crm.consent.PastWord;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Teller;
import org.vinculo.crm.consent.Topic;
import org.vinculo.crm.consent.entity.Consent;
import org.vinculo.crm.consent.entity.ConsentEvidence;
import org.vinculo.crm.consent.entity.ConsentPurpose;
import org.vinculo.crm.consent.entity.ConsentWording;
import org.vinculo.crm.consent.entity.ContactPreference;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.NotFound;

/** Writes what was said elsewhere, with few statements for many customers. */
@ApplicationScoped
public class PastDesk {

    private static final Set<ConsentState> SAYABLE =
            Set.of(ConsentState.GRANTED, ConsentState.DENIED, ConsentState.WITHDRAWN);
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    Wordings wordings;

    @Inject
    Ledger ledger;

    public Batch open(List<Long> customers) {
        Map<Key, Consent> consents = new HashMap<>();
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            Collection<Long> some = customers.subList(from, Math.min(customers.size(), from + AT_ONCE));
            for (Consent consent : em.createQuery(
                            "select c from Consent c where c.customerId in :customers", Consent.class)
                    .setParameter("customers", some)
                    .getResultList()) {
                consents.put(Key.of(consent), consent);
            }
        }
        Map<String, ConsentPurpose> purposes =
                wordings.purposes().stream().collect(Collectors.toMap(ConsentPurpose::getCode, purpose -> purpose));
        return new Batch(consents, purposes);
    }

    public void prefer(PastPreference said) {
        ContactPreference preference = new ContactPreference(said.customerId(), said.madeAt());
        em.persist(preference);
        preference.prefer(said.first(), said.second());
        note(said, Topic.FIRST_CHANNEL, said.first());
        note(said, Topic.SECOND_CHANNEL, said.second());
        if (said.hours() != null) {
            preference.reachWithin(said.hours());
            note(said, Topic.HOURS, said.hours().code());
        }
        if (said.frequency() != null && said.frequency() != Frequency.ALL) {
            preference.hearFrom(said.frequency());
            note(said, Topic.FREQUENCY, said.frequency());
        }
        preference.pauseUntil(said.pausedUntil());
        note(said, Topic.PAUSE, said.pausedUntil());
        preference.stopMarketing(said.stoppedAt());
        note(said, Topic.STOP, said.stoppedAt() == null ? null : "on");
    }

    private void note(PastPreference said, Topic topic, Object value) {
        if (value != null) {
            ledger.add(ConsentEvidence.about(said.customerId(), topic, said.actor(), said.source(), said.madeAt())
                    .change(null, value.toString()));
        }
    }

    private record Key(long customer, String purpose, Channel channel) {
        static Key of(Consent consent) {
            return new Key(consent.getCustomerId(), consent.getPurpose().getCode(), consent.getChannel());
        }
    }

    /** The consents of some customers while words about them are written. */
    public final class Batch {
        private final Map<Key, Consent> consents;
        private final Map<String, ConsentPurpose> purposes;
        private final Map<Locale, Map<String, ConsentWording>> texts = new HashMap<>();

        private Batch(Map<Key, Consent> consents, Map<String, ConsentPurpose> purposes) {
            this.consents = consents;
            this.purposes = purposes;
        }

        public boolean record(PastWord word) {
            ConsentPurpose purpose = purposes.get(word.purpose());
            if (purpose == null) {
                throw new NotFound();
            }
            check(word, purpose);
            Key key = new Key(word.customerId(), word.purpose(), word.channel());
            Consent consent = consents.get(key);
            ConsentState before = consent == null ? ConsentState.UNKNOWN : consent.stateAt(word.madeAt());
            if (before == word.state() || overrules(word, before)) {
                return false;
            }
            write(word, purpose, key, before);
            return true;
        }

        private void check(PastWord word, ConsentPurpose purpose) {
            boolean sayable =
                    SAYABLE.contains(word.state()) && purpose.toPurpose().offers(word.channel());
            if (!sayable) {
                throw InvalidInput.field("channel", "consent.error.channelNotOffered");
            }
            Teller teller = new Teller(word.actor(), word.source(), word.toldOn(), word.note());
            teller.requireSource();
            if (word.state() == ConsentState.GRANTED) {
                LocalDate day = word.madeAt().atZone(ZoneOffset.UTC).toLocalDate();
                teller.requireEvidence(day.plusDays(1));
            }
        }

        private boolean overrules(PastWord word, ConsentState before) {
            boolean brought = word.source() == Source.IMPORT || word.source() == Source.API;
            return before.isRefusal() && word.state() == ConsentState.GRANTED && brought;
        }

        private void write(PastWord word, ConsentPurpose purpose, Key key, ConsentState before) {
            Consent consent = consents.get(key);
            if (consent == null) {
                consent = new Consent(word.customerId(), purpose, word.channel(), word.state(), word.madeAt());
                em.persist(consent);
                consents.put(key, consent);
            } else {
                consent.become(word.state(), word.madeAt());
            }
            ledger.add(
                    ConsentEvidence.about(word.customerId(), Topic.CONSENT, word.actor(), word.source(), word.madeAt())
                            .consent(purpose, word.channel(), read(word))
                            .change(before.name(), word.state().name())
                            .reaching(word.address())
                            .told(word.toldOn(), word.note()));
        }

        /** Nobody read our wording where the word was brought from elsewhere. */
        private ConsentWording read(PastWord word) {
            if (word.source() == Source.IMPORT) {
                return null;
            }
            return Objects.requireNonNull(texts.computeIfAbsent(word.actor().locale(), wordings::newest)
                    .get(word.purpose()));
        }
    }
}
