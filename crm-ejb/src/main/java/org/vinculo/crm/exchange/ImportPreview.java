package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.shared.FieldError;

/**
 * What was found out about an uploaded file.
 *
 * @param rows records that are data, header not counted
 * @param rowsAreExact false when the file is so long that they were estimated
 * @param workbook whether it is an XLSX file
 * @param contacts whether it is an address book: vCards, or what a mail program exported
 * @param profile the profile in which everything is decided
 * @param columns the columns with what was noticed
 * @param samples the first records, cells by column
 * @param sampleResults of each sample what is wrong with it
 * @param problems why the import cannot start yet
 * @param rememberedFrom name of an earlier file with the same columns, or null
 */
public record ImportPreview(
        String fileId,
        ImportKind kind,
        String fileName,
        long rows,
        boolean rowsAreExact,
        boolean workbook,
        boolean contacts,
        ImportProfile profile,
        List<ColumnView> columns,
        List<Sample> samples,
        List<FieldError> problems,
        String rememberedFrom)
        implements Serializable {

    public ImportPreview {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }

    public long matched() {
        return columns.stream().filter(column -> column.target() != null).count();
    }

    /**
     * One of the first records as it would be understood.
     *
     * @param values what would be saved, in the order of {@code fields}
     * @param faults what is wrong with it
     */
    public record Sample(long line, List<String> fields, List<String> values, List<FieldError> faults)
            implements Serializable {}
}
