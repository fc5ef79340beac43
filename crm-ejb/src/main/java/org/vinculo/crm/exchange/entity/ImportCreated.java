package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.shared.BaseEntity;

/** What one chunk created: for each thing how far its id lies from the one before, and its version. */
@Entity
@Table(name = "import_created")
public class ImportCreated extends BaseEntity {

    /** Something that was created. */
    public record Made(long id, long version) {}

    @Column(name = "import_id", nullable = false, updatable = false)
    private Long importId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what", nullable = false, updatable = false, length = 20)
    private Traced what;

    @Lob
    @Column(name = "ids", nullable = false, updatable = false)
    private String ids;

    protected ImportCreated() {}

    public ImportCreated(long importId, Traced what, List<Made> made) {
        this.importId = importId;
        this.what = what;
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (Made each : made) {
            text.append(Long.toString(each.id() - before, 36))
                    .append(':')
                    .append(Long.toString(each.version(), 36))
                    .append(' ');
            before = each.id();
        }
        this.ids = text.toString();
    }

    /** For things that their room names by public id. */
    public static ImportCreated named(long importId, Traced what, List<String> publicIds) {
        ImportCreated created = new ImportCreated(importId, what, List.of());
        created.ids = String.join(" ", publicIds);
        return created;
    }

    public List<String> names() {
        return List.of(ids.split(" "));
    }

    public Traced getWhat() {
        return what;
    }

    public List<Made> made() {
        List<Made> made = new ArrayList<>();
        long before = 0;
        for (String each : ids.split(" ")) {
            int colon = each.indexOf(':');
            if (colon > 0) {
                before += Long.parseLong(each.substring(0, colon), 36);
                made.add(new Made(before, Long.parseLong(each.substring(colon + 1), 36)));
            }
        }
        return made;
    }
}
