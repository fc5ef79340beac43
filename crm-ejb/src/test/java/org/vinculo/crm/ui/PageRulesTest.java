package org.vinculo.crm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.OrgRole;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.Scope;

class PageRulesTest {

    private PageRules rules;

    @BeforeEach
    void read() throws IOException {
        String file = "/signin.xhtml=public\n/home.xhtml=staff\n/customers/list.xhtml=customer.view, import.run\n"
                + "/data.xhtml=customer\n/team.xhtml=customer.admin\n";
        rules = PageRules.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPageWithoutALineIsClosedToEverybody() {
        assertThat(rules.knows("/forgotten.xhtml")).isFalse();
        assertThat(admits("/forgotten.xhtml", staff(Permission.CUSTOMER_VIEW))).isFalse();
        assertThat(admits("/forgotten.xhtml", Caller.ANONYMOUS)).isFalse();
    }

    @Test
    void publicPagesAreOpenToEverybody() {
        assertThat(admits("/signin.xhtml", Caller.ANONYMOUS)).isTrue();
        assertThat(rules.isPublic("/home.xhtml")).isFalse();
    }

    @Test
    void oneOfTheNamedPermissionsIsEnough() {
        assertThat(admits("/customers/list.xhtml", staff(Permission.IMPORT_RUN)))
                .isTrue();
        assertThat(admits("/customers/list.xhtml", staff(Permission.AUDIT_VIEW)))
                .isFalse();
        assertThat(admits("/home.xhtml", staff(Permission.AUDIT_VIEW))).isTrue();
    }

    @Test
    void customersAndStaffNeverMeet() {
        Caller customer = customer(OrgRole.ADMIN);

        assertThat(admits("/home.xhtml", customer)).isFalse();
        assertThat(admits("/customers/list.xhtml", customer)).isFalse();
        assertThat(admits("/data.xhtml", staff(Permission.CUSTOMER_VIEW))).isFalse();
        assertThat(admits("/data.xhtml", customer)).isTrue();
    }

    @Test
    void theRoleInTheOrganisationCounts() {
        assertThat(admits("/team.xhtml", customer(OrgRole.ADMIN))).isTrue();
        assertThat(admits("/team.xhtml", customer(OrgRole.VIEWER))).isFalse();
    }

    @Test
    void theSystemOpensNoPages() {
        assertThat(admits("/home.xhtml", Caller.system("job"))).isFalse();
    }

    private boolean admits(String page, Caller caller) {
        return rules.admits(page, role -> PageRules.isIn(caller, role));
    }

    private static Caller staff(Permission permission) {
        return caller(Caller.Kind.STAFF, Map.of(permission, Scope.ALL), null);
    }

    private static Caller customer(OrgRole role) {
        return caller(Caller.Kind.CUSTOMER, Map.of(), role);
    }

    private static Caller caller(Caller.Kind kind, Map<Permission, Scope> permissions, OrgRole role) {
        return new Caller(
                kind, 1L, "Ana", 2L, null, permissions, role, null, null, null, Locale.ENGLISH, ZoneOffset.UTC);
    }
}
