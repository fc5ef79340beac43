package org.vinculo.crm.exchange.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculo.crm.exchange.PublicData;

class FormatDetectorTest {

    @TempDir
    Path folder;

    @Test
    void aSemicolonWinsOverDecimalCommas() throws IOException {
        assertThat(detect("1,5;2,7\n3,5;4,1\n0,1;2,2\n").delimiter()).isEqualTo(';');
        assertThat(detect("nome;valor\nAna;1.234,56\nBruno;7,00\n").delimiter()).isEqualTo(';');
    }

    @Test
    void commasInsideQuotesDoNotCount() throws IOException {
        assertThat(detect("id|text\n1|\"a, b, c\"\n2|\"d, e, f\"\n").delimiter())
                .isEqualTo('|');
    }

    @Test
    void tabsWinOverBlanks() throws IOException {
        assertThat(detect("id\tname\n1\tAna Maria\n2\tBruno Reis\n").delimiter())
                .isEqualTo('\t');
    }

    @Test
    void alignedNumbersAreSeparatedByBlanks() throws IOException {
        assertThat(detect(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n")
                        .isBlankSeparated())
                .isTrue();
    }

    @Test
    void namesOfTwoWordsAreOneColumn() throws IOException {
        assertThat(detect("Ana Silva\nBruno Reis\nCarmen Ruiz\n").isBlankSeparated())
                .isFalse();
    }

    @Test
    void theSeparatorLineOfExcelDecides() throws IOException {
        TextFormat format = detect("sep=;\nname;amount\nAna;1,5\n");

        assertThat(format.delimiter()).isEqualTo(';');
        assertThat(format.skippedLines()).isEqualTo(1);
    }

    @Test
    void quotesAfterABlankAreQuotes() throws IOException {
        assertThat(detect("\"a\", \"b\"\n\"1, 2\", \"3\"\n").spacedQuotes()).isTrue();
    }

    @Test
    void aGivenEncodingYieldsToAByteOrderMark() throws IOException {
        Path file = folder.resolve("marked.csv");
        Files.writeString(file, "\uFEFFname,city\nJosé,Évora\n");

        TextFormat format = FormatDetector.detect(file, StandardCharsets.ISO_8859_1, null);

        assertThat(format.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void realFilesAreUnderstood() throws IOException {
        assertThat(real("cdnow/lifetimes/CDNOW_sample.txt").isBlankSeparated()).isTrue();
        assertThat(real("public-split/online_retail_non_uk.csv").delimiter()).isEqualTo(',');
        assertThat(real("csv-messy/univocity/examples/european.csv").delimiter())
                .isEqualTo(';');
        assertThat(real("csv-messy/commons-csv/CSV-290/psql.tsv").delimiter()).isEqualTo('\t');
        assertThat(real("contacts-csv/roundcube-Csv2vcard/all.csv").bomBytes()).isEqualTo(3);
    }

    private static TextFormat real(String name) throws IOException {
        return FormatDetector.detect(PublicData.file(name), null, null);
    }

    private TextFormat detect(String text) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, text);
        return FormatDetector.detect(file, null, null);
    }
}
