package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.entity.ConsentPurpose;
import org.vinculo.crm.consent.entity.ConsentWording;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.shared.Texts;

/** The purposes and the newest edition of their wording. */
@ApplicationScoped
public class Wordings {

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    public List<ConsentPurpose> purposes() {
        return em.createNamedQuery(ConsentPurpose.ALL, ConsentPurpose.class).getResultList();
    }

    public ConsentPurpose require(String code) {
        return purposes().stream()
                .filter(purpose -> purpose.getCode().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The newest edition per purpose code, in the language nearest to the wanted one. */
    public Map<String, ConsentWording> newest(Locale locale) {
        Map<String, ConsentWording> newest = new HashMap<>();
        for (ConsentWording wording : em.createNamedQuery(ConsentWording.OF_LANGUAGE, ConsentWording.class)
                .setParameter("language", Texts.supported(locale).toLanguageTag())
                .getResultList()) {
            newest.put(wording.getPurpose().getCode(), wording);
        }
        return newest;
    }

    public Map<String, String> titles(Locale locale) {
        return newest(locale).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .getTitle()));
    }
}
