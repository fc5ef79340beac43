package org.vinculo.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingDocumentationTest {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void readmeNamesEverySettingWithItsVariableDefaultAndMeaning(Setting setting) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String defaultValue = setting.defaultValue().isEmpty() ? "–" : "`" + setting.defaultValue() + "`";

        assertThat(readme)
                .contains("| `" + setting.key() + "` | `" + setting.environmentVariable() + "` | " + defaultValue
                        + " | " + setting.meaning() + " |");
    }
}
