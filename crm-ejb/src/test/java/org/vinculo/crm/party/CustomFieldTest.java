package org.vinculo.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Scope;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.internal.CustomListing;
import org.vinculo.crm.party.portal.MyFields;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.PageRequest;

/** Fields that an administrator adds: kept by their type, found by conditions, seen by whom they are meant for. */
class CustomFieldTest extends PartyTest {

    private CustomFieldService admin;
    private CustomFields fields;
    private String tag;

    @BeforeEach
    void wireFields() {
        em.createNativeQuery("delete from custom_value").executeUpdate();
        em.createNativeQuery("delete from custom_field").executeUpdate();
        admin = wire(new CustomFieldService(), custom, wire(new StaffDirectory()), wire(new Jobs()), callers);
        fields = wire(new CustomFields(), custom, access);
        tag = "f" + System.nanoTime();
    }

    @Test
    void valuesOfEveryKindAreKeptAndFound() {
        add("employees", CustomType.NUMBER, null);
        add("revenue", CustomType.MONEY, null);
        add("perHead", CustomType.FORMULA, "round(revenue / employees, 2)");
        add("founded", CustomType.DATE, null);
        add("size", CustomType.CHOICE, "s = Small\nl = Large");
        add("interests", CustomType.MULTI, "coffee = Coffee\ntea = Tea");
        add("page", CustomType.LINK, null);
        add("remark", CustomType.TEXT, null);
        String id = create(Map.of(
                "employees",
                "8",
                "revenue",
                "1000.50",
                "founded",
                "2001-02-03",
                "size",
                "l",
                "interests",
                "tea,coffee",
                "page",
                "https://example.org/a",
                "remark",
                "Olá"));
        flushAndClear();

        assertThat(fields.of(id))
                .extracting(CustomEntry::getValue)
                .containsExactly(
                        "8", "1000.5", "125.06", "2001-02-03", "l", "coffee,tea", "https://example.org/a", "Olá");
        assertThat(found("x.employees", Condition.Operator.AT_LEAST, "8")).isTrue();
        assertThat(found("x.perHead", Condition.Operator.AT_MOST, "125")).isFalse();
        assertThat(found("x.founded", Condition.Operator.AT_MOST, "2001-02-03")).isTrue();
        assertThat(found("x.size", Condition.Operator.IS, "s")).isFalse();
        assertThat(found("x.interests", Condition.Operator.IS, "tea")).isTrue();
        assertThat(found("x.interests", Condition.Operator.IS_NOT, "tea")).isFalse();
        assertThat(found("x.remark", Condition.Operator.BEGINS, "OLÁ")).isTrue();
        assertThat(found("x.remark", Condition.Operator.UNKNOWN)).isFalse();
    }

