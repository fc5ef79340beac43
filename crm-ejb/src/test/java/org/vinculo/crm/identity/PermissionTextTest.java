package org.vinculo.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vinculo.crm.shared.Texts;

/** The pages of roles, users and tokens find the name of a permission by the name of its constant. */
class PermissionTextTest {

    @ParameterizedTest
    @FieldSource("org.vinculo.crm.shared.Texts#LOCALES")
    void everyPermissionAndItsModuleHaveAName(Locale locale) {
        assertThat(Permission.values())
                .allSatisfy(permission -> assertThat(Texts.has(locale, "identity.permission." + permission))
                        .as(permission.name())
                        .isTrue());
        assertThat(Arrays.stream(Permission.values()).map(Permission::module))
                .allSatisfy(module -> assertThat(Texts.has(locale, "identity.module." + module))
                        .as(module)
                        .isTrue());
        assertThat(Texts.keys("identity.permission.")).hasSameSizeAs(Permission.values());
    }
}
