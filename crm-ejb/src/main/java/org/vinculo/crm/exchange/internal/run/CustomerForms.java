package org.vinculo.crm.exchange.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.ImportKind;
import org.vinculo.crm.exchange.OverwritePolicy;
import org.vinculo.crm.exchange.internal.contact.ContactAddress;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.exchange.internal.row.CustomerRow;
import org.vinculo.crm.party.ContactForm;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomEntry;
import org.vinculo.crm.party.CustomerForm;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Puts rows into customer forms: into an empty one, or over an existing one as each field's policy says. */
final class CustomerForms {

    private final ImportPlan plan;
    private boolean isNew;

    CustomerForms(ImportPlan plan) {
        this.plan = plan;
    }

    CustomerForm fresh(CustomerRow row) {
        CustomerForm form = new CustomerForm();
        form.setStage(row.stage() == null ? CustomerStage.CUSTOMER : row.stage());
        form.setKind(row.kind());
        form.setExternalId(row.externalId());
        if (row.kind() == CustomerKind.PERSON && (row.givenName() != null || row.familyName() != null)) {
            form.setGivenName(row.givenName());
            form.setFamilyName(row.familyName());
        } else {
            call(form, name(row));
        }
        isNew = true;
        merge(form, row);
        isNew = false;
        return form;
    }

    private static String name(CustomerRow row) {
        if (row.name() != null) {
            return row.name();
        }
        return row.givenName() == null
                ? row.familyName()
                : row.familyName() == null ? row.givenName() : row.givenName() + " " + row.familyName();
    }

