package org.vinculo.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.shared.EmailAddress;

/** Telephone numbers and addresses of the world, judged elsewhere. */
class PublicCasesTest {

    private static final Set<String> MUST_PASS = Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321");

    @Test
    void telephoneNumbersOfAllCountriesAreReadHoweverTheyAreWritten() throws IOException {
        int cases = 0;
        int equal = 0;
        for (NamedCsvRecord row : read("public-split/phone_cases_public.csv")) {
            String found = PhoneNumbers.e164(row.getField("raw_input"), row.getField("default_region"))
                    .orElse("");
            boolean valid = Boolean.parseBoolean(row.getField("valid"));
            cases++;
            equal += found.equals(valid ? row.getField("e164") : "") ? 1 : 0;
        }
        assertThat(cases).isGreaterThan(3000);
        assertThat((double) equal / cases).isGreaterThan(0.98);
    }

    @Test
    void noMailIsSentWhereNoneCanArriveAndNoGoodAddressIsRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : read("public-split/isemail_cases_public.csv")) {
            boolean accepted = EmailAddress.normal(decoded(row.getField("address_codepoints")))
                    .isPresent();
            String category = row.getField("category");
            if (category.equals("ISEMAIL_ERR") && accepted || MUST_PASS.contains(category) && !accepted) {
                wrong.add(category + " " + row.getField("diagnosis") + " " + row.getField("address"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String decoded(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String point : codePoints.split(" ")) {
            if (!point.isEmpty()) {
                text.appendCodePoint(Integer.parseInt(point, 16));
            }
        }
        return text.toString();
    }

    private static Iterable<NamedCsvRecord> read(String name) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(PublicData.file(name));
    }
}
