package org.vinculo.crm.interaction.internal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.vinculo.crm.notification.LetterPermission;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactLights;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/** Letters to customers leave only as long as the customer may be written to for their purpose. */
@ApplicationScoped
public class LettersAllowed implements LetterPermission {

    @Inject
    Instance<ContactLights> lights;

    @Inject
    Settings settings;

    /** A customer who only wants to be asked later said yes when it was written. */
    @Override
    public Optional<String> refusal(long customerId, String purpose) {
        Locale locale = settings.language();
        try {
            return lights.stream()
                    .flatMap(each -> each.lights(customerId, purpose).stream())
                    .filter(light -> light.channel() == Channel.EMAIL)
                    .filter(light -> light.state() == ContactLights.State.NO)
                    .findFirst()
                    .map(light -> Texts.text(
                            locale,
                            "interaction.write.withheld",
                            Phrases.write(light.reason(), locale, settings.zone())));
        } catch (NotFound gone) {
            return Optional.of(Texts.text(locale, "interaction.write.noWay"));
        }
    }
}
