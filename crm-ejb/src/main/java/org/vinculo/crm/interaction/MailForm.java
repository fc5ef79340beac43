package org.vinculo.crm.interaction;

import java.io.Serializable;

/** A mail to a customer as it is written. */
public class MailForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String to;
    private String purpose;
    private String subject;
    private String text;
    private String reply;

    /** Public id of the address. */
    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** Code of the purpose of contact. */
    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Public id of the conversation that it answers, or null. */
    public String getReply() {
        return reply;
    }

    public void setReply(String reply) {
        this.reply = reply;
    }
}
