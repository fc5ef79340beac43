package org.vinculo.crm.party.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.identity.StaffRef;
import org.vinculo.crm.identity.TeamRef;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.party.ConditionField;
import org.vinculo.crm.party.ConditionField.Type;
import org.vinculo.crm.party.ConditionField.Value;
import org.vinculo.crm.party.ConditionFieldSource;
import org.vinculo.crm.party.CustomerKind;
import org.vinculo.crm.party.CustomerStage;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupView;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.Texts;

/** Everything of customers that conditions can test: their own columns, tags and lists, and what other rooms know. */
@ApplicationScoped
public class ConditionFields {

    /** Stands for whoever looks. */
    static final String ME = "ME";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    @Inject
    StaffDirectory staff;

    @Inject
    GroupBook groups;

    @Inject
    CustomerFilters filters;

    @Inject
    CurrentCaller caller;

    @Inject
    @Any
    Instance<ConditionFieldSource> sources;

    /** Those the caller may test, by name, in their order. */
    public Map<String, ConditionField> permitted() {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        Stream<ConditionField> others = sources.stream().flatMap(source -> source.fields().stream());
        Stream.of(own().stream(), filters.permitted().stream().map(FilterField::new), others)
                .flatMap(each -> each)
                .filter(ConditionField::permitted)
                .forEach(field -> fields.putIfAbsent(field.name(), field));
        return fields;
    }

    private List<ConditionField> own() {
        List<ConditionField> fields = new ArrayList<>();
        fields.add(text("name", "c.sort_name", Normal::fold));
        fields.add(choice("stage", Type.FIXED_CHOICE, "c.stage", names("party.stage.", CustomerStage.values())));
        fields.add(choice("kind", Type.FIXED_CHOICE, "c.kind", names("party.kind.", CustomerKind.values())));
        fields.add(owner());
        fields.add(team());
        fields.add(group("tag", GroupKind.TAG));
        fields.add(group("list", GroupKind.LIST));
        fields.add(text("city", "lower(c.city)", ConditionFields::lower));
        fields.add(choice(
                "country",
                Type.CHOICE,
                "c.country",
                COUNTRIES.stream()
                        .map(code -> new Value(
                                code,
                                Phrase.value(
                                        new Locale.Builder().setRegion(code).build())))
                        .toList()));
        fields.add(choice(
                "language",
                Type.CHOICE,
                "c.preferred_language",
                Texts.LOCALES.stream()
                        .map(locale -> new Value(locale.toLanguageTag(), Phrase.value(locale)))
                        .toList()));
        fields.add(related("email", "p.normal_value", ConditionFields::lower));
        fields.add(related("phone", "p.normal_value", ConditionFields::phone));
        fields.add(related("postalCode", "lower(p.postal_code)", ConditionFields::lower));
        fields.add(text("externalId", "lower(c.external_id)", ConditionFields::lower));
        fields.add(text("taxId", "c.tax_id_key", org.vinculo.crm.party.TaxId::key));
        fields.add(date("birthDate", Type.DATE, "c.birth_date"));
        fields.add(date("createdAt", Type.MOMENT, "c.created_at"));
        fields.add(date("changedAt", Type.MOMENT, "c.changed_at"));
        fields.add(choice("acquiredVia", Type.CHOICE, "c.acquired_via", names("party.channel.", Channel.values())));
        fields.add(text("acquiredFrom", "lower(c.acquired_from)", ConditionFields::lower));
        return fields;
    }

    private ConditionField owner() {
        List<StaffRef> people = staff.active();
        List<Value> values = new ArrayList<>();
        values.add(new Value(ME, Phrase.of("party.list.value.ME")));
        people.forEach(each -> values.add(new Value(each.publicId(), Phrase.value(each.name()))));
        return new PlainField("owner", title("owner"), Type.CHOICE, "", "c.owner_id", values, value -> {
            if (ME.equals(value)) {
                return caller.get().accountId();
            }
            return people.stream()
                    .filter(each -> each.publicId().equals(value))
                    .map(StaffRef::id)
                    .findFirst()
                    .orElse(null);
        });
    }

    private ConditionField team() {
        List<TeamRef> teams = staff.teams();
        List<Value> values = teams.stream()
                .map(team -> new Value(team.publicId(), Phrase.value(team.name())))
                .toList();
        return new PlainField("team", title("team"), Type.CHOICE, "", "c.team_id", values, value -> teams.stream()
                .filter(team -> team.publicId().equals(value))
                .map(TeamRef::id)
                .findFirst()
                .orElse(null));
    }

    private ConditionField group(String name, GroupKind kind) {
        List<GroupView> all = groups.names(kind);
        List<Value> values = all.stream()
                .map(each -> new Value(each.publicId(), Phrase.value(each.name())))
                .toList();
        Map<String, Long> ids = groups.ids(kind);
        String sql = kind == GroupKind.TAG
                ? "exists (select 1 from customer_group_member m inner join customer_group g on g.id = m.group_id"
                        + " where m.customer_id = c.id and g.kind = 'TAG' and "
                : "exists (select 1 from customer_group_member m inner join customer_group g on g.id = m.group_id"
                        + " where m.customer_id = c.id and g.kind = 'LIST' and ";
        return new PlainField(name, title(name), Type.CHOICE, sql, "m.group_id", values, ids::get);
    }

    private static ConditionField text(String name, String column, Function<String, Object> reader) {
        return new PlainField(name, title(name), Type.TEXT, "", column, List.of(), reader);
    }

    private static ConditionField choice(String name, Type type, String column, List<Value> values) {
        return new PlainField(
                name,
                title(name),
                type,
                "",
                column,
                values,
                value -> values.stream().anyMatch(each -> each.code().equals(value)) ? value : null);
    }

    private static ConditionField date(String name, Type type, String column) {
        return new PlainField(name, title(name), type, "", column, List.of(), ConditionFields::day);
    }

    private static ConditionField related(String name, String column, Function<String, Object> reader) {
        String sql =
                switch (name) {
                    case "email" ->
                        "exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'EMAIL' and ";
                    case "phone" ->
                        "exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'PHONE' and ";
                    default ->
                        "exists (select 1 from contact_point p where p.customer_id = c.id and p.point_type = 'POSTAL' and ";
                };
        return new PlainField(name, title(name), Type.TEXT, sql, column, List.of(), reader);
    }

    private static Phrase title(String name) {
        return Phrase.of("list.field." + name);
    }

    private static List<Value> names(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Value(constant.name(), Phrase.of(prefix + constant.name())))
                .toList();
    }

    static Object lower(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static Object phone(String value) {
        String digits = Normal.digits(value);
        return value.strip().startsWith("+") ? "+" + digits : digits;
    }

    /** A day, or null for what is none. */
    static Object day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** A number, or null for what is none. */
    static Object number(String value) {
        return NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
    }
}