    @Test
    void everyMistakeNamesTheField() {
        add("employees", CustomType.NUMBER, null);
        add("size", CustomType.CHOICE, "s = Small");

        assertThatThrownBy(() -> create(Map.of("employees", "many", "size", "x")))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.errors())
                        .extracting(error -> error.args().get(0).toString())
                        .containsExactly("Label of employees", "Label of size"));
        assertThatThrownBy(() -> create(Map.of("employees", "1e999999999"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("bad", CustomType.FORMULA, "employees +")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("bad", CustomType.FORMULA, "unknown * 2")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("bad", CustomType.FORMULA, "(".repeat(300)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)//.example",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "file:///etc/passwd"
            })
    void aLinkLeadsToAWebPageOnly(String address) {
        add("page", CustomType.LINK, null);
        CustomFieldForm shown = form("mine", CustomType.LINK, null);
        shown.setPortal(CustomPortal.EDITABLE);
        admin.save(shown);
        String id = create(Map.of("page", "example.org/a"));
        em.flush();
        CustomerForm edited = service.form(id);
        edited.setCustom(Map.of("page", address));
        MyFields mine = wire(new MyFields(), custom, access, callers, notice);

        assertThatThrownBy(() -> create(Map.of("page", address))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> service.save(edited)).isInstanceOf(InvalidInput.class);
        callAsCustomer(entity(id).getId(), OrgRole.ADMIN);
        assertThatThrownBy(() -> mine.save(Map.of("mine", address))).isInstanceOf(InvalidInput.class);
        callAs(north, Scope.ALL);
        assertThat(fields.of(id)).extracting(CustomEntry::getValue).containsExactly("https://example.org/a", null);
    }

    @Test
    void whatChangedIsToldInTheStoryToThoseWhoSeeTheField() {
        add("remark", CustomType.TEXT, null);
        String id = create(Map.of("remark", "old words"));
        CustomerForm form = service.form(id);
        form.setCustom(Map.of("remark", "new words"));
        service.save(form);
        flushAndClear();

        assertThat(told(id)).contains("old words").contains("new words");
        CustomFieldForm secret = admin.list().get(0);
        secret.setViewRoles(List.of("AAAAAAAAAAAAAAAAAAAAAA"));
        admin.save(secret);
        em.flush();
        assertThat(told(id)).doesNotContain("words");
    }

    private String told(String id) {
        return history.timeline(entity(id).getId(), TimelineCursor.START, 50).stream()
                .flatMap(entry -> entry.details().stream())
                .map(line -> Phrases.write(line, java.util.Locale.ENGLISH, java.time.ZoneOffset.UTC))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void retiredFieldComesBackWithItsValues() {
        CustomFieldForm form = add("remark", CustomType.TEXT, null);
        String id = create(Map.of("remark", "kept"));

        admin.retire(form.getPublicId(), true);
        em.flush();
        assertThat(fields.of(id)).isEmpty();
        admin.retire(form.getPublicId(), false);
        em.flush();

        assertThat(fields.of(id)).extracting(CustomEntry::getValue).containsExactly("kept");
    }

    @Test
    void whoseRolesDoNotSeeItNeitherReadsNorTestsNorChangesIt() {
        CustomFieldForm form = form("secret", CustomType.TEXT, null);
        String id = create(Map.of());
        form.setViewRoles(List.of("AAAAAAAAAAAAAAAAAAAAAA"));
        admin.save(form);
        em.flush();
        CustomerForm edited = service.form(id);
        edited.setCustom(Map.of("secret", "x"));
        service.save(edited);

        assertThat(fields.of(id)).isEmpty();
        assertThatThrownBy(() -> found("x.secret", Condition.Operator.KNOWN)).isInstanceOf(InvalidInput.class);
        assertThat(em.createQuery("select count(v) from CustomValue v", Long.class)
                        .getSingleResult())
                .isZero();
    }

    @Test
    void customerSeesAndChangesOnlyWhatThePortalShows() {
        CustomFieldForm shown = form("shown", CustomType.TEXT, null);
        shown.setPortal(CustomPortal.SHOWN);
        admin.save(shown);
        CustomFieldForm editable = form("editable", CustomType.TEXT, null);
        editable.setPortal(CustomPortal.EDITABLE);
        admin.save(editable);
        add("hidden", CustomType.TEXT, null);
        String id = create(Map.of("shown", "a", "editable", "b", "hidden", "c"));
        String other = create(Map.of("editable", "of another"));
        em.flush();
        MyFields mine = wire(new MyFields(), custom, access, callers, notice);
        callAsCustomer(entity(id).getId(), OrgRole.ADMIN);

        assertThat(mine.list()).extracting(CustomEntry::getValue).containsExactly("a", "b");
        mine.save(Map.of("shown", "x", "editable", "y", "hidden", "z"));
        em.flush();

        callAs(north, Scope.ALL);
        assertThat(fields.of(id)).extracting(CustomEntry::getValue).containsExactly("a", "y", "c");
        assertThat(fields.of(other)).extracting(CustomEntry::getValue).contains("of another");
    }

    @Test
    void columnShowsTheValues() {
        add("employees", CustomType.NUMBER, null);
        String id = create(Map.of("employees", "12"));
        em.flush();
        CustomerColumn column =
                wire(new CustomListing(), custom, callers).columns().get(0);

        assertThat(column.values(List.of(entity(id).getId())).values())
                .extracting(phrase -> phrase.args().get(0).toString())
                .containsExactly("12");
    }

    private CustomFieldForm form(String code, CustomType type, String detail) {
        CustomFieldForm form = new CustomFieldForm();
        form.setCode(code);
        form.setType(type);
        form.setLabel("Label of " + code);
        form.setCurrency("BRL");
        form.setChoices(detail);
        form.setFormula(detail);
        return form;
    }

    private CustomFieldForm add(String code, CustomType type, String detail) {
        admin.save(form(code, type, detail));
        em.flush();
        return admin.list().stream()
                .filter(each -> each.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String create(Map<String, String> values) {
        CustomerForm form = person("Ana", tag);
        form.setCustom(values);
        return service.create(form).ref().publicId();
    }

    private boolean found(String field, Condition.Operator operator, String... values) {
        Condition condition = new Condition.Test(field, operator, List.of(values));
        return !service.list(CustomerList.search(tag).with(condition), PageRequest.of(0, 5))
                .items()
                .isEmpty();
    }
}
