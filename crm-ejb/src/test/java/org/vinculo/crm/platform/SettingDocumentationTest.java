package org.vinculo.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of settings in the README is made from the code; {@code -Dreadme.write=true} writes it anew. */
class SettingDocumentationTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String BEGIN = "<!-- settings:begin -->\n";
    private static final String END = "<!-- settings:end -->";

    @Test
    void readmeHasTheTableThatTheCodeMakes() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);

        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end)).isEqualTo(table());
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| Setting | Environment variable | Default | Meaning |\n|---|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            String defaultValue = setting.defaultValue().isEmpty() ? "–" : "`" + setting.defaultValue() + "`";
            table.append("| `" + setting.key() + "` | `" + setting.environmentVariable() + "` | " + defaultValue + " | "
                    + setting.meaning() + " |\n");
        }
        return table.toString();
    }
}
