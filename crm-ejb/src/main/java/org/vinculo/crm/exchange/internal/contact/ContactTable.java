package org.vinculo.crm.exchange.internal.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vinculo.crm.shared.Normal;

/**
 * What the columns of a table say that a mail program exported: Outlook (also in Portuguese and Spanish), Gmail and
 * Thunderbird, and the mixtures of them that web mailers write. These tables have up to a hundred columns, several for
 * the same field, so that they are understood as a whole rather than column by column.
 */
public final class ContactTable {

    private static final Pattern OUTLOOK = Pattern.compile("(business|home|mobile|company main) phone"
            + "|(business|home|other) (street|city|address)|e mail [23] address|e mail display name|e mail type"
            + "|telefone (comercial|residencial)|telefono (del trabajo|particular)|rua (comercial|residencial)"
            + "|calle del trabajo|calle particular|endereco de e mail|endereco de email 2"
            + "|direccion de correo electronico|correo electronico 2 direccion");
    private static final Pattern GMAIL = Pattern.compile("e mail 1 value|phone 1 value|address 1 formatted");
    private static final Pattern THUNDERBIRD =
            Pattern.compile("primary email|secondary email|screen name|home zipcode|birth year");
    private static final Pattern NUMBERED = Pattern.compile("(e mail|phone|website|im) (\\d+) value");
    private static final Pattern NUMBERED_ADDRESS = Pattern.compile(
            "address (\\d+) (formatted|street|city|po box|region|postal code|country|extended address)");
    private static final Pattern PLACE = Pattern.compile("(home|work|business|other) (?:address )?"
            + "(address|address 1|street|address 2|street 2|street 3|city|state|county|zip|zipcode|zip code"
            + "|postal code|country|country region|po box)");
    private static final Pattern PLACE_PT = Pattern.compile(
            "(rua|cidade|estado|cep|codigo postal|pais|pais regiao) (?:do endereco )?(comercial|residencial|outro)");
    private static final Pattern PLACE_ES =
            Pattern.compile("(calle|ciudad|provincia|provincia o estado|codigo postal|pais|pais o region) (?:de |del )?"
                    + "(trabajo|particular|otro|otra)");
    private static final Pattern EMAIL = Pattern.compile("(primary |secondary |home |work |other )?e ?mail"
            + "( address| home| work| other)?|e mail \\d address"
            + "|endereco de e ?mail( \\d)?|(direccion de )?correo electronico( \\d)?( direccion)?");
    private static final Pattern PHONE = Pattern.compile(
            ".*\\b(phone|mobile|pager|fax|telephone|telefone|celular|" + "telefono|movil|bip|localizador)\\b.*");
    private static final Pattern NO_PHONE = Pattern.compile(".*\\b(type|label|tipo|etiqueta|telex|isdn|tty)\\b.*");
    private static final Pattern BETWEEN_VALUES = Pattern.compile(":::");
    private static final Set<String> MESSENGERS =
            Set.of("screen name", "im aim", "im icq", "im jabber", "im msn", "im skype", "im yahoo", "skype");

    private enum Role {
        NAME,
        GIVEN,
        FAMILY,
        NICKNAME,
        ORGANISATION,
        DEPARTMENT,
        TITLE,
        EMAIL,
        PHONE,
        PLACE,
        BIRTHDAY,
        BIRTH_YEAR,
        BIRTH_MONTH,
        BIRTH_DAY,
        WEBSITE,
        SOCIAL,
        LANGUAGE,
        NOTES
    }

    /**
     * @param place which of several addresses, empty for what is no address
     * @param part which part of it
     */
    private record Meaning(Role role, String place, String part) {
        static Meaning of(Role role) {
            return new Meaning(role, "", "");
        }
    }

    private final Map<Integer, Meaning> columns;

    private ContactTable(Map<Integer, Meaning> columns) {
        this.columns = columns;
    }

