package org.vinculo.crm.exchange.internal.match;

import java.util.List;

/** The columns that an error file has behind those of the file it tells about; when it comes back they mean nothing. */
public final class ReportColumns {

    public static final List<String> NAMES = List.of("import_line", "import_field", "import_message");

    private ReportColumns() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
