package org.vinculo.crm.demo.internal.story;

import java.time.ZoneId;
import java.util.List;

/** The people of Serra Café. The first eight sign in under their role; the others only look after customers. */
public final class Staff {

    public static final List<String> TEAMS = List.of("Serra Café Brasil", "Serra Café Europa e América");

    private static final String BRAZIL = "America/Sao_Paulo";

    /** Colleagues by their position. */
    public static final List<Colleague> ALL = List.of(
            new Colleague("admin", "Helena Prado", "administrator", null, "pt-BR", BRAZIL, true),
            new Colleague("manager", "Marina Duarte", "salesManager", 0, "pt-BR", BRAZIL, true),
            new Colleague("sales", "Joana Teixeira", "sales", 0, "pt-BR", BRAZIL, true),
            new Colleague("marketing", "Davi Fontes", "marketing", 0, "pt-BR", BRAZIL, true),
            new Colleague("service", "Rui Monteiro", "service", 0, "pt-BR", BRAZIL, true),
            new Colleague("telesales", "Rita Campos", "telesales", 0, "pt-BR", BRAZIL, true),
            new Colleague("analyst", "Noah Becker", "analyst", null, "en", BRAZIL, true),
            new Colleague("auditor", "Teresa Valadares", "auditor", null, "pt-BR", BRAZIL, true),
            new Colleague("antonio.lopes", "Antônio Lopes", "sales", 0, "pt-BR", BRAZIL, false),
            new Colleague("lucia.herrera", "Lucía Herrera", "sales", 1, "es", "Europe/Madrid", false),
            new Colleague("oliver.grant", "Oliver Grant", "sales", 1, "en", "Europe/London", false),
            new Colleague("sofia.matos", "Sofia Matos", "service", 1, "pt-BR", "Europe/Lisbon", false));

    static final int MANAGER = 1;
    static final int JOANA = 2;
    static final int MARKETING = 3;
    static final int RUI = 4;
    static final int TELESALES = 5;
    static final int ANTONIO = 8;
    static final int LUCIA = 9;
    static final int OLIVER = 10;
    static final int SOFIA = 11;

    private Staff() {}

    /**
     * A member of staff.
     *
     * @param role code of the built-in role
     * @param team position of the team, or null
     * @param signsIn whether the account has the demo password; the others have one that nobody knows
     */
    public record Colleague(
            String account, String name, String role, Integer team, String language, String zone, boolean signsIn) {

        public String email() {
            return account + Cast.DOMAIN;
        }

        public ZoneId zoneId() {
            return ZoneId.of(zone);
        }
    }

    /** Who looks after a customer: by country and worth, nobody for some who only asked. */
    static Integer ownerOf(Culture culture, Profile profile, boolean prospect, Dice dice) {
        if (prospect && dice.chance(0.35)) {
            return null;
        }
        return switch (culture) {
            case BR -> profile.isBusiness() ? pick(dice, JOANA, JOANA, ANTONIO) : pick(dice, TELESALES, ANTONIO, JOANA);
            case PT -> pick(dice, JOANA, LUCIA, SOFIA);
            case ES, MX -> LUCIA;
            case GB, US -> OLIVER;
        };
    }

    /** Who does the service where the customer lives. */
    static int serviceFor(Culture culture) {
        return culture == Culture.BR || culture == Culture.US || culture == Culture.MX ? RUI : SOFIA;
    }

    private static int pick(Dice dice, int... positions) {
        return positions[dice.between(0, positions.length - 1)];
    }
}
