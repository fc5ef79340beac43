package org.vinculo.crm.exchange.internal.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One contact of an address book, on its way to become a record. */
final class Contact {

    /** The columns of every file of contacts; they are named like the fields that they fill. */
    static final List<String> COLUMNS = List.of(
            "crmId",
            "externalId",
            "kind",
            "stage",
            "name",
            "givenName",
            "familyName",
            "email",
            "phone",
            "street",
            "addressExtra",
            "district",
            "city",
            "region",
            "postalCode",
            "country",
            "otherAddresses",
            "birthDate",
            "taxId",
            "language",
            "website",
            "social",
            "notes");

    private static final int LONGEST_LINE = 500;

    String crmId;
    String externalId;
    String kind;
    String stage;
    String formatted;
    String given;
    String family;
    String nickname;
    String organisation;
    String title;
    String birthday;
    String taxId;
    String language;
    final List<String> emails = new ArrayList<>();
    final List<String> phones = new ArrayList<>();
    final List<ContactAddress> addresses = new ArrayList<>();
    final List<String> websites = new ArrayList<>();
    final List<String> socials = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    static void add(List<String> list, String value) {
        String clean = value == null ? "" : value.strip();
        if (!clean.isEmpty() && !list.contains(clean)) {
            list.add(clean);
        }
    }

    void add(ContactAddress address) {
        if (!address.isBlank() && !addresses.contains(address)) {
            addresses.add(address);
        }
    }

    /** The cells in the order of {@link #COLUMNS}. */
    List<String> cells() {
        boolean company = isCompany();
        ContactAddress main =
                addresses.isEmpty() ? new ContactAddress(null, null, null, null, null, null, null) : addresses.get(0);
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(crmId);
        cells.add(externalId);
        cells.add(company ? "organisation" : "person");
        cells.add(stage);
        cells.add(name(company));
        cells.add(company ? null : given);
        cells.add(company ? null : family);
        cells.add(String.join("; ", emails));
        cells.add(String.join("\n", phones));
        cells.add(main.street());
        cells.add(main.extra());
        cells.add(main.district());
        cells.add(main.city());
        cells.add(main.region());
        cells.add(main.postalCode());
        cells.add(main.country());
        cells.add(String.join(
                "\n", addresses.stream().skip(1).map(ContactAddress::write).toList()));
        cells.add(birthday);
        cells.add(taxId);
        cells.add(language);
        cells.add(String.join("\n", websites));
        cells.add(String.join("\n", socials));
        cells.add(String.join("\n", remarks(company)));
        cells.replaceAll(cell -> cell == null ? "" : cell);
        return cells;
    }

    private boolean isCompany() {
        if (kind != null) {
            return kind.toLowerCase(Locale.ROOT).matches("org|organi[sz]ation|company|group");
        }
        boolean unnamed = given == null && family == null;
        return unnamed && organisation != null && (formatted == null || formatted.equalsIgnoreCase(organisation));
    }

    private String name(boolean company) {
        if (company) {
            return formatted == null ? organisation : formatted;
        }
        if (given != null || family != null) {
            return null;
        }
        return formatted == null ? nickname == null ? organisation : nickname : formatted;
    }

    /** What a person's card says of the work, then the notes themselves. */
    private List<String> remarks(boolean company) {
        List<String> remarks = new ArrayList<>();
        String work = company ? null : title == null ? organisation : joined(title, organisation);
        if (work != null && !work.equals(name(company))) {
            remarks.add(work.length() > LONGEST_LINE ? work.substring(0, LONGEST_LINE) : work);
        }
        remarks.addAll(notes);
        return remarks;
    }

    private static String joined(String title, String organisation) {
        return organisation == null ? title : title + ", " + organisation;
    }
}
