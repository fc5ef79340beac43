package org.vinculo.crm.activity;

import java.io.Serializable;
import java.time.LocalDate;

/** A promise as it is written down. The public id of a new one is null. */
public class PromiseForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String publicId;
    private long version;
    private String what;
    private LocalDate dueOn;
    private String owner;
    private PromiseSource source = PromiseSource.STAFF;
    private String sourceId;
    private String note;

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

    /** What is promised, in words that the customer may read. */
    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    /** Public id of the member of staff who has to keep it; null for whoever writes it down. */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public PromiseSource getSource() {
        return source;
    }

    public void setSource(PromiseSource source) {
        this.source = source;
    }

    /** Public id of the conversation, message or case in which it was promised. */
    public String getSourceId() {
        return sourceId;
    }

    public void setSourceId(String sourceId) {
        this.sourceId = sourceId;
    }

    /** For the house alone. */
    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
