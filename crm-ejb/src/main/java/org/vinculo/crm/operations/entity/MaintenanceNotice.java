package org.vinculo.crm.operations.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.vinculo.crm.audit.Audited;
import org.vinculo.crm.shared.BaseEntity;

/** Announced maintenance: what people read, from when until when, and whether the doors are closed meanwhile. */
@Entity
@Table(name = "maintenance_notice")
@Audited(name = "maintenance")
public class MaintenanceNotice extends BaseEntity {

    @Column(name = "text_en", length = 500)
    private String textEn;

    @Column(name = "text_pt", length = 500)
    private String textPt;

    @Column(name = "text_es", length = 500)
    private String textEs;

    @Column(name = "from_at", nullable = false)
    private Instant fromAt;

    @Column(name = "until_at", nullable = false)
    private Instant untilAt;

    @Column(name = "closed", nullable = false)
    private boolean closed;

    public void announce(Instant from, Instant until, boolean doorsClosed) {
        fromAt = from;
        untilAt = until;
        closed = doorsClosed;
    }

    /** What people read in a language; null gives them the text of the product. */
    public void say(Locale locale, String text) {
        switch (locale.getLanguage()) {
            case "pt" -> textPt = text;
            case "es" -> textEs = text;
            default -> textEn = text;
        }
    }

    public String textIn(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt" -> textPt;
            case "es" -> textEs;
            default -> textEn;
        };
    }

    public Instant getFromAt() {
        return fromAt;
    }

    public Instant getUntilAt() {
        return untilAt;
    }

    public boolean isClosed() {
        return closed;
    }
}
