package org.vinculo.crm.demo.internal.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The invented company: Serra Café sells coffee and coffee machines from São Paulo. The same day gives the same story;
 * another day gives one that has moved on with it.
 */
public final class Story {

    private static final long SEED = 20_240_517L;
    private static final int CUSTOMERS = 430;
    private static final double PROSPECTS = 0.17;
    private static final int YEARS = 4;

    private final LocalDate today;
    private final Naming naming = new Naming();
    private final Telephones telephones = new Telephones();

    private Story(LocalDate today) {
        this.today = today;
    }

    /** All customers, those with a part of their own first. */
    public static List<Client> of(LocalDate today) {
        return new Story(today).tell();
    }

    /** Who signs in to the portal. */
    public static List<SignIn> signIns() {
        return Cast.PARTS.stream()
                .filter(part -> part.signIn() != null)
                .map(part -> new SignIn(
                        part.email(),
                        part.organisation() == null ? part.given() + " " + part.family() : part.organisation()))
                .toList();
    }

    /** An account of the portal and the customer it acts for. */
    public record SignIn(String email, String customer) {}

    private List<Client> tell() {
        List<Client> clients = new ArrayList<>();
        for (Cast.Part part : Cast.PARTS) {
            Dice dice = Dice.of(SEED, clients.size());
            clients.add(new ClientStory(clients.size() + 1, outline(part), today, naming, telephones, dice).tell());
        }
        while (clients.size() < CUSTOMERS) {
            Dice dice = Dice.of(SEED, clients.size());
            clients.add(new ClientStory(clients.size() + 1, outline(dice), today, naming, telephones, dice).tell());
        }
        return List.copyOf(clients);
    }

    private ClientStory.Outline outline(Cast.Part part) {
        LocalDate since = today.minusDays(part.daysAgo());
        LocalDate until = today.minusDays(Math.max(1, part.quietFor()));
        return new ClientStory.Outline(
                part.culture(),
                part.culture().place(part.town()),
                part.profile(),
                new Naming.PersonName(part.given(), part.family()),
                part.organisation(),
                new History.Habit(part.profile(), since, part.pace(), true, until),
                false,
                part.signIn());
    }

    private ClientStory.Outline outline(Dice dice) {
        Culture culture = dice.draw(List.of(Culture.values()));
        Culture.Place place = dice.draw(culture.places());
        Profile profile = dice.draw(List.of(Profile.values()));
        boolean prospect = dice.chance(PROSPECTS);
        LocalDate since = prospect ? today.minusDays(dice.between(2, 220)) : History.firstDay(dice, today, YEARS);
        return new ClientStory.Outline(
                culture,
                place,
                profile,
                naming.person(culture, dice),
                profile.isBusiness() ? naming.organisation(culture, profile, dice) : null,
                new History.Habit(profile, since, 1, false, today.minusDays(1)),
                prospect,
                null);
    }
}
