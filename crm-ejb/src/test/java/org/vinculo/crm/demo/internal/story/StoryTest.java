package org.vinculo.crm.demo.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.interaction.Outcome;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.party.TaxId;

class StoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Pattern EXAMPLE_HOST = Pattern.compile("(.+\\.)?(example|example\\.(com|org|net))");
    private static final Pattern BRITISH_FICTION =
            Pattern.compile("\\+44(7700900|2079460|1174960|1614960|1134960|1314960|2920180)\\d{3}");

    private static List<Client> story;

    @BeforeAll
    static void tell() {
        story = Story.of(TODAY);
    }

    @Test
    void sameDayTellsTheSameStory() {
        assertThat(Story.of(TODAY)).isEqualTo(story);
    }

    @Test
    void anotherDayTellsOneThatMovedOn() {
        List<Client> later = Story.of(TODAY.plusDays(40));

        assertThat(later).hasSameSizeAs(story);
        assertThat(newestOrder(later)).isAfter(newestOrder(story));
    }

    @Test
    void severalHundredCustomersOfBothKindsInThreeLanguages() {
        assertThat(story).hasSizeBetween(400, 500);
        assertThat(count(client -> client.who().kind() == CustomerKind.PERSON)).isBetween(200L, 300L);
        assertThat(count(Client::isProspect)).isBetween(50L, 100L);
        assertThat(story.stream()
                        .collect(Collectors.groupingBy(client -> client.who().language(), Collectors.counting())))
                .containsOnlyKeys("pt-BR", "es", "en")
                .allSatisfy((language, number) -> assertThat(number).isGreaterThan(60));
    }

    @Test
    void fewAreLoyalManyBuyOnce() {
        List<Integer> orders = story.stream()
                .filter(client -> !client.isProspect())
                .map(client -> (int) client.orders().stream()
                        .filter(order -> !order.isReturn())
                        .count())
                .sorted(Comparator.reverseOrder())
                .toList();
        int all = orders.stream().mapToInt(Integer::intValue).sum();
        int ofTopFifth = orders.stream()
                .limit(orders.size() / 5)
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(orders.stream().filter(number -> number == 1).count()).isGreaterThan(orders.size() / 4);
        assertThat(ofTopFifth).isGreaterThan(all * 55 / 100);
        assertThat(orders.stream().filter(number -> number > 1).count())
                .as("customers with a repeat order, of whom a value model needs 200")
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void severalThousandLinesWithCostsBelowPrices() {
        List<Client.Line> lines =
                orders().flatMap(order -> order.lines().stream()).toList();

        assertThat(lines).hasSizeGreaterThan(4000);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.quantity()).isNotZero();
            assertThat(line.unitPrice()).isPositive();
            assertThat(line.unitCost()).isPositive().isLessThan(line.unitPrice());
        });
    }

    @Test
    void decemberSellsMoreThanFebruary() {
        Map<Integer, Long> perMonth = orders().collect(Collectors.groupingBy(
                order -> order.at().atZone(ZoneOffset.UTC).getMonthValue(), Collectors.counting()));

        assertThat(perMonth.get(12)).isGreaterThan(perMonth.get(2) * 13 / 10);
    }

    @Test
    void returnsTakeBackWhatWasBoughtBefore() {
        for (Client client : story) {
            Map<String, Client.Order> byNumber =
                    client.orders().stream().collect(Collectors.toMap(Client.Order::number, order -> order));
            client.orders().stream().filter(Client.Order::isReturn).forEach(back -> {
                Client.Order order = byNumber.get(back.returns());
                assertThat(back.at()).isAfter(order.at());
                assertThat(back.lines()).hasSize(1).allSatisfy(line -> assertThat(order.lines())
                        .anyMatch(
                                bought -> bought.code().equals(line.code()) && bought.quantity() >= -line.quantity()));
            });
        }
        long returns = orders().filter(Client.Order::isReturn).count();
        assertThat(returns).isBetween(orders().count() * 2 / 100, orders().count() * 7 / 100);
    }

    @Test
    void documentNumbersAndNamesAreUnique() {
        Set<String> numbers = new HashSet<>();
        orders().forEach(order ->
                assertThat(numbers.add(order.number())).as(order.number()).isTrue());
        assertThat(story).extracting(client -> client.who().externalId()).doesNotHaveDuplicates();
        assertThat(story).extracting(client -> client.who().displayName()).doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensBeforeTheCustomerCameOrInTheFuture() {
        var now = TODAY.atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant();
        for (Client client : story) {
            var born = client.since()
                    .atStartOfDay(client.who().zone())
                    .minusDays(2)
                    .toInstant();
            Stream.of(
                            client.orders().stream().map(Client.Order::at),
                            client.talks().stream().map(Client.Talk::at),
                            client.words().stream().map(Client.Word::at),
                            client.needs().stream().map(Client.Need::collected))
                    .flatMap(moments -> moments)
                    .forEach(moment -> assertThat(moment).isBetween(born, now));
        }
    }

    @Test
    void noMailCanReachAnybody() {
        points(ContactPointType.EMAIL).forEach(point -> assertThat(EXAMPLE_HOST
                        .matcher(point.value().substring(point.value().indexOf('@') + 1))
                        .matches())
                .as(point.value())
                .isTrue());
        points(ContactPointType.WEB).forEach(point -> assertThat(point.value()).matches("https://[a-z0-9]+\\.example"));
        assertThat(points(ContactPointType.EMAIL).map(Client.Point::value)).doesNotHaveDuplicates();
    }

    @Test
    void telephoneNumbersAreWellFormedAndFictional() {
        List<String> numbers =
                points(ContactPointType.PHONE).map(Client.Point::value).toList();

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(PhoneNumbers.e164(number, null)).contains(number);
            assertThat(number).contains(number.startsWith("+44") ? "" : "55");
        });
        assertThat(numbers.stream().filter(number -> number.startsWith("+44")))
                .allMatch(number -> BRITISH_FICTION.matcher(number).matches());
        assertThat(numbers.stream().filter(number -> number.startsWith("+1")))
                .allMatch(number -> number.matches("\\+1\\d{3}55501\\d\\d"));
    }

    /** Mobile numbers kept for fiction in the United Kingdom lie outside of what the library calls valid. */
    @Test
    void otherTelephoneNumbersFitTheirNumberingPlan() {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

        assertThat(points(ContactPointType.PHONE).map(Client.Point::value).filter(number -> !number.startsWith("+447")))
                .filteredOn(number -> !fits(plans, number))
                .isEmpty();
    }

    @Test
    void taxNumbersHaveTheRightCheckDigits() {
        List<Client> withNumber =
                story.stream().filter(client -> client.who().taxId() != null).toList();

        assertThat(withNumber).hasSizeGreaterThan(80);
        assertThat(withNumber).allSatisfy(client -> assertThat(
                        TaxId.read(client.who().taxId(), client.who().country()))
                .isPresent());
        assertThat(withNumber).extracting(client -> client.who().taxId()).doesNotHaveDuplicates();
    }

    @Test
    void conversationsAreCompleteAndMakeSense() {
        List<Client.Talk> talks =
                story.stream().flatMap(client -> client.talks().stream()).toList();

        assertThat(talks).hasSizeBetween(1500, 6000).allSatisfy(talk -> {
            assertThat(talk.body()).doesNotContain("{").isNotBlank();
            assertThat(talk.topic()).isNotBlank();
            assertThat(talk.colleague()).isBetween(0, Staff.ALL.size() - 1);
            assertThat(talk.direction() == Direction.IN && talk.outcome() == Outcome.NOT_REACHED)
                    .isFalse();
        });
    }

    @Test
    void salesAreWorthMillionsOverTheYears() {
        BigDecimal reais = orders().filter(order -> order.currency().equals("BRL"))
                .flatMap(order -> order.lines().stream())
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(reais).isBetween(new BigDecimal("700000"), new BigDecimal("4000000"));
    }

    @Test
    void customersOfThePortalAreThereWithTheirParts() {
        assertThat(story.get(0).signIn()).isEqualTo("ana");
        assertThat(story.get(0).who().kind()).isEqualTo(CustomerKind.PERSON);
        assertThat(story.get(0).orders()).hasSizeGreaterThan(30);
        assertThat(story.get(0).talks()).hasSizeGreaterThan(15);
        assertThat(story.get(1).signIn()).isEqualTo("bruno");
        assertThat(story.get(1).who().kind()).isEqualTo(CustomerKind.ORGANISATION);
        assertThat(story.get(2).signIn()).isEqualTo("carmen");
        assertThat(story.get(2).who().language()).isEqualTo("es");
        assertThat(story.stream().skip(3)).allMatch(client -> client.signIn() == null);
    }

    private static boolean fits(PhoneNumberUtil plans, String number) {
        try {
            return plans.isValidNumber(plans.parse(number, null));
        } catch (NumberParseException malformed) {
            return false;
        }
    }

    private static Instant newestOrder(List<Client> clients) {
        return clients.stream()
                .flatMap(client -> client.orders().stream())
                .map(Client.Order::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long count(Predicate<Client> condition) {
        return story.stream().filter(condition).count();
    }

    private static Stream<Client.Order> orders() {
        return story.stream().flatMap(client -> client.orders().stream());
    }

    private static Stream<Client.Point> points(ContactPointType type) {
        return story.stream().flatMap(client -> client.points().stream()).filter(point -> point.type() == type);
    }
}