    /** The table of a header; null when no mail program writes such a one. */
    public static ContactTable of(List<String> header) {
        List<String> names = header.stream().map(Normal::fold).toList();
        boolean marked = count(names, GMAIL) >= 1
                || count(names, OUTLOOK) >= 2
                || count(names, THUNDERBIRD) >= 2
                || names.contains("e mail address") && names.contains("e mail 2 address");
        if (!marked) {
            return null;
        }
        Map<Integer, Meaning> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Meaning meaning = meaning(names.get(i));
            if (meaning != null) {
                columns.put(i, meaning);
            }
        }
        return columns.isEmpty() ? null : new ContactTable(columns);
    }

    private static long count(List<String> names, Pattern known) {
        return names.stream().filter(name -> known.matcher(name).matches()).count();
    }

    private static Meaning meaning(String name) {
        Meaning place = place(name);
        if (place != null) {
            return place;
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return Meaning.of(
                    switch (numbered.group(1)) {
                        case "e mail" -> Role.EMAIL;
                        case "phone" -> Role.PHONE;
                        case "website" -> Role.WEBSITE;
                        default -> Role.SOCIAL;
                    });
        }
        Role role = role(name);
        return role == null ? null : Meaning.of(role);
    }

    private static Meaning place(String name) {
        Matcher numbered = NUMBERED_ADDRESS.matcher(name);
        if (numbered.matches()) {
            return new Meaning(Role.PLACE, numbered.group(1), part(numbered.group(2)));
        }
        Matcher english = PLACE.matcher(name);
        if (english.matches()) {
            String place = "business".equals(english.group(1)) ? "work" : english.group(1);
            return new Meaning(Role.PLACE, place, part(english.group(2)));
        }
        for (Pattern pattern : List.of(PLACE_PT, PLACE_ES)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                return new Meaning(Role.PLACE, matcher.group(2), part(matcher.group(1)));
            }
        }
        return null;
    }

    private static String part(String word) {
        return switch (word) {
            case "street", "address", "address 1", "rua", "calle" -> "street";
            case "address 2", "street 2", "street 3", "po box", "extended address" -> "extra";
            case "city", "cidade", "ciudad" -> "city";
            case "state", "county", "region", "estado", "provincia", "provincia o estado" -> "region";
            case "zip", "zipcode", "zip code", "postal code", "cep", "codigo postal" -> "code";
            case "country", "country region", "pais", "pais regiao", "pais o region" -> "country";
            default -> "formatted";
        };
    }

    private static Role role(String name) {
        return switch (name) {
            case "name", "display name", "full name", "file as" -> Role.NAME;
            case "given name", "first name", "nome", "primeiro nome", "nombre" -> Role.GIVEN;
            case "family name", "last name", "sobrenome", "apelido", "apellido", "apellidos" -> Role.FAMILY;
            case "nickname", "alias", "apodo" -> Role.NICKNAME;
            case "company", "organization", "organization name", "organization 1 name", "empresa", "organizacion" ->
                Role.ORGANISATION;
            case "department", "organization department", "organization 1 department", "departamento" ->
                Role.DEPARTMENT;
            case "job title", "organization title", "organization 1 title", "cargo", "puesto" -> Role.TITLE;
            case "birthday", "birth date", "aniversario", "data de nascimento", "cumpleanos" -> Role.BIRTHDAY;
            case "birth year" -> Role.BIRTH_YEAR;
            case "birth month" -> Role.BIRTH_MONTH;
            case "birth day" -> Role.BIRTH_DAY;
            case "language", "idioma" -> Role.LANGUAGE;
            case "notes", "anotacoes", "observacoes", "notas" -> Role.NOTES;
            default -> otherRole(name);
        };
    }

    private static Role otherRole(String name) {
        if (MESSENGERS.contains(name)) {
            return Role.SOCIAL;
        }
        if (EMAIL.matcher(name).matches()) {
            return Role.EMAIL;
        }
        if (name.matches("(personal |business )?(web page|website|home page)( \\d)?|website .*|pagina (da )?web")
                && !NO_PHONE.matcher(name).matches()) {
            return Role.WEBSITE;
        }
        return PHONE.matcher(name).matches() && !NO_PHONE.matcher(name).matches() ? Role.PHONE : null;
    }

    /** The cells of a record of this table as cells of {@link Contact#COLUMNS}. */
    List<String> cells(List<String> record) {
        Contact contact = new Contact();
        Map<String, Map<String, String>> places = new LinkedHashMap<>();
        Map<Role, String> born = new TreeMap<>();
        String department = null;
        for (Map.Entry<Integer, Meaning> column : columns.entrySet()) {
            String value = column.getKey() < record.size()
                    ? record.get(column.getKey()).strip()
                    : "";
            if (value.isEmpty()) {
                continue;
            }
            Meaning meaning = column.getValue();
            switch (meaning.role()) {
                case NAME -> contact.formatted = value;
                case GIVEN -> contact.given = value;
                case FAMILY -> contact.family = value;
                case NICKNAME -> contact.nickname = value;
                case ORGANISATION -> contact.organisation = value;
                case DEPARTMENT -> department = value;
                case TITLE -> contact.title = value;
                case EMAIL -> values(value).forEach(each -> Contact.add(contact.emails, each));
                case PHONE -> values(value).forEach(each -> Contact.add(contact.phones, each));
                case PLACE ->
                    places.computeIfAbsent(meaning.place(), place -> new LinkedHashMap<>())
                            .merge(meaning.part(), value, (one, other) -> one + ", " + other);
                case BIRTHDAY -> contact.birthday = value.matches("0+[/.-]0+[/.-]0+") ? null : value;
                case BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY -> born.put(meaning.role(), value);
                case WEBSITE -> values(value).forEach(each -> Contact.add(contact.websites, each));
                case SOCIAL -> values(value).forEach(each -> Contact.add(contact.socials, each));
                case LANGUAGE -> contact.language = value;
                case NOTES -> Contact.add(contact.notes, value);
            }
        }
        contact.organisation = department == null || contact.organisation == null
                ? contact.organisation
                : contact.organisation + ", " + department;
        places.values().forEach(place -> contact.add(address(place)));
        born(contact, born);
        return contact.cells();
    }

    /** Gmail puts several values of the same sort into one cell. */
    private static Stream<String> values(String cell) {
        return BETWEEN_VALUES.splitAsStream(cell).map(String::strip);
    }

    private static ContactAddress address(Map<String, String> parts) {
        boolean onlyFormatted = parts.keySet().equals(Set.of("formatted"));
        return new ContactAddress(
                onlyFormatted ? lines(parts.get("formatted")) : lines(parts.get("street")),
                lines(parts.get("extra")),
                null,
                parts.get("city"),
                parts.get("region"),
                parts.get("code"),
                parts.get("country"));
    }

    private static String lines(String text) {
        return text == null ? null : Lines.joined(text);
    }

    private static void born(Contact contact, Map<Role, String> parts) {
        List<String> numbers = new ArrayList<>();
        for (Role part : List.of(Role.BIRTH_YEAR, Role.BIRTH_MONTH, Role.BIRTH_DAY)) {
            String number = parts.getOrDefault(part, "");
            if (!number.matches("\\d{1,4}") || Integer.parseInt(number) == 0) {
                String known = parts.values().stream()
                        .filter(value -> !value.matches("0*"))
                        .collect(Collectors.joining("-"));
                if (!known.isEmpty()) {
                    Contact.add(contact.notes, "BDAY " + known);
                }
                return;
            }
            numbers.add(number.length() == 1 ? "0" + number : number);
        }
        contact.birthday = String.join("-", numbers);
    }
}