    /** Names a customer by one text; a person's first word is taken for the given name unless a comma says otherwise. */
    static void call(CustomerForm form, String name) {
        if (form.getKind() == CustomerKind.ORGANISATION) {
            form.setName(name);
            return;
        }
        int comma = name.indexOf(',');
        int blank = name.indexOf(' ');
        if (comma > 0 && comma < name.length() - 1) {
            form.setFamilyName(cut(name.substring(0, comma).strip(), 99));
            form.setGivenName(cut(name.substring(comma + 1).strip(), 100));
        } else if (blank > 0) {
            form.setGivenName(cut(name.substring(0, blank), 100));
            form.setFamilyName(cut(name.substring(blank + 1).strip(), 99));
        } else {
            form.setGivenName(cut(name, 100));
            form.setFamilyName(null);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Writes the row over the form. */
    void merge(CustomerForm form, CustomerRow row) {
        set(ImportField.EXTERNAL_ID, form.getExternalId(), row.externalId(), form::setExternalId);
        if (plan.columns().containsKey(ImportField.KIND) && form.getKind() != row.kind()) {
            set(ImportField.KIND, form.getKind(), row.kind(), kind -> changeKind(form, kind));
        }
        set(ImportField.STAGE, form.getStage(), row.stage(), form::setStage);
        mergeName(form, row);
        set(ImportField.BIRTH_DATE, form.getBirthDate(), row.birthDate(), form::setBirthDate);
        if (!Objects.equals(TaxId.key(form.getTaxId()), row.taxId())) {
            set(ImportField.TAX_ID, form.getTaxId(), row.taxId(), form::setTaxId);
        }
        set(ImportField.LANGUAGE, form.getLanguage(), row.language(), form::setLanguage);
        set(ImportField.ACQUIRED_VIA, form.getAcquiredVia(), row.acquiredVia(), form::setAcquiredVia);
        set(ImportField.ACQUIRED_FROM, form.getAcquiredFrom(), row.acquiredFrom(), form::setAcquiredFrom);
        set(ImportField.NOTES, form.getNotes(), row.notes(), form::setNotes);
        mergePoints(form, ContactPointType.EMAIL, row.emails(), ImportField.EMAIL);
        mergePoints(form, ContactPointType.PHONE, row.phones(), ImportField.PHONE);
        mergePoints(form, ContactPointType.WEB, row.websites(), ImportField.WEBSITE);
        mergePoints(form, ContactPointType.SOCIAL, row.socials(), ImportField.SOCIAL);
        mergeAddress(form, row);
        row.otherAddresses().forEach(address -> addAddress(form, address));
        row.custom()
                .forEach((code, value) ->
                        set(CustomEntry.PREFIX + code, form.getCustom().get(code), value, wanted -> form.getCustom()
                                .put(code, wanted)));
    }

    private <T> void set(ImportField field, T here, T wanted, Consumer<T> setter) {
        set(field.code(), here, wanted, setter);
    }

    private <T> void set(String field, T here, T wanted, Consumer<T> setter) {
        if (wanted == null || wanted.equals(here)) {
            return;
        }
        boolean allowed =
                switch (isNew ? OverwritePolicy.REPLACE : plan.profile().overwriteOf(field)) {
                    case REPLACE, ADD -> true;
                    case FILL_EMPTY -> here == null;
                    case KEEP -> false;
                };
        if (allowed) {
            setter.accept(wanted);
        }
    }

    private static void changeKind(CustomerForm form, CustomerKind kind) {
        String name = shownName(form);
        form.setKind(kind);
        if (name != null) {
            call(form, name);
        }
    }

    private static String shownName(CustomerForm form) {
        if (form.getKind() == CustomerKind.ORGANISATION) {
            return form.getName();
        }
        if (form.getGivenName() == null) {
            return form.getFamilyName();
        }
        return form.getFamilyName() == null ? form.getGivenName() : form.getGivenName() + " " + form.getFamilyName();
    }

    private void mergeName(CustomerForm form, CustomerRow row) {
        boolean apart = row.givenName() != null || row.familyName() != null;
        if (form.getKind() == CustomerKind.PERSON && apart) {
            set(ImportField.GIVEN_NAME, form.getGivenName(), row.givenName(), form::setGivenName);
            set(ImportField.FAMILY_NAME, form.getFamilyName(), row.familyName(), form::setFamilyName);
            return;
        }
        // A name that was made up out of an address or number is no news about an existing customer.
        if (plan.columns().containsKey(ImportField.NAME) || apart) {
            set(ImportField.NAME, shownName(form), name(row), name -> call(form, name));
        }
    }

    private void mergePoints(CustomerForm form, ContactPointType type, List<String> values, ImportField field) {
        for (String value : values) {
            List<ContactForm> here = form.contacts(type);
            boolean known =
                    here.stream().anyMatch(each -> normal(type, each.getValue()).equals(normal(type, value)));
            if (known) {
                continue;
            }
            OverwritePolicy policy = isNew
                    ? OverwritePolicy.ADD
                    : plan.profile().overwrite().getOrDefault(field.code(), OverwritePolicy.ADD);
            if (here.isEmpty() && policy != OverwritePolicy.KEEP || policy == OverwritePolicy.ADD) {
                form.getContacts().add(point(type, value, here.isEmpty()));
            } else if (policy == OverwritePolicy.REPLACE) {
                ContactForm replaced =
                        here.stream().filter(ContactForm::isPrimary).findFirst().orElse(here.get(0));
                form.getContacts().remove(replaced);
                form.getContacts().add(point(type, value, true));
            }
        }
    }

    private static ContactForm point(ContactPointType type, String value, boolean primary) {
        ContactForm point = new ContactForm(type, value);
        point.setPrimary(primary);
        return point;
    }

    private static String normal(ContactPointType type, String value) {
        return switch (type) {
            case EMAIL -> Objects.requireNonNullElse(Normal.email(value), "");
            case PHONE -> PhoneNumbers.e164(value, null).orElse(Normal.digits(value));
            default ->
                value.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("/$", "");
        };
    }

    private void mergeAddress(CustomerForm form, CustomerRow row) {
        if (!row.hasAddress() && row.country() == null) {
            return;
        }
        List<ContactForm> here = form.contacts(ContactPointType.POSTAL);
        ContactForm address =
                here.stream().filter(ContactForm::isPrimary).findFirst().orElse(here.isEmpty() ? null : here.get(0));
        if (address == null) {
            address = point(ContactPointType.POSTAL, null, true);
            form.getContacts().add(address);
        }
        address.setCountryKnown(true);
        set(ImportField.STREET, address.getStreet(), row.street(), address::setStreet);
        set(ImportField.ADDRESS_EXTRA, address.getExtra(), row.addressExtra(), address::setExtra);
        set(ImportField.DISTRICT, address.getDistrict(), row.district(), address::setDistrict);
        set(ImportField.CITY, address.getCity(), row.city(), address::setCity);
        set(ImportField.REGION, address.getRegion(), row.region(), address::setRegion);
        set(ImportField.POSTAL_CODE, address.getPostalCode(), row.postalCode(), address::setPostalCode);
        set(ImportField.COUNTRY, address.getCountry(), row.country(), address::setCountry);
        set(ImportField.ADDRESS_VALID_FROM, address.getValidFrom(), row.addressValidFrom(), address::setValidFrom);
        set(ImportField.ADDRESS_VALID_TO, address.getValidTo(), row.addressValidTo(), address::setValidTo);
    }

    /** A further address, unless the customer has it or may not get any. */
    private void addAddress(CustomerForm form, ContactAddress added) {
        OverwritePolicy policy =
                plan.profile().overwrite().getOrDefault(ImportField.OTHER_ADDRESSES.code(), OverwritePolicy.ADD);
        List<ContactForm> here = form.contacts(ContactPointType.POSTAL);
        boolean known = here.stream().anyMatch(each -> addressKey(each).equals(addressKey(added)));
        boolean allowed = isNew
                || policy == OverwritePolicy.ADD
                || policy == OverwritePolicy.REPLACE
                || policy == OverwritePolicy.FILL_EMPTY && here.size() < 2;
        if (known || !allowed) {
            return;
        }
        ContactForm address = point(ContactPointType.POSTAL, null, here.isEmpty());
        address.setCountryKnown(true);
        address.setStreet(added.street());
        address.setExtra(added.extra());
        address.setDistrict(added.district());
        address.setCity(added.city());
        address.setRegion(added.region());
        address.setPostalCode(added.postalCode());
        address.setCountry(added.country());
        form.getContacts().add(address);
    }

    private static String addressKey(ContactForm form) {
        return addressKey(address(form));
    }

    private static String addressKey(ContactAddress address) {
        return Normal.fold(address.line());
    }

    static ContactAddress address(ContactForm form) {
        return new ContactAddress(
                form.getStreet(),
                form.getExtra(),
                form.getDistrict(),
                form.getCity(),
                form.getRegion(),
                form.getPostalCode(),
                form.getCountry());
    }

    /**
     * Takes the contact points that cannot be kept as such out of the form of a contact and into its notes.
     *
     * @return the fields whose values were moved
     */
    static List<String> moveToNotes(CustomerForm form, List<FieldError> errors, Locale language) {
        Map<ContactForm, String> moved = new LinkedHashMap<>();
        for (FieldError error : errors) {
            if (error.field().startsWith("contacts[")) {
                ContactForm contact = form.getContacts().get(index(error.field()));
                moved.put(contact, field(form, error.field()));
            }
        }
        StringBuilder notes = new StringBuilder(form.getNotes() == null ? "" : form.getNotes());
        moved.forEach((contact, field) -> {
            form.removeContact(contact);
            ImportField shown = contact.getType() == ContactPointType.POSTAL ? ImportField.STREET : fieldOf(field);
            String label = Texts.text(language, "exchange.field." + shown.code());
            String value = contact.getType() == ContactPointType.POSTAL
                    ? address(contact).line()
                    : contact.getValue();
            notes.append(notes.isEmpty() ? "" : "\n").append(label).append(": ").append(value);
        });
        if (!moved.isEmpty()) {
            form.setNotes(cut(notes.toString(), ImportField.NOTES.maxLength()));
        }
        return moved.values().stream().distinct().toList();
    }

    private static ImportField fieldOf(String code) {
        return ImportField.ofCode(code, ImportKind.CUSTOMERS).orElse(ImportField.NOTES);
    }

    private static int index(String path) {
        return Integer.parseInt(path.substring("contacts[".length(), path.indexOf(']')));
    }

    /** The faults of a form, named by the fields of the file. */
    static List<FieldError> faults(CustomerForm form, List<FieldError> errors) {
        List<FieldError> faults = new ArrayList<>();
        for (FieldError error : errors) {
            faults.add(new FieldError(field(form, error.field()), error.code(), error.args()));
        }
        return faults;
    }

    private static String field(CustomerForm form, String path) {
        if (!path.startsWith("contacts[")) {
            return path;
        }
        int end = path.indexOf(']');
        int index = index(path);
        String part = path.length() > end + 2 ? path.substring(end + 2) : "";
        return switch (form.getContacts().get(index).getType()) {
            case EMAIL -> ImportField.EMAIL.code();
            case PHONE -> ImportField.PHONE.code();
            case WEB -> ImportField.WEBSITE.code();
            case SOCIAL -> ImportField.SOCIAL.code();
            case POSTAL -> part;
        };
    }
}
