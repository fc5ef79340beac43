package org.vinculo.crm.consent.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.persistence.annotations.ReadOnly;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.Enforcement;
import org.vinculo.crm.consent.LegalBasis;
import org.vinculo.crm.consent.Purpose;
import org.vinculo.crm.shared.BaseEntity;

/**
 * A purpose as it is stored. Comes with the schema and never changes while a server runs, so every server keeps it.
 *
 * <p>The channels are read when somebody asks for them. Read together with the purpose, by a second statement, they would
 * be missing for as long as the server runs once that statement failed.
 */
@Entity
@Cacheable
@ReadOnly
@Table(name = "consent_purpose")
@NamedQuery(
        name = ConsentPurpose.ALL,
        query = "select p from ConsentPurpose p order by p.displayOrder, p.id",
        hints = @QueryHint(name = QueryHints.QUERY_RESULTS_CACHE, value = HintValues.TRUE))
public class ConsentPurpose extends BaseEntity {

    public static final String ALL = "ConsentPurpose.all";

    @Column(name = "code", nullable = false, unique = true, updatable = false, length = 40)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "legal_basis", nullable = false, length = 24)
    private LegalBasis legalBasis;

    @Enumerated(EnumType.STRING)
    @Column(name = "enforcement", nullable = false, length = 16)
    private Enforcement enforcement;

    @Column(name = "allowed_by_default", nullable = false)
    private boolean allowedByDefault;

    @Column(name = "valid_months")
    private Integer validMonths;

    @Column(name = "display_order", nullable = false)
    private int displayOrder;

    @ElementCollection
    @CollectionTable(name = "consent_purpose_channel", joinColumns = @JoinColumn(name = "purpose_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, length = 12)
    private Set<Channel> channels = EnumSet.noneOf(Channel.class);

    protected ConsentPurpose() {}

    public Purpose toPurpose() {
        return new Purpose(code, legalBasis, enforcement, allowedByDefault, channels);
    }

    /** When a consent given at this moment ends, or null when it holds until it is withdrawn. */
    public Instant endOfConsent(Instant given) {
        return validMonths == null
                ? null
                : given.atZone(ZoneOffset.UTC).plusMonths(validMonths).toInstant();
    }

    public String getCode() {
        return code;
    }
}
