package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomFields;
import org.vinculo.crm.party.CustomTexts;
import org.vinculo.crm.party.CustomerDetails;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerMerge;
import org.vinculo.crm.party.CustomerService;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.DuplicateCandidate;
import org.vinculo.crm.party.DuplicateCheck;
import org.vinculo.crm.party.PostalFormat;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.Feedback;
import org.vinculo.crm.ui.Viewer;

/**
 * The form of a customer, for a new one and for a known one. Warns of duplicates before it creates one, and when two
 * people edit at once brings both together instead of losing either.
 */
@Named("customerEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/customers/view?faces-redirect=true&id=";
    private static final List<String> FIRST_COUNTRIES = List.of("BR", "PT", "ES");
    private static final List<String> ZONES = List.of(
            "America/Sao_Paulo",
            "America/Manaus",
            "America/Noronha",
            "Europe/Lisbon",
            "Atlantic/Azores",
            "Europe/Madrid",
            "Atlantic/Canary",
            "Europe/London",
            "America/New_York",
            "America/Los_Angeles",
            "America/Argentina/Buenos_Aires",
            "America/Bogota",
            "America/Mexico_City",
            "UTC");

    @EJB
    private CustomerService customers;

    @EJB
    private DuplicateCheck check;

    @EJB
    private CustomFields fields;

    @Inject
    private Viewer viewer;

    @Inject
    private Feedback feedback;

    private String id;
    private CustomerForm form;
    private CustomerForm base;
    private List<DuplicateCandidate> duplicates = List.of();
    private boolean duplicatesSeen;
    private CustomerMerge merge;
    private List<StaffRef> owners;
    private String title;
    private String ownerName;
    private String saved;
    private List<CustomEntry> custom = List.of();

    public void loadNew() {
        form = customers.draft();
        form.addContact(ContactPointType.EMAIL, null);
        form.addContact(ContactPointType.PHONE, null);
        begin();
    }

    public void loadKnown() {
        form = customers.form(id);
        CustomerDetails details = customers.get(id);
        title = details.ref().name();
        ownerName = details.owner();
        begin();
    }

    private void begin() {
        custom = fields.of(form.getPublicId());
        CustomTexts.localise(custom, viewer.getLocale());
        sort();
        base = form.copy();
    }

    private List<StaffRef> owners() {
        // The same page may be asked for twice at once, and one of them begins anew.
        List<StaffRef> known = owners;
        if (known == null) {
            known = customers.owners();
            owners = known;
        }
        return known;
    }

    /** Asked while the form is filled in, so that nobody types a whole customer who is there already. */
    public void look() {
        duplicates = check.find(form);
    }

    /** Sent twice, by two clicks or after going back, it is one customer: the second one gets to see what the first made. */
    public synchronized String save() {
        if (saved != null && form.isNew()) {
            return PAGE + saved;
        }
        if (merge != null) {
            merge.apply(form);
        }
        form.setCustom(CustomTexts.values(custom, viewer.getLocale()));
        if (mustWarn()) {
            return null;
        }
        try {
            CustomerDetails written = form.isNew() ? customers.create(form) : customers.save(form);
            saved = written.ref().publicId();
            feedback.done(
                    form.isNew() ? "party.edit.created" : "party.edit.saved",
                    written.ref().name());
            return PAGE + saved;
        } catch (ConcurrentChange changed) {
            bringTogether();
            return null;
        }
    }

    /** Stops once to show who may be the same; saving again means that it is somebody else. */
    private boolean mustWarn() {
        if (!form.isNew() || duplicatesSeen) {
            return false;
        }
        look();
        duplicatesSeen = !duplicates.isEmpty();
        return duplicatesSeen;
    }

    private void bringTogether() {
        CustomerForm theirs = customers.form(form.getPublicId());
        merge = CustomerMerge.of(base, form, theirs, viewer.getLocale());
        base = theirs;
        sort();
    }

    /** The fields of administrators that the person may change. */
    public List<CustomEntry> getCustom() {
        return custom.stream().filter(CustomEntry::isEditable).toList();
    }

    public void add(String type) {
        ContactForm added = form.addContact(ContactPointType.valueOf(type), defaultCountry());
        added.setPrimary(form.contacts(added.getType()).size() == 1);
        sort();
    }

    public void remove(ContactForm contact) {
        form.removeContact(contact);
    }

    public void prefer(ContactForm contact) {
        form.prefer(contact);
    }

    /** Rows of a type stand together. */
    private void sort() {
        form.getContacts().sort(Comparator.comparing(ContactForm::getType));
    }

    private String defaultCountry() {
        String present = form.country();
        return present == null && "BR".equals(viewer.getLocale().getCountry()) ? "BR" : present;
    }

    public PostalFormat format(ContactForm contact) {
        return PostalFormat.of(contact.getCountry());
    }

    /** Whether the row is the first of its type, which then gets the heading. */
    public boolean opensType(ContactForm contact) {
        return form.contacts(contact.getType()).get(0) == contact;
    }

    public List<SelectItem> getCountries() {
        Comparator<SelectItem> byName =
                Comparator.comparing(SelectItem::getLabel, java.text.Collator.getInstance(viewer.getLocale()));
        Stream<SelectItem> first = FIRST_COUNTRIES.stream().map(this::country);
        Stream<SelectItem> rest = Arrays.stream(Locale.getISOCountries())
                .filter(code -> !FIRST_COUNTRIES.contains(code))
                .map(this::country)
                .sorted(byName);
        return Stream.concat(first, rest).toList();
    }

    private SelectItem country(String code) {
        return new SelectItem(code, Country.name(code, viewer.getLocale()));
    }

    public List<SelectItem> getLanguages() {
        return Texts.LOCALES.stream()
                .map(locale -> new SelectItem(locale.toLanguageTag(), locale.getDisplayLanguage(viewer.getLocale())))
                .toList();
    }

    public List<String> getZones() {
        return form.getZone() == null || ZONES.contains(form.getZone())
                ? ZONES
                : Stream.concat(Stream.of(form.getZone()), ZONES.stream()).toList();
    }

    /** Who can be chosen, and the present owner even when the caller could not choose them. */
    public List<SelectItem> getOwnerItems() {
        Stream<SelectItem> items = owners().stream().map(each -> new SelectItem(each.publicId(), each.name()));
        boolean foreign = form.getOwner() != null
                && owners().stream().noneMatch(each -> each.publicId().equals(form.getOwner()));
        return foreign
                ? Stream.concat(Stream.of(new SelectItem(form.getOwner(), ownerName)), items)
                        .toList()
                : items.toList();
    }

    /** A value of the conflict table in words. */
    public String shown(String field, String value) {
        return switch (field) {
            case "kind", "stage" -> Texts.text(viewer.getLocale(), "party." + field + "." + value);
            case "acquiredVia" -> Texts.text(viewer.getLocale(), "party.channel." + value);
            case "owner" ->
                owners().stream()
                        .filter(each -> each.publicId().equals(value))
                        .map(StaffRef::name)
                        .findFirst()
                        .orElse(ownerName);
            default -> value;
        };
    }

    public String getTitle() {
        return title;
    }

    public String getBack() {
        return "view?id=" + id;
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public CustomerStage[] getStages() {
        return CustomerStage.values();
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public CustomerForm getForm() {
        return form;
    }

    public List<DuplicateCandidate> getDuplicates() {
        return duplicates;
    }

    public boolean isDuplicatesSeen() {
        return duplicatesSeen;
    }

    public CustomerMerge getMerge() {
        return merge;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
