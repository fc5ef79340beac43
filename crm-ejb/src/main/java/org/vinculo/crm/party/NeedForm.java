package org.vinculo.crm.party;

import java.io.Serializable;

/** A need or preference as it is written down. The public id of a new one is null. */
public class NeedForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private NeedKind kind = NeedKind.NEED;
    private NeedBasis basis = NeedBasis.STATED;
    private String text;
    private String originNote;

    public boolean isNew() {
        return publicId == null;
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

    public NeedKind getKind() {
        return kind;
    }

    public void setKind(NeedKind kind) {
        this.kind = kind;
    }

    public NeedBasis getBasis() {
        return basis;
    }

    public void setBasis(NeedBasis basis) {
        this.basis = basis;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Where it was learnt, in words: a visit, a call, a survey. */
    public String getOriginNote() {
        return originNote;
    }

    public void setOriginNote(String originNote) {
        this.originNote = originNote;
    }
}
