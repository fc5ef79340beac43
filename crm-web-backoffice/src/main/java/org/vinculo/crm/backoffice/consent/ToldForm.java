package org.vinculo.crm.backoffice.consent;

import java.io.Serializable;
import java.time.LocalDate;
import org.vinculo.crm.consent.Source;
import org.vinculo.crm.consent.Told;

/** How a member of staff knows what a customer said. */
public class ToldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Source source;
    private LocalDate toldOn;
    private String note;

    Told told() {
        return new Told(source, toldOn, note);
    }

    public Source getSource() {
        return source;
    }

    public void setSource(Source source) {
        this.source = source;
    }

    public LocalDate getToldOn() {
        return toldOn;
    }

    public void setToldOn(LocalDate toldOn) {
        this.toldOn = toldOn;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
