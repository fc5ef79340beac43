package org.vinculo.crm.consent.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.persistence.annotations.ReadOnly;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/**
 * One edition of what a person reads before saying yes or no, in one language. Never changed, so every server keeps it.
 *
 * <p>Read with its purpose in one statement: were there a second one and it failed, what is kept would stay half.
 */
@Entity
@Cacheable
@ReadOnly
@Table(name = "consent_wording")
@NamedQuery(
        name = ConsentWording.OF_LANGUAGE,
        query = "select w from ConsentWording w join fetch w.purpose where w.language = :language order by w.edition",
        hints = @QueryHint(name = QueryHints.QUERY_RESULTS_CACHE, value = HintValues.TRUE))
public class ConsentWording {

    public static final String OF_LANGUAGE = "ConsentWording.ofLanguage";

    @Id
    @Column(name = "id")
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "purpose_id", nullable = false, updatable = false)
    private ConsentPurpose purpose;

    @Column(name = "edition", nullable = false, updatable = false)
    private int edition;

    @Column(name = "language", nullable = false, updatable = false, length = 10)
    private String language;

    @Column(name = "title", nullable = false, updatable = false, length = 120)
    private String title;

    @Column(name = "explanation", nullable = false, updatable = false, length = 600)
    private String explanation;

    @Column(name = "published_at", nullable = false, updatable = false)
    private Instant publishedAt;

    protected ConsentWording() {}

    public ConsentPurpose getPurpose() {
        return purpose;
    }

    public int getEdition() {
        return edition;
    }

    public String getLanguage() {
        return language;
    }

    public String getTitle() {
        return title;
    }

    public String getExplanation() {
        return explanation;
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }
}
