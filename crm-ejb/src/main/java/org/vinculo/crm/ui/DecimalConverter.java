package org.vinculo.crm.ui;

import jakarta.el.ValueExpression;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Texts;

/** A number in the viewer's notation: decimal sign of the language, grouping and blanks forgiven. */
public class DecimalConverter implements Converter<Number> {

    @Override
    public Number getAsObject(FacesContext faces, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Locale locale = faces.getViewRoot().getLocale();
        return parse(text, locale)
                .flatMap(value -> as(value, type(faces, component)))
                .orElseThrow(() -> {
                    String message = Texts.text(locale, "errors.number");
                    return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
                });
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Number value) {
        if (value == null) {
            return "";
        }
        return new Format(faces.getViewRoot().getLocale(), ZoneOffset.UTC).plain(new BigDecimal(value.toString()));
    }

    /**
     * The number a person of this language means; empty when it is none. Grouping must stand where grouping stands, so
     * that a decimal sign of another language is refused and not read as a hundred times as much.
     */
    static Optional<BigDecimal> parse(String text, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String compact = text.replaceAll("[\\s\u00a0\u202f'\u2019]", "").replace('\u2212', '-');
        String group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String grouped = "[+-]?\\d{1,3}(" + group + "\\d{3})+(\\D\\d*)?";
        String ungrouped = compact.matches(grouped) ? compact.replaceAll(group, "") : compact;
        String plain = ungrouped.replace(symbols.getDecimalSeparator(), '.');
        boolean foreign = symbols.getDecimalSeparator() != '.' && ungrouped.indexOf('.') >= 0;
        return !foreign && plain.matches("[+-]?(\\d{1,15}(\\.\\d{0,6})?|\\.\\d{1,6})")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private static Optional<Number> as(BigDecimal value, Class<?> type) {
        try {
            if (type == Integer.class || type == int.class) {
                return Optional.of(value.intValueExact());
            }
            if (type == Long.class || type == long.class) {
                return Optional.of(value.longValueExact());
            }
            return Optional.of(value);
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private static Class<?> type(FacesContext faces, UIComponent component) {
        ValueExpression value = component.getValueExpression("value");
        return value == null ? BigDecimal.class : value.getType(faces.getELContext());
    }
}
