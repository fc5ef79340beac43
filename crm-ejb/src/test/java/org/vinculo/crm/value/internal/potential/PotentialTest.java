package org.vinculo.crm.value.internal.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.value.internal.risk.Observation;

class PotentialTest {

    private static final Potential.Peers PEERS = new Potential.Peers(
            IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray());

    @Test
    void oneInTenPeersShowsWhatIsPossible() {
        assertThat(PEERS.best()).isEqualTo(90);
        assertThat(PEERS.of(30, Double.NaN)).isEqualTo(new Potential(90, 60));
        assertThat(PEERS.of(95, Double.NaN)).isEqualTo(new Potential(95, 0));
        assertThat(PEERS.of(-20, Double.NaN)).isEqualTo(new Potential(90, 110));
    }

    @Test
    void aKnownWalletEndsTheGrowth() {
        assertThat(PEERS.of(30, 0.5)).isEqualTo(new Potential(60, 30));
        assertThat(PEERS.of(30, 0.1)).isEqualTo(new Potential(90, 60));
        assertThat(PEERS.of(30, 1)).isEqualTo(new Potential(30, 0));
    }

    @Test
    void whatTellsTheBestFromAllWeighsMost() {
        LookAlike profile = profile();

        assertThat(profile.attributes().get(0).name()).isEqualTo("employees");
        assertThat(profile.attributes())
                .extracting(LookAlike.Attribute::name)
                .contains("sector")
                .doesNotContain("country");
        assertThat(profile.attributes().stream()
                        .mapToDouble(LookAlike.Attribute::weight)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void thoseLikeTheBestAreNear() {
        LookAlike profile = profile();

        double near = profile.distance(company(96, "steel"));
        double far = profile.distance(company(1, "food"));

        assertThat(near).isLessThan(0.1);
        assertThat(far).isGreaterThan(0.5);
        assertThat(profile.distance(new Observation(Map.of(), Map.of()))).isCloseTo(1, within(1e-12));
    }

    @Property
    void thePartsAreTheDistance(
            @ForAll @DoubleRange(min = -1000, max = 1000) double employees, @ForAll @IntRange(max = 3) int sector) {
        LookAlike profile = profile();
        Observation prospect =
                company(employees, List.of("steel", "food", "law", "none").get(sector));

        double sum = profile.parts(prospect).stream()
                .mapToDouble(LookAlike.Part::part)
                .sum();

        assertThat(profile.distance(prospect)).isEqualTo(sum).isBetween(0.0, 1 + 1e-12);
    }

    @Test
    void nobodyToResembleIsRefused() {
        assertThatThrownBy(() -> LookAlike.of(List.of(), List.of(company(1, "food"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LookAlike profile() {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(company(i, i < 60 ? "food" : "steel"));
        }
        return LookAlike.of(all.subList(90, 100), all);
    }

    private static Observation company(double employees, String sector) {
        return new Observation(Map.of("employees", employees), Map.of("sector", sector, "country", "BR"));
    }
}
