package org.vinculo.crm.demo.internal.story;

import java.util.HashSet;
import java.util.Set;

/**
 * Telephone numbers that ring nowhere. The United Kingdom and North America keep ranges for fiction; elsewhere the
 * numbers carry the 555 that stands for them in films.
 */
final class Telephones {

    private final Set<String> given = new HashSet<>();

    String landline(Culture culture, Culture.Place place, Dice dice) {
        return unused(
                dice,
                switch (culture) {
                    case BR -> "+55" + place.area() + "3555####";
                    case PT ->
                        "+351" + place.area()
                                + filler("55#####", 9 - place.area().length());
                    case ES ->
                        "+34" + place.area()
                                + filler("55#####", 9 - place.area().length());
                    case MX ->
                        "+52" + place.area()
                                + filler("555#####", 10 - place.area().length());
                    case GB -> "+44" + place.area().replace(" ", "") + "0###";
                    case US -> "+1" + place.area() + "55501##";
                });
    }

    String mobile(Culture culture, Culture.Place place, Dice dice) {
        return unused(
                dice,
                switch (culture) {
                    case BR -> "+55" + place.area() + "99555####";
                    case PT -> "+35191255####";
                    case ES -> "+3465555####";
                    case MX, US -> landlinePattern(culture, place);
                    case GB -> "+447700900###";
                });
    }

    private static String landlinePattern(Culture culture, Culture.Place place) {
        return culture == Culture.US
                ? "+1" + place.area() + "55501##"
                : "+52" + place.area() + filler("555#####", 10 - place.area().length());
    }

    private static String filler(String pattern, int length) {
        return pattern.substring(0, length);
    }

    private String unused(Dice dice, String pattern) {
        String number = dice.fill(pattern);
        while (!given.add(number)) {
            number = dice.fill(pattern);
        }
        return number;
    }
}
