package org.vinculo.crm.demo.internal.story;

import java.util.List;
import org.vinculo.crm.party.CustomerKind;

/** Customers with a part of their own: those who sign in to the portal, and some whose stories show what the CRM is for. */
final class Cast {

    static final List<Part> PARTS = WordList.read("cast").rows().stream()
            .map(row -> new Part(
                    CustomerKind.valueOf(row[0]),
                    row[1],
                    row[2],
                    row[3].isEmpty() ? null : row[3],
                    Culture.valueOf(row[4]),
                    row[5],
                    Profile.valueOf(row[6]),
                    Integer.parseInt(row[7]),
                    Double.parseDouble(row[8]),
                    Integer.parseInt(row[9]),
                    row[10].isEmpty() ? null : row[10]))
            .toList();

    static final String DOMAIN = "@demo.example";

    private Cast() {}

    /**
     * @param pace days between orders compared with the usual
     * @param quietFor days without an order up to today, 0 for somebody who still buys
     */
    record Part(
            CustomerKind kind,
            String given,
            String family,
            String organisation,
            Culture culture,
            String town,
            Profile profile,
            int daysAgo,
            double pace,
            int quietFor,
            String signIn) {

        String email() {
            return signIn + DOMAIN;
        }
    }
}
