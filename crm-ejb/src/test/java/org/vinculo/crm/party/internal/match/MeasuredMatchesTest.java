package org.vinculo.crm.party.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.exchange.PublicData;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.DuplicateSearch;

/** The matcher against records of which it is known who is who. */
class MeasuredMatchesTest {

    private record Known(MatchFacts facts, String entity) {}

    @Test
    void findsTheFiveHundredPairsOfTheFirstFebrlFile() throws IOException {
        assertThat(measure("febrl/dataset1.csv", MeasuredMatchesTest::febrl)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void findsThePairsOfTheThirdFebrlFile() throws IOException {
        assertThat(measure("febrl/dataset3.csv", MeasuredMatchesTest::febrl)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void findsThePairsOfAFileWithNamesDatesCitiesAndMailOnly() throws IOException {
        assertThat(measure("linkage-other/splink/fake_1000.csv", MeasuredMatchesTest::fake))
                .isGreaterThanOrEqualTo(0.75);
    }

    private static double measure(String file, Function<NamedCsvRecord, Known> reader) throws IOException {
        Path path = PublicData.file(file);
        List<Known> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(path)) {
            rows.forEach(row -> records.add(reader.apply(row)));
        }
        long truth = pairsOf(records);
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            for (String key : MatchKeys.of(records.get(i).facts())) {
                blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> compared = new HashSet<>();
        int found = 0;
        int right = 0;
        int blocked = 0;
        for (List<Integer> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (!compared.add(block.get(i) * 1_000_000L + block.get(j))) {
                        continue;
                    }
                    Known a = records.get(block.get(i));
                    Known b = records.get(block.get(j));
                    boolean same = a.entity().equals(b.entity());
                    boolean proposed = Matcher.compare(a.facts(), b.facts()).score() >= DuplicateSearch.PROPOSED;
                    blocked += same ? 1 : 0;
                    found += proposed ? 1 : 0;
                    right += proposed && same ? 1 : 0;
                }
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / truth;
        double f1 = 2 * precision * recall / (precision + recall);
        report(file + " candidates " + compared.size() + " blocking " + (double) blocked / truth + " precision "
                + precision + " recall " + recall + " F1 " + f1);
        return f1;
    }

    private static void report(String line) {
        System.getLogger(MeasuredMatchesTest.class.getName()).log(System.Logger.Level.INFO, line);
    }

    private static long pairsOf(List<Known> records) {
        Map<String, Long> sizes = new HashMap<>();
        records.forEach(record -> sizes.merge(record.entity(), 1L, Long::sum));
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private static Known febrl(NamedCsvRecord row) {
        String id = row.getField(0).strip();
        MatchFacts facts = MatchFacts.of(0, CustomerKind.PERSON)
                .named(field(row, 1), field(row, 2))
                .place(field(row, 3) + " " + field(row, 4), field(row, 5), field(row, 7), field(row, 6), field(row, 8))
                .born(date(field(row, 9), "yyyyMMdd"))
                .taxId(field(row, 10))
                .build();
        return new Known(facts, id.split("-")[1]);
    }

    private static Known fake(NamedCsvRecord row) {
        MatchFacts facts = MatchFacts.of(0, CustomerKind.PERSON)
                .named(field(row, 1), field(row, 2))
                .born(date(field(row, 3), "yyyy-MM-dd"))
                .place(null, null, null, field(row, 4), null)
                .point(ContactPointType.EMAIL, field(row, 5))
                .build();
        return new Known(facts, field(row, 6));
    }

    private static String field(NamedCsvRecord row, int place) {
        return row.getField(place).strip();
    }

    private static LocalDate date(String text, String pattern) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern));
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
