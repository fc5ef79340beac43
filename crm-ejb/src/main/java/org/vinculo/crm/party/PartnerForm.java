package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.LocalDate;

/** What makes a customer a partner. */
public class PartnerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private PartnerKind kind = PartnerKind.RESELLER;
    private String territory;
    private String productScope;
    private LocalDate since;
    private LocalDate until;

    public PartnerKind getKind() {
        return kind;
    }

    public void setKind(PartnerKind kind) {
        this.kind = kind;
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getProductScope() {
        return productScope;
    }

    public void setProductScope(String productScope) {
        this.productScope = productScope;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
