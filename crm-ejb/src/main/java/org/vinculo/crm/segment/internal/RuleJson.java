package org.vinculo.crm.segment.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import org.vinculo.crm.segment.SegmentCondition;
import org.vinculo.crm.segment.SegmentField;
import org.vinculo.crm.segment.SegmentOperator;
import org.vinculo.crm.segment.SegmentRule;
import org.vinculo.crm.shared.Json;

/** The sentence of a segment as it is kept. */
final class RuleJson {

    private static final String ALL = "all";
    private static final String DAYS = "days";

    private RuleJson() {}

    static String write(SegmentRule rule) {
        JsonArrayBuilder groups = Json.createArrayBuilder();
        for (SegmentRule.Group group : rule.groups()) {
            JsonArrayBuilder conditions = Json.createArrayBuilder();
            group.conditions().forEach(condition -> conditions.add(object(condition)));
            groups.add(Json.createObjectBuilder().add(ALL, group.all()).add("conditions", conditions));
        }
        return Json.createObjectBuilder()
                .add(ALL, rule.all())
                .add("groups", groups)
                .build()
                .toString();
    }

    private static JsonObject object(SegmentCondition condition) {
        var object = Json.createObjectBuilder()
                .add("field", condition.field().name())
                .add("operator", condition.operator().name())
                .add("values", Json.createArrayBuilder(condition.values()));
        if (condition.days() != null) {
            object.add(DAYS, condition.days());
        }
        return object.build();
    }

    static SegmentRule read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject rule = reader.readObject();
            return new SegmentRule(
                    rule.getBoolean(ALL),
                    rule.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                            .map(group -> new SegmentRule.Group(
                                    group.getBoolean(ALL),
                                    group.getJsonArray("conditions").getValuesAs(JsonObject.class).stream()
                                            .map(RuleJson::condition)
                                            .toList()))
                            .toList());
        }
    }

    private static SegmentCondition condition(JsonObject object) {
        return new SegmentCondition(
                SegmentField.valueOf(object.getString("field")),
                SegmentOperator.valueOf(object.getString("operator")),
                object.getJsonArray("values").getValuesAs(JsonString::getString),
                object.containsKey(DAYS) ? Integer.valueOf(object.getInt(DAYS)) : null);
    }
}
