package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.party.internal.ChannelFilter;
import org.vinculo.crm.party.internal.CustomerFilters;
import org.vinculo.crm.party.internal.SourceFilter;
import org.vinculo.crm.party.internal.quality.QualityBook;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.LargeBase;
import org.vinculo.crm.shared.SqlText;

/** The figures of the report, reckoned by hand over three customers of a team. */
class QualityFiguresTest extends PartyTest {

    private DataQuality quality;

    @BeforeEach
    void threeCustomers() {
        quality = wire(
                new DataQuality(),
                access,
                wire(new QualityBook()),
                wire(new CustomerFilters(), one(new Persons())),
                wire(new LargeBase()));
        callAs(north, Scope.TEAM);
        CustomerForm ana = person("Ana", "Lima");
        ana.setAcquiredFrom("Fair");
        ana.setAcquiredVia(Channel.WEB);
        ana.getContacts().add(contact(ContactPointType.EMAIL, "ana@example.org"));
        ana.getContacts().add(contact(ContactPointType.PHONE, "+5511987654321"));
        long id = entity(service.create(ana).ref().publicId()).getId();
        em.createNativeQuery("update contact_point set verified_at = '2026-01-02 03:04:05' where customer_id = ?1"
                        + " and point_type = 'EMAIL'")
                .setParameter(1, id)
                .executeUpdate();
        service.create(person("Bia", "Lima"));
        CustomerForm mill = new CustomerForm();
        mill.setKind(CustomerKind.ORGANISATION);
        mill.setName("Mill");
        mill.setAcquiredVia(Channel.PHONE);
        mill.getContacts().add(contact(ContactPointType.EMAIL, "mill@example.org"));
        service.create(mill);
        flushAndClear();
    }

    /** Stands for the segments of another room. */
    private static final class Persons implements CustomerFilter {

        @Override
        public String name() {
            return "segment";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Phrase title() {
            return Phrase.value("Segment");
        }

        @Override
        public List<String> values() {
            return List.of("persons");
        }

        @Override
        public Phrase text(String value) {
            return Phrase.value("Persons");
        }

        @Override
        public boolean permitted() {
            return true;
        }

        @Override
        public SqlText condition(String value) {
            return SqlText.empty().sqlPart("(c.kind = ").value("PERSON").sqlPart(")");
        }
    }

    @Test
    void whatIsMissingOrDoubtfulIsCountedExactly() {
        QualityReport report = quality.report();

        assertThat(report.customers()).isEqualTo(3);
        assertThat(report.completeness()).as("5 of 20 facts are known").isCloseTo(5 / 20d, within(1e-9));
        Map<QualityIssue, Long> counts = report.counts().stream()
                .collect(Collectors.toMap(QualityReport.Count::issue, QualityReport.Count::customers));
        assertThat(counts)
                .containsEntry(QualityIssue.NO_EMAIL, 1L)
                .containsEntry(QualityIssue.NO_PHONE, 2L)
                .containsEntry(QualityIssue.EMAIL_UNVERIFIED, 1L)
                .containsEntry(QualityIssue.PHONE_UNVERIFIED, 1L)
                .containsEntry(QualityIssue.NO_ADDRESS, 3L)
                .containsEntry(QualityIssue.NO_LANGUAGE, 3L)
                .containsEntry(QualityIssue.NO_BIRTH_DATE, 2L)
                .containsEntry(QualityIssue.NO_TAX_ID, 3L)
                .containsEntry(QualityIssue.NO_SOURCE, 1L)
                .containsEntry(QualityIssue.STALE, 0L)
                .containsEntry(QualityIssue.DUPLICATE, 0L);
    }

    @Test
    void sourcesAndChannelsHaveTheirOwnFigures() {
        QualityReport report = quality.report();
        assertThat(report.sources()).extracting(QualityReport.Source::source).containsExactly(null, "Fair");
        assertThat(report.sources().get(0).completeness()).isCloseTo(2 / 13d, within(1e-9));
        assertThat(report.sources().get(0).emailUnverified()).isCloseTo(1 / 2d, within(1e-9));
        assertThat(report.sources().get(1).completeness()).isCloseTo(3 / 7d, within(1e-9));
        Map<String, QualityReport.Source> channels = report.channels().stream()
                .collect(Collectors.toMap(each -> String.valueOf(each.source()), Function.identity()));
        assertThat(channels).containsOnlyKeys("WEB", "PHONE", "null");
        assertThat(channels.get("WEB").phoneUnverified()).isEqualTo(1);
        assertThat(channels.get("WEB").emailUnverified()).isZero();
        assertThat(channels.get("PHONE").completeness()).isCloseTo(2 / 6d, within(1e-9));
        assertThat(channels.get("null").completeness()).isZero();
    }

    @Test
    void everySourceAndChannelOpensToItsCustomersAlsoWhereNoneIsWrittenDown() {
        CustomerFilter source = wire(new SourceFilter());
        CustomerFilter channel = new ChannelFilter();
        QualityReport report = quality.report();

        assertThat(report.sources()).extracting(QualityReport.Source::source).contains((String) null);
        assertThat(report.channels()).extracting(QualityReport.Source::source).contains((String) null);
        report.sources().forEach(row -> assertThat(opened(source, row.source())).isEqualTo(row.customers()));
        report.channels()
                .forEach(row -> assertThat(opened(channel, row.source())).isEqualTo(row.customers()));
        assertThat(source.text("!").key()).isEqualTo(channel.text("!").key()).isEqualTo("party.filter.unknown");
    }

    private long opened(CustomerFilter filter, String code) {
        String value = code == null ? "!" : code;
        assertThat(filter.accepts(value)).isTrue();
        return countListed(filter.condition(value));
    }

    @Test
    void aSegmentHasItsOwnFigures() {
        assertThat(quality.segments()).extracting(ConditionField.Value::code).containsExactly("persons");
        QualityReport report = quality.report("persons");

        assertThat(report.customers()).isEqualTo(2);
        assertThat(report.completeness()).isCloseTo(3 / 14d, within(1e-9));
        assertThatThrownBy(() -> quality.report("unknown")).isInstanceOf(InvalidInput.class);
        callAs(south, Scope.TEAM);
        assertThat(quality.report("persons").customers()).isZero();
    }
}
