package org.vinculo.crm.exchange.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

    private static final String PORTUGUESE = "nome;endereço\nJoão Conceição;Rua São João, nº 3\nÂngela;Praça da Sé\n";
    private static final String JAPANESE = "氏名,住所,電話番号\n山田太郎,東京都千代田区丸の内,03-1234-5678\n鈴木花子,大阪府大阪市北区梅田,06-1234-5678\n";
    private static final String RUSSIAN =
            "имя,город,примечание\nИван Петров,Москва,постоянный клиент\nАнна Смирнова,Санкт-Петербург,новый клиент\n";

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void westernTextIsReadAsWritten(String charset) throws IOException {
        Charset written = Charset.forName(charset);

        TextEncoding found = detect(PORTUGUESE.getBytes(written));

        assertThat(new String(PORTUGUESE.getBytes(written), found.charset())).isEqualTo(PORTUGUESE);
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "EUC-JP", "UTF-8"})
    void japaneseTextIsReadAsWritten(String charset) throws IOException {
        Charset written = Charset.forName(charset);

        TextEncoding found = detect(JAPANESE.repeat(5).getBytes(written));

        assertThat(new String(JAPANESE.getBytes(written), found.charset())).isEqualTo(JAPANESE);
    }

    @Test
    void cyrillicTextIsReadAsWritten() throws IOException {
        Charset written = Charset.forName("windows-1251");

        TextEncoding found = detect(RUSSIAN.repeat(5).getBytes(written));

        assertThat(new String(RUSSIAN.getBytes(written), found.charset())).isEqualTo(RUSSIAN);
    }

    @Test
    void aMarkDecidesAndIsSkipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xEF);
        bytes.write(0xBB);
        bytes.write(0xBF);
        bytes.writeBytes("a,b".getBytes(StandardCharsets.UTF_8));

        assertThat(detect(bytes.toByteArray())).isEqualTo(new TextEncoding(StandardCharsets.UTF_8, 3));
        assertThat(detect(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}))
                .isEqualTo(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        assertThat(detect(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}))
                .isEqualTo(new TextEncoding(StandardCharsets.UTF_16BE, 2));
    }

    @Test
    void anAccentFarDownIsSeen() throws IOException {
        String text = "id,name\n" + "1,Smith\n".repeat(200_000) + "2,Müller\n";

        assertThat(detect(text.getBytes(TextEncoding.WINDOWS_1252)).charset()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(detect(text.getBytes(StandardCharsets.UTF_8)).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedByteDoesNotChangeALongUtf8Text() throws IOException {
        byte[] bytes = PORTUGUESE.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xFF;

        assertThat(detect(bytes).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    private static TextEncoding detect(byte[] bytes) throws IOException {
        return TextEncoding.detect(new ByteArrayInputStream(bytes));
    }
}
