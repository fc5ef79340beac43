package org.vinculo.crm.demo.internal.bulk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vinculo.crm.party.CustomerKeys;
import org.vinculo.crm.party.CustomerKind;

/** Makes up persons and firms of Brazil, Spain, Portugal and Britain. */
final class People {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String[] PT_GIVEN = {
        "Ana",
        "João",
        "Maria",
        "José",
        "Antônio",
        "Francisco",
        "Carlos",
        "Paulo",
        "Lucas",
        "Luiz",
        "Marcos",
        "Gabriel",
        "Rafael",
        "Daniel",
        "Bruno",
        "Fernanda",
        "Juliana",
        "Márcia",
        "Patrícia",
        "Aline",
        "Camila",
        "Letícia",
        "Beatriz",
        "Larissa",
        "Conceição",
        "Thiago",
        "Vinícius",
        "Caio",
        "Heloísa",
        "Inês"
    };
    private static final String[] PT_FAMILY = {
        "Silva",
        "Santos",
        "Oliveira",
        "Souza",
        "Rodrigues",
        "Ferreira",
        "Alves",
        "Pereira",
        "Lima",
        "Gomes",
        "Costa",
        "Ribeiro",
        "Martins",
        "Carvalho",
        "Almeida",
        "Araújo",
        "Nascimento",
        "Barbosa",
        "Cavalcanti",
        "Teixeira"
    };
    private static final String[] ES_GIVEN = {
        "Lucía", "Hugo", "Martina", "Mateo", "Sofía", "Martín", "Julia", "Álvaro", "Carmen", "Javier", "Pilar", "Iñaki",
        "Nuria", "Sergio", "Elena", "Diego", "Rocío", "Andrés", "Begoña", "Pablo"
    };
    private static final String[] ES_FAMILY = {
        "García",
        "Martínez",
        "López",
        "Sánchez",
        "Pérez",
        "Gómez",
        "Fernández",
        "Jiménez",
        "Ruiz",
        "Hernández",
        "Díaz",
        "Moreno",
        "Muñoz",
        "Romero",
        "Alonso",
        "Gutiérrez",
        "Navarro",
        "Domínguez",
        "Ibáñez",
        "Núñez"
    };
    private static final String[] EN_GIVEN = {
        "Olivia", "George", "Amelia", "Harry", "Isla", "Jack", "Ava", "Noah", "Emily", "Charlie", "Grace", "Oscar",
        "Alice", "Thomas", "Freya", "William"
    };
    private static final String[] EN_FAMILY = {
        "Smith",
        "Jones",
        "Taylor",
        "Brown",
        "Williams",
        "Wilson",
        "Johnson",
        "Davies",
        "Patel",
        "Wright",
        "O'Connor",
        "Walker",
        "Thompson",
        "Hughes",
        "Green",
        "Hall"
    };
    private static final String[] TRADES = {"Padaria", "Cafés", "Mercado", "Hotel", "Bistrô", "Distribuidora"};

    /**
     * Somebody.
     *
     * @param given null for a firm
     * @param family family name, or the name of the firm
     * @param taxLanguage language tag
     */
    record Somebody(
            CustomerKind kind,
            String given,
            String family,
            String language,
            String email,
            String phone,
            CustomerKeys.Home home) {}

    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    Somebody next(long number) {
        double where = chance.share();
        if (where < 0.5) {
            return make(number, "pt-BR", "BR", PT_GIVEN, PT_FAMILY, CITIES_BR);
        }
        if (where < 0.6) {
            return make(number, "pt-BR", "PT", PT_GIVEN, PT_FAMILY, CITIES_PT);
        }
        return where < 0.85
                ? make(number, "es", "ES", ES_GIVEN, ES_FAMILY, CITIES_ES)
                : make(number, "en", "GB", EN_GIVEN, EN_FAMILY, CITIES_GB);
    }

    private static final String[][] CITIES_BR = {
        {"São Paulo", "SP", "01%03d-%03d"}, {"Rio de Janeiro", "RJ", "20%03d-%03d"},
        {"Belo Horizonte", "MG", "30%03d-%03d"},
        {"Curitiba", "PR", "80%03d-%03d"}, {"Salvador", "BA", "40%03d-%03d"}, {"Florianópolis", "SC", "88%03d-%03d"}
    };
    private static final String[][] CITIES_PT = {
        {"Lisboa", "Lisboa", "1%03d-%03d"}, {"Porto", "Porto", "4%03d-%03d"}, {"Coimbra", "Coimbra", "3%03d-%03d"}
    };
    private static final String[][] CITIES_ES = {
        {"Madrid", "Madrid", "28%03d"},
        {"Barcelona", "Barcelona", "08%03d"},
        {"Sevilla", "Sevilla", "41%03d"},
        {"Bilbao", "Bizkaia", "48%03d"}
    };
    private static final String[][] CITIES_GB = {
        {"London", "England", "SW1A 1AA"}, {"Leeds", "England", "LS1 4DY"}, {"Edinburgh", "Scotland", "EH1 1YZ"}
    };

    private Somebody make(
            long number, String language, String country, String[] givens, String[] families, String[][] cities) {
        boolean firm = chance.happens(0.15);
        String given = chance.of(givens);
        String family = chance.of(families) + (chance.happens(0.4) ? " " + chance.of(families) : "");
        String name = firm ? chance.of(TRADES) + " " + family : family;
        String mailbox = plain(firm ? name : given + "." + family).replace(' ', '.') + number;
        String email = chance.happens(0.85) ? mailbox + "@" + (firm ? "firm" : "mail") + ".example" : null;
        String phone = chance.happens(0.7) || email == null ? phone(country) : null;
        String[] city = cities[chance.popular(cities.length)];
        CustomerKeys.Home home = chance.happens(0.6)
                ? new CustomerKeys.Home(
                        "Rua " + chance.of(families) + " " + (1 + chance.below(900)),
                        city[0],
                        city[1],
                        String.format(Locale.ROOT, city[2], chance.below(1000), chance.below(1000)),
                        country)
                : null;
        return new Somebody(
                firm ? CustomerKind.ORGANISATION : CustomerKind.PERSON,
                firm ? null : given,
                name,
                language,
                email,
                phone,
                home);
    }

    /** The same one, written down a second time by somebody in a hurry. */
    Somebody again(Somebody first) {
        int place = first.family().length() / 2;
        String family = first.family().substring(0, place)
                + first.family().substring(Math.min(place + 1, first.family().length()));
        boolean sameMail = chance.happens(0.5);
        return new Somebody(
                first.kind(),
                first.given(),
                family.isBlank() ? first.family() : family,
                first.language(),
                sameMail ? first.email() : null,
                first.phone() == null && !sameMail ? phone("BR") : first.phone(),
                first.home());
    }

    private String phone(String country) {
        return switch (country) {
            case "BR" -> "+5511" + (900_000_000 + chance.below(99_999_999));
            case "PT" -> "+351" + (910_000_000 + chance.below(9_999_999));
            case "ES" -> "+34" + (600_000_000 + chance.below(99_999_999));
            default -> "+447" + (400_000_000 + chance.below(99_999_999));
        };
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z. ]", "");
    }
}
