package org.vinculo.crm.demo.internal.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ContactPointType;

/** The story of one customer. */
final class ClientStory {

    private static final Set<Channel> WITHOUT_NUMBER = EnumSet.of(Channel.EMAIL, Channel.CHAT, Channel.WEB);

    private static final double TALKATIVE = 2.2;

    private final int number;
    private final Outline outline;
    private final LocalDate today;
    private final Naming naming;
    private final Telephones telephones;
    private final Dice dice;

    ClientStory(int number, Outline outline, LocalDate today, Naming naming, Telephones telephones, Dice dice) {
        this.number = number;
        this.outline = outline;
        this.today = today;
        this.naming = naming;
        this.telephones = telephones;
        this.dice = dice;
    }

    /**
     * What is settled before the story begins.
     *
     * @param person the customer, or whom one talks to in the organisation
     * @param organisation its name, or null
     */
    record Outline(
            Culture culture,
            Culture.Place place,
            Profile profile,
            Naming.PersonName person,
            String organisation,
            History.Habit habit,
            boolean prospect,
            String signIn) {}

    Client tell() {
        Profile profile = outline.profile();
        LocalDate since = outline.habit().since();
        Instant born = Moments.of(profile, since, outline.place().zone(), dice);
        Integer owner = Staff.ownerOf(outline.culture(), profile, outline.prospect(), dice);
        List<Client.Point> points = points(born);
        Basket basket = new Basket(profile, outline.culture(), today, outline.signIn() != null, dice);
        List<Client.Order> orders = orders(basket);
        Conversations.Speaker speaker = speaker(points, owner, basket);
        Conversations conversations = new Conversations(speaker, today, dice);
        List<Client.Talk> talks = orders.isEmpty() ? conversations.ofProspect(since) : conversations.ofBuyer(orders);
        List<Client.Need> needs = Remarks.about(speaker, since, today, outline.signIn() == null ? 0 : 3, dice);
        Consents consents = new Consents(speaker, since, today, dice);
        return new Client(
                who(),
                since,
                address(),
                points,
                outline.prospect() ? dice.pick(List.of(Channel.WEB, Channel.SOCIAL, Channel.PARTNER)) : Channel.WEB,
                owner,
                outline.signIn(),
                orders,
                talks,
                needs,
                consents.words(outline.signIn() != null),
                consents.wishes(outline.signIn() != null));
    }

    private Client.Who who() {
        boolean person = outline.organisation() == null;
        String tax = outline.signIn() != null || dice.chance(person ? 0.45 : 0.8)
                ? TaxNumbers.invent(outline.culture(), outline.profile().kind(), dice)
                        .orElse(null)
                : null;
        LocalDate birth = person && (outline.signIn() != null || dice.chance(0.6))
                ? today.minusYears(dice.between(22, 74)).minusDays(dice.between(1, 364))
                : null;
        return new Client.Who(
                "SC-%05d".formatted(number),
                outline.profile().kind(),
                outline.organisation(),
                person ? outline.person().given() : null,
                person ? outline.person().family() : null,
                birth,
                tax,
                outline.culture().language(),
                outline.culture().name(),
                outline.place().zone());
    }

    private Client.Address address() {
        Culture culture = outline.culture();
        int house = dice.between(2, 980);
        String street = dice.pick(culture.words("streets"));
        boolean numberFirst = culture == Culture.GB || culture == Culture.US;
        String district = culture.words("districts").isEmpty() ? null : dice.pick(culture.words("districts"));
        return new Client.Address(
                numberFirst ? house + " " + street : street + (culture == Culture.MX ? " " : ", ") + house,
                district,
                outline.place().city(),
                outline.place().region(),
                dice.fill(outline.place().postalCode()));
    }

    private List<Client.Point> points(Instant born) {
        List<Client.Point> points = new ArrayList<>();
        Naming.PersonName person = outline.person();
        boolean business = outline.organisation() != null;
        String host = business ? naming.host(outline.organisation()) : null;
        String email = outline.signIn() != null
                ? outline.signIn() + Cast.DOMAIN
                : business ? naming.localPart(person) + "@" + host : naming.email(person, dice);
        boolean verified = outline.signIn() != null || dice.chance(0.6);
        String contact = business ? person.given() + " " + person.family() : null;
        points.add(point(ContactPointType.EMAIL, email, contact, verified ? born.plusSeconds(900) : null));
        if (outline.signIn() != null || dice.chance(0.88)) {
            String mobile = telephones.mobile(outline.culture(), outline.place(), dice);
            boolean confirmed = outline.signIn() != null || dice.chance(0.4);
            points.add(point(ContactPointType.PHONE, mobile, contact, confirmed ? born.plusSeconds(1800) : null));
        }
        if (business && dice.chance(0.6)) {
            String landline = telephones.landline(outline.culture(), outline.place(), dice);
            points.add(point(ContactPointType.PHONE, landline, null, null));
        }
        if (business && dice.chance(0.5)) {
            points.add(point(ContactPointType.WEB, "https://" + host, null, null));
        }
        return List.copyOf(points);
    }

    private static Client.Point point(ContactPointType type, String value, String label, Instant verified) {
        return new Client.Point(type, value, label, verified);
    }

    private List<Client.Order> orders(Basket basket) {
        if (outline.prospect()) {
            return List.of();
        }
        Orders.Buyer buyer = new Orders.Buyer(number, outline.profile(), outline.culture(), outline.place());
        return List.copyOf(Orders.place(buyer, History.days(outline.habit(), dice), basket, today, dice));
    }

    private Conversations.Speaker speaker(List<Client.Point> points, Integer owner, Basket basket) {
        Set<Channel> channels = EnumSet.copyOf(WITHOUT_NUMBER);
        if (points.stream().anyMatch(point -> point.type() == ContactPointType.PHONE)) {
            channels.addAll(List.of(Channel.PHONE, Channel.WHATSAPP));
        }
        channels.add(outline.profile().isBusiness() ? Channel.VISIT : Channel.SOCIAL);
        return new Conversations.Speaker(
                Naming.firstAsWritten(outline.person().given()),
                outline.culture().tongue(),
                outline.place().zone(),
                outline.profile(),
                channels,
                owner == null ? Staff.MANAGER : owner,
                Staff.serviceFor(outline.culture()),
                basket.favourite().name(),
                outline.signIn() == null ? 1 : TALKATIVE);
    }
}
