package org.vinculo.crm.backoffice.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vinculo.crm.backoffice.api.support.JsonOut;
import org.vinculo.crm.shared.Json;
import org.vinculo.crm.value.ModelCardView;
import org.vinculo.crm.value.ModelWarning;
import org.vinculo.crm.value.RfmDefinition;
import org.vinculo.crm.value.RfmMap;
import org.vinculo.crm.value.ValueCard;

/** Figures as scripts read them. */
final class ValuePayload {

    private ValuePayload() {}

    static JsonObject card(ValueCard card, ModelCardView model) {
        double unit = model.timeUnit().weeks();
        return new JsonOut()
                .put("asOf", card.asOf())
                .put("computedAt", card.computedAt())
                .put("currency", card.currency())
                .put("model", card.model())
                .put("flags", strings(card.flags()))
                .put("rfm", rfm(card))
                .put("x", card.repeats())
                .put("tx", card.lastRepeat() / unit)
                .put("T", card.age() / unit)
                .put("meanValue", card.meanValue())
                .put("pAlive", number(card.pAlive()))
                .put(
                        "expectedPurchases",
                        new JsonOut()
                                .put("periods", model.periods())
                                .put("timeUnit", model.timeUnit())
                                .put("value", number(card.expectedPurchases()))
                                .build())
                .put("expectedSpend", number(card.expectedWorth()))
                .put("ltv", number(card.ltv()))
                .put("contribution", card.contribution())
                .put("potential", number(card.potential()))
                .put("tier", card.tier())
                .put("tierReasons", reasons(card))
                .put("tierSince", card.tierSince())
                .put("phase", card.phase())
                .put("phaseSince", card.phaseSince())
                .put("churnRisk", number(card.churnRisk()))
                .build();
    }

    private static JsonValue rfm(ValueCard card) {
        if (!card.bought()) {
            return JsonValue.NULL;
        }
        JsonOut out = new JsonOut()
                .put("recencyDays", card.recencyDays())
                .put("frequency", card.frequency())
                .put("monetary", card.monetary())
                .put("cell", card.rfmCell());
        put(out, "r", card.recencyScore());
        put(out, "f", card.frequencyScore());
        put(out, "m", card.monetaryScore());
        return out.build();
    }

    private static void put(JsonOut out, String name, Integer value) {
        if (value == null) {
            out.put(name, JsonValue.NULL);
        } else {
            out.put(name, value.longValue());
        }
    }

    private static JsonValue reasons(ValueCard card) {
        List<String> reasons = new ArrayList<>();
        if (card.tierReason() != null) {
            reasons.add(card.tierReason().name());
        }
        if (card.tierSuggested() != null && card.tierSuggested() != card.tier()) {
            reasons.add("FIGURES_SUGGEST_" + card.tierSuggested());
        }
        return strings(reasons);
    }

    static JsonObject model(ModelCardView card) {
        return new JsonOut()
                .put("asOf", card.asOf())
                .put("finishedAt", card.finishedAt())
                .put("timeUnit", card.timeUnit())
                .put("currency", card.currency())
                .put("measure", card.measure())
                .put("customers", card.customers())
                .put("repeaters", card.repeaters())
                .put("purchases", card.purchases())
                .put("revenue", card.revenue())
                .put("fittedOn", card.fittedOn())
                .put("bgnbd", fit(card.purchaseFit(), null, card))
                .put("gammaGamma", fit(card.valueFit(), card.valueCustomers(), card))
                .put("paretoNbd", fit(card.secondOpinion(), null, card))
                .put("correlation", number(card.correlation()))
                .put(
                        "expectedPurchases",
                        new JsonOut()
                                .put("periods", card.periods())
                                .put("total", number(card.expectedPurchases()))
                                .build())
                .put("expectedSpend", number(card.expectedWorth()))
                .put("lifetimeValue", number(card.lifetimeValue()))
                .put("holdout", holdout(card.check()))
                .put("grade", card.grade())
                .put("warnings", strings(card.warnings()))
                .put("fallback", card.fallback() ? card.model().name() : null)
                .build();
    }

    private static JsonValue fit(ModelCardView.Fit fit, Long customers, ModelCardView card) {
        if (fit == null) {
            return JsonValue.NULL;
        }
        JsonOut out = new JsonOut();
        JsonObjectBuilder errors = Json.createObjectBuilder();
        fit.parameters().forEach(parameter -> {
            out.put(parameter.name(), number(parameter.estimate()));
            errors.add(parameter.name(), number(parameter.standardError()));
        });
        out.put("logLikelihood", number(fit.logLikelihood()))
                .put("standardErrors", errors.build())
                .put("state", fit.state())
                .put("flags", flags(fit, card));
        if (customers != null) {
            out.put("customers", customers.longValue());
        }
        return out.build();
    }

    private static JsonValue flags(ModelCardView.Fit fit, ModelCardView card) {
        boolean ofValues = fit.equals(card.valueFit());
        return strings(card.warnings().stream()
                .filter(warning -> ofValues == isOfValues(warning))
                .toList());
    }

    private static boolean isOfValues(ModelWarning warning) {
        return switch (warning) {
            case VALUES_AT_EDGE, VALUES_FLAT, VALUE_DEPENDS_ON_FREQUENCY -> true;
            case TOO_FEW_REPEATS, PURCHASES_AT_EDGE, PURCHASES_FLAT -> false;
        };
    }

    private static JsonValue holdout(ModelCardView.Check check) {
        if (check == null) {
            return JsonValue.NULL;
        }
        return new JsonOut()
                .put("from", check.from())
                .put("until", check.until())
                .put("customers", check.customers())
                .put("expected", check.expected())
                .put("actual", check.actual())
                .put("deviation", number(check.deviation()))
                .put("topDecileLift", number(check.lift()))
                .put("byFrequency", check.byFrequency(), ValuePayload::group)
                .put("calibration", check.calibration(), ValuePayload::group)
                .build();
    }

    private static JsonObject group(ModelCardView.Group group) {
        return new JsonOut()
                .put("label", group.label())
                .put("customers", group.customers())
                .put("meanExpected", group.meanExpected())
                .put("meanActual", group.meanActual())
                .build();
    }

    static JsonObject rfm(RfmMap map) {
        return new JsonOut()
                .put("definition", letter(map.definition()))
                .put("definitionName", map.definition())
                .put("asOf", map.asOf())
                .put("currency", map.currency())
                .put("customers", map.customers())
                .put("cells", map.cells(), cell -> new JsonOut()
                        .put("r", cell.r())
                        .put("f", cell.f())
                        .put("m", cell.m())
                        .put("customers", cell.customers())
                        .put("monetary", cell.monetary())
                        .build())
                .put(
                        "cutPoints",
                        new JsonOut()
                                .put("recencyDays", numbers(map.recencyCuts()))
                                .put("frequency", numbers(map.frequencyCuts()))
                                .put("monetary", numbers(map.monetaryCuts()))
                                .build())
                .build();
    }

    private static String letter(RfmDefinition definition) {
        return switch (definition) {
            case EQUAL_GROUPS -> "A";
            case QUANTILES -> "B";
            case QUANTILES_PLUS_ONE -> "C";
        };
    }

    private static JsonValue numbers(List<Double> numbers) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        numbers.forEach(array::add);
        return array.build();
    }

    private static JsonValue strings(Collection<?> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.stream().map(Object::toString).sorted().forEach(array::add);
        return array.build();
    }

    private static JsonValue number(Double number) {
        return number == null ? JsonValue.NULL : Json.createValue(number);
    }
}
