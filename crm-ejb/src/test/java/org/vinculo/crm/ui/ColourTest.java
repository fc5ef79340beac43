package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    @Test
    void readsShortAndLongNotation() {
        assertThat(Colour.ofHex("#abc")).contains(new Colour(0xaa, 0xbb, 0xcc));
        assertThat(Colour.ofHex(" 6D2A56 ")).contains(new Colour(0x6d, 0x2a, 0x56));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12", "#1234567", "url(x)", "#fff;}body{display:none"})
    void refusesWhatIsNoColour(String text) {
        assertThat(Colour.ofHex(text)).isEmpty();
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colour.WHITE.contrast(Colour.BLACK)).isCloseTo(21, within(0.001));
        assertThat(new Colour(0x76, 0x76, 0x76).contrast(Colour.WHITE)).isCloseTo(4.54, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#6d2a56", "#ffff00", "#000000", "#ffffff", "#00a3ff", "#7fff00", "#808080", "#e30613"})
    void everyBrandGetsReadableShades(String brand) {
        String sheet = BrandSheet.sheet(Colour.ofHex(brand).orElseThrow());

        String[] themes = sheet.split("@media", 2);
        for (String theme : themes) {
            Colour ground = value(theme, "brand");
            assertThat(ground.contrast(value(theme, "accent-contrast"))).isGreaterThanOrEqualTo(4.5);
            assertThat(ground.contrast(value(theme, "brand-soft"))).isGreaterThanOrEqualTo(4.5);
            assertThat(value(theme, "door").contrast(value(theme, "door-text"))).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void shadesForTheDarkKeepTheirHue() {
        Colour shade = new Colour(0x6d, 0x2a, 0x56).glowingOn(Colour.BLACK, 7);

        assertThat(shade.red()).isGreaterThan(shade.blue());
        assertThat(shade.blue()).isGreaterThan(shade.green() + 20);
    }

    private static Colour value(String sheet, String name) {
        Matcher matcher = Pattern.compile("--" + name + ":(#[0-9a-f]{6})").matcher(sheet);
        assertThat(matcher.find()).isTrue();
        return Colour.ofHex(matcher.group(1)).orElseThrow();
    }
}
