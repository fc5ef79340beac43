package org.vinculo.crm.party;

import java.io.Serializable;
import java.time.LocalDate;

/** A relation as it is entered; a new one has no public id. */
public class RelationForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private RelationType type = RelationType.WORKS_FOR;
    private boolean forward = true;
    private String other;
    private LocalDate from;
    private LocalDate to;
    private String note;

    public boolean isNew() {
        return publicId == null;
    }

    /** Type and direction as one choice: {@code WORKS_FOR.forward}. */
    public String getKind() {
        return type + (forward || type.isMutual() ? ".forward" : ".backward");
    }

    public void setKind(String kind) {
        if (kind != null) {
            int dot = kind.indexOf('.');
            type = RelationType.valueOf(kind.substring(0, dot));
            forward = kind.endsWith(".forward");
        }
    }

    public String getPublicId() {
        return publicId;
    }

    public void setPublicId(String publicId) {
        this.publicId = publicId;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public RelationType getType() {
        return type;
    }

    public void setType(RelationType type) {
        this.type = type;
    }

    public boolean isForward() {
        return forward;
    }

    public void setForward(boolean forward) {
        this.forward = forward;
    }

    /** Public id of the other customer. */
    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
