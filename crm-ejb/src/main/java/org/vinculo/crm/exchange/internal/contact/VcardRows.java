package org.vinculo.crm.exchange.internal.contact;

import ezvcard.VCard;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vinculo.crm.exchange.internal.file.CountingStream;
import org.vinculo.crm.exchange.internal.file.RowSource;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.file.TextFormat;

/** The cards of a file of vCards as records; the first record names the columns. */
public final class VcardRows implements RowSource {

    /** A card with a picture has hundreds of kilobytes; beyond this it is no card. */
    private static final int LONGEST_CARD = 4 << 20;

    private static final int SHOWN = 500;

    private final long size;
    private final CountingStream bytes;
    private final VcardText cards;
    private boolean headed;

    public VcardRows(Path file, TextFormat format) throws IOException {
        this.size = Math.max(1, Files.size(file));
        this.bytes = new CountingStream(new BufferedInputStream(Files.newInputStream(file)), Long.MAX_VALUE, "");
        bytes.skipNBytes(format.bomBytes());
        this.cards = new VcardText(new InputStreamReader(bytes, format.charset()), LONGEST_CARD);
    }

    @Override
    public SourceRow next() throws IOException {
        if (!headed) {
            headed = true;
            return SourceRow.of(1, Contact.COLUMNS);
        }
        VcardText.Card text = cards.next();
        if (text == null) {
            return null;
        }
        if (text.tooLong()) {
            return broken(text, "exchange.row.tooLong");
        }
        VCard card;
        try {
            card = VcardReading.parse(text.text());
        } catch (RuntimeException unreadable) {
            return broken(text, "exchange.row.card");
        }
        return card == null
                ? broken(text, "exchange.row.card")
                : SourceRow.of(text.line(), VcardReading.contact(card).cells());
    }

    private static SourceRow broken(VcardText.Card text, String code) {
        String shown = text.text();
        return SourceRow.broken(text.line(), shown.substring(0, Math.min(SHOWN, shown.length())), code);
    }

    @Override
    public double progress() {
        return Math.min(1.0, (double) bytes.count() / size);
    }

    @Override
    public void close() throws IOException {
        cards.close();
    }
}
