package org.vinculo.crm.ui;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.vinculo.crm.platform.Setting;
import org.vinculo.crm.platform.Settings;

/**
 * The portal's colours from the one that the company set. Shades are moved until text on them is readable, in light
 * and dark; a value that is no colour leaves the tokens as they are.
 */
public class BrandSheet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final double TEXT = 4.6;

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getWriter()
                .write(Colour.ofHex(settings.get(Setting.BRAND_COLOUR))
                        .map(BrandSheet::sheet)
                        .orElse(""));
    }

    static String sheet(Colour given) {
        Colour light = given.readableOn(Colour.WHITE.mixed(given, 0.12), TEXT, Colour.BLACK);
        Colour night = Colour.BLACK.mixed(given, 0.18);
        Colour dark = given.glowingOn(night, 7);
        String bright = variables(light, Colour.BLACK, Colour.WHITE.mixed(given, 0.12), Colour.WHITE)
                + door(light.mixed(Colour.BLACK, 0.3));
        String dim = variables(dark, Colour.WHITE, night, Colour.BLACK.mixed(given, 0.3))
                + door(given.mixed(Colour.BLACK, 0.65));
        return ":root.portal{" + bright + "}@media (prefers-color-scheme:dark){:root.portal:not([data-theme=light]){"
                + dim + "}}:root.portal[data-theme=dark]{" + dim + "}";
    }

    private static String variables(Colour brand, Colour towards, Colour soft, Colour on) {
        Colour contrast = on.readableOn(brand, TEXT, brand.contrast(Colour.WHITE) > TEXT ? Colour.WHITE : Colour.BLACK);
        return "--brand:" + brand.hex() + ";--brand-hover:"
                + brand.mixed(towards, 0.2).hex() + ";--brand-soft:" + soft.hex() + ";--accent-contrast:"
                + contrast.hex() + ";";
    }

    private static String door(Colour ground) {
        Colour shade = ground.readableOn(Colour.WHITE, 7, Colour.BLACK);
        return "--door:" + shade.hex() + ";--door-text:"
                + Colour.WHITE.mixed(shade, 0.06).hex() + ";--door-line:"
                + shade.mixed(Colour.WHITE, 0.4).hex() + ";";
    }
}
