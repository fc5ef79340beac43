package org.vinculo.crm.demo.internal.story;

import java.util.Optional;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.TaxId;

/** Invented tax numbers whose check digits are right. */
final class TaxNumbers {

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private TaxNumbers() {}

    /** A number as the country writes it; empty where the product knows no rules. */
    static Optional<String> invent(Culture culture, CustomerKind kind, Dice dice) {
        boolean person = kind == CustomerKind.PERSON;
        return switch (culture) {
            case BR -> completed(culture, dice.fill(person ? "#########" : "########") + (person ? "" : "0001"), 2);
            case PT -> completed(culture, (person ? "2" : "5") + dice.fill("#######"), 1);
            case ES -> person ? Optional.of(spanishPerson(dice)) : completed(culture, "B" + dice.fill("#######"), 1);
            case MX, GB, US -> Optional.empty();
        };
    }

    private static String spanishPerson(Dice dice) {
        String number = dice.fill("########");
        return number + SPANISH_LETTERS.charAt(Integer.parseInt(number) % SPANISH_LETTERS.length());
    }

    /** The base with the check digits that make the rules of the customer room accept it. */
    private static Optional<String> completed(Culture culture, String base, int digits) {
        int candidates = digits == 1 ? 10 : 100;
        for (int check = 0; check < candidates; check++) {
            String number = base + (digits == 2 && check < 10 ? "0" : "") + check;
            Optional<TaxId> read = TaxId.read(number, culture.name());
            if (read.isPresent()) {
                return read.map(TaxId::display);
            }
        }
        return Optional.empty();
    }
}
