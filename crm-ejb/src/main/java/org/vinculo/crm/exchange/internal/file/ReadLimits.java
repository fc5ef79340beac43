package org.vinculo.crm.exchange.internal.file;

/**
 * What a file may ask of the memory.
 *
 * @param maxFileBytes size of the uploaded file
 * @param maxRecordChars length of one record
 * @param maxColumns columns of one record
 * @param maxRecordLines lines that one quoted record may span
 * @param maxInflatedBytes size of all used parts of a workbook when unpacked
 * @param maxSharedBytes unpacked size of the texts that a workbook keeps apart; they are held in memory
 * @param maxEntries parts of a workbook
 */
public record ReadLimits(
        long maxFileBytes,
        int maxRecordChars,
        int maxColumns,
        int maxRecordLines,
        long maxInflatedBytes,
        long maxSharedBytes,
        int maxEntries) {

    public static final ReadLimits DEFAULT =
            new ReadLimits(200L << 20, 256 * 1024, 1000, 1000, 1L << 30, 64L << 20, 2000);

    public ReadLimits withMaxFileBytes(long bytes) {
        return new ReadLimits(
                bytes, maxRecordChars, maxColumns, maxRecordLines, maxInflatedBytes, maxSharedBytes, maxEntries);
    }
}
