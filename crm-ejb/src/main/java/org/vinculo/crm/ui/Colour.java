package org.vinculo.crm.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour in sRGB, to derive readable shades from the one colour a company gives.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);
    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");

    /** Of {@code #rgb} or {@code #rrggbb}; empty for anything else. */
    static Optional<Colour> ofHex(String text) {
        Matcher hex = HEX.matcher(text == null ? "" : text.strip());
        if (!hex.matches()) {
            return Optional.empty();
        }
        String digits = hex.group(1);
        String six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
        int rgb = Integer.parseInt(six, 16);
        return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255));
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** This colour with a share (0 to 1) of another one. */
    Colour mixed(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    /** Contrast ratio of WCAG 2: 1 to 21. */
    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The nearest shade towards an end (black or white) that reaches a contrast against a ground. */
    Colour readableOn(Colour ground, double contrast, Colour end) {
        Colour shade = this;
        for (int step = 1; step <= 20 && shade.contrast(ground) < contrast; step++) {
            shade = mixed(end, step / 20.0);
        }
        return shade;
    }

    /** The same hue, lighter until it reaches a contrast against a dark ground; stays a colour, not a grey. */
    Colour glowingOn(Colour ground, double contrast) {
        double[] hsl = hsl();
        Colour shade = this;
        for (double light = hsl[2]; light <= 1 && shade.contrast(ground) < contrast; light += 0.02) {
            shade = ofHsl(hsl[0], Math.max(hsl[1], Math.min(0.5, hsl[1] * 2)), light);
        }
        return shade.readableOn(ground, contrast, WHITE);
    }

    private double[] hsl() {
        double max = Math.max(red, Math.max(green, blue)) / 255.0;
        double min = Math.min(red, Math.min(green, blue)) / 255.0;
        double light = (max + min) / 2;
        double span = max - min;
        if (span == 0) {
            return new double[] {0, 0, light};
        }
        double hue = max == red / 255.0
                ? (green - blue) / 255.0 / span
                : max == green / 255.0 ? 2 + (blue - red) / 255.0 / span : 4 + (red - green) / 255.0 / span;
        return new double[] {(hue + 6) % 6, span / (1 - Math.abs(2 * light - 1)), light};
    }

    /** Hue 0 to 6, saturation and lightness 0 to 1. */
    private static Colour ofHsl(double hue, double saturation, double light) {
        double chroma = (1 - Math.abs(2 * light - 1)) * saturation;
        double[] channels = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            double distance = Math.abs((hue - 2 * channel + 9) % 6 - 3);
            double share = Math.min(1, Math.max(0, 2 - distance));
            channels[channel] = light + chroma * (share - 0.5);
        }
        return new Colour(channel(channels[0]), channel(channels[1]), channel(channels[2]));
    }

    private static int channel(double share) {
        return (int) Math.round(Math.min(1, Math.max(0, share)) * 255);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mix(int own, int other, double share) {
        return (int) Math.round(own + (other - own) * share);
    }
}
