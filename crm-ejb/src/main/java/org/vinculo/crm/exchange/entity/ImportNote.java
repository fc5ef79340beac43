package org.vinculo.crm.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.vinculo.crm.exchange.ImportNoteView;
import org.vinculo.crm.shared.BaseEntity;
import org.vinculo.crm.shared.FieldError;

/** What is to be told about one row of a file. */
@Entity
@Table(name = "import_note")
public class ImportNote extends BaseEntity {

    /** How a row fared that is told about. */
    public enum Kind {
        FAULT,
        DUPLICATE
    }

    private static final int ARGS_LENGTH = 1000;
    private static final String BETWEEN = "\u001f";

    @Column(name = "import_id", nullable = false, updatable = false)
    private Long importId;

    @Column(name = "line_no", nullable = false, updatable = false)
    private long line;

    @Enumerated(EnumType.STRING)
    @Column(name = "note_kind", nullable = false, updatable = false, length = 12)
    private Kind kind;

    @Column(name = "field", nullable = false, updatable = false, length = 60)
    private String field;

    @Column(name = "code", nullable = false, updatable = false, length = 80)
    private String code;

    @Column(name = "args", updatable = false, length = ARGS_LENGTH)
    private String args;

    protected ImportNote() {}

    public ImportNote(long importId, long line, Kind kind, FieldError problem) {
        this.importId = importId;
        this.line = line;
        this.kind = kind;
        this.field = cut(problem.field(), 60);
        this.code = problem.code();
        String joined = problem.args().stream().map(Object::toString).collect(Collectors.joining(BETWEEN));
        this.args = problem.args().isEmpty() ? null : cut(joined, ARGS_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    public ImportNoteView view() {
        List<Serializable> arguments = args == null ? List.of() : List.of((Serializable[]) args.split(BETWEEN, -1));
        return new ImportNoteView(line, kind == Kind.FAULT, new FieldError(field, code, arguments));
    }

    public long getLine() {
        return line;
    }
}
