package org.vinculo.crm.backoffice.purchases;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.Customer360;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.purchase.PurchaseCorrection;
import org.vinculo.crm.purchase.PurchaseDetails;
import org.vinculo.crm.purchase.PurchaseForm;
import org.vinculo.crm.purchase.PurchaseKind;
import org.vinculo.crm.purchase.PurchaseService;
import org.vinculo.crm.purchase.PurchaseView;
import org.vinculo.crm.shared.NotFound;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Once;

/** Writes a purchase down by hand, corrects one or takes it out, and writes down what is given back. */
@Named("purchaseEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PurchaseService purchases;

    @EJB
    private Customer360 customers;

    @Inject
    private Settings settings;

    @Inject
    private Feedback feedback;

    private String id;
    private String customer;
    private String customerName;
    private PurchaseDetails known;
    private boolean back;
    private LocalDate purchasedAt;
    private String documentNumber;
    private String channel;
    private String currency;
    private List<LineDraft> lines = new ArrayList<>();
    private String reason;
    private final Once once = new Once();

    /** For a purchase of the customer that nobody wrote down yet. */
    public void loadNew() {
        customerName = customers.ref(customer).name();
        currency = settings.get(Setting.CURRENCY);
        purchasedAt = LocalDate.now(settings.zone());
        lines.add(new LineDraft());
    }

    /** For one that is corrected. */
    public void loadKnown() {
        read();
        PurchaseView purchase = known.purchase();
        purchasedAt = purchase.on();
        documentNumber = purchase.documentNumber();
        channel = purchase.channel();
    }

    /** For giving back what was bought: starts with all of it. */
    public void loadBack() {
        read();
        if (known.purchase().kind() == PurchaseKind.RETURN) {
            throw new NotFound();
        }
        back = true;
        purchasedAt = LocalDate.now(settings.zone());
        channel = known.purchase().channel();
    }

    private void read() {
        known = purchases.get(id);
        customer = known.customerId();
        customerName = customers.ref(customer).name();
        currency = known.purchase().total().currency();
        for (int i = 0; i < known.lines().size(); i++) {
            lines.add(new LineDraft(i, known.lines().get(i)));
        }
    }

    public void addLine() {
        lines.add(new LineDraft());
    }

    public void removeLine(LineDraft line) {
        lines.remove(line);
    }

    public String save() {
        PurchaseForm form = form();
        if (known == null) {
            return once.run(
                    () -> done(purchases.record(customer, form).purchase().publicId(), "purchase.edit.recorded"), form);
        }
        if (back) {
            return once.run(
                    () -> done(purchases.giveBack(id, form).purchase().publicId(), "purchase.edit.givenBack"), form);
        }
        purchases.correct(
                id,
                new PurchaseCorrection(
                        known.version(),
                        form,
                        lines.stream().map(LineDraft::getPlace).toList()));
        return done(id, "purchase.edit.corrected");
    }

    private String done(String publicId, String text) {
        feedback.done(text);
        return "/purchases/view?faces-redirect=true&id=" + publicId;
    }

    /** A correction keeps the hour of the day unless the day itself is corrected. */
    private PurchaseForm form() {
        boolean sameDay = known != null && !back && known.purchase().on().equals(purchasedAt);
        return new PurchaseForm(
                sameDay ? known.purchase().at() : null,
                purchasedAt,
                documentNumber,
                channel,
                currency,
                lines.stream().map(line -> line.line(back)).toList());
    }

    public String cancel() {
        purchases.cancel(id, known.version(), reason);
        feedback.done("purchase.edit.cancelled");
        return "/customers/view?faces-redirect=true&tab=purchases&id=" + customer;
    }

    /** Those that everybody knows, and the one that the purchase has. */
    public List<String> getChannels() {
        List<String> all = new ArrayList<>(
                Arrays.stream(Channel.values()).map(Channel::name).toList());
        String present = known == null ? null : known.purchase().channel();
        if (present != null && !all.contains(present)) {
            all.add(present);
        }
        return all;
    }

    public boolean isBack() {
        return back;
    }

    public boolean isOneLine() {
        return lines.size() == 1;
    }

    public PurchaseDetails getKnown() {
        return known;
    }

    public String getCustomerName() {
        return customerName;
    }

    public List<LineDraft> getLines() {
        return lines;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public LocalDate getPurchasedAt() {
        return purchasedAt;
    }

    public void setPurchasedAt(LocalDate purchasedAt) {
        this.purchasedAt = purchasedAt;
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public void setDocumentNumber(String documentNumber) {
        this.documentNumber = documentNumber;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency == null ? null : currency.toUpperCase(Locale.ROOT);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
