package org.vinculo.crm.exchange.internal.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.vinculo.crm.exchange.ImportField;
import org.vinculo.crm.exchange.internal.file.SourceRow;
import org.vinculo.crm.exchange.internal.match.ImportPlan;
import org.vinculo.crm.interaction.Direction;
import org.vinculo.crm.party.Channel;
import org.vinculo.crm.shared.Normal;

/** Understands the records of a file of conversations. */
public final class InteractionRowReader {

    private static final Set<String> OUT =
            Set.of("out", "outbound", "outgoing", "sent", "saida", "enviado", "enviada", "salida", "saliente", "ativo");
    private static final int TOPIC_LENGTH = 200;

    private final ImportPlan plan;
    private final LocalDate today;

    /** @param today the day against which dates are judged */
    public InteractionRowReader(ImportPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    public Parsed<InteractionRow> read(SourceRow source) {
        Cells cells = new Cells(plan, today, source);
        if (cells.isBroken()) {
            return new Parsed<>(source.line(), null, cells.faults());
        }
        String ref = cells.required(ImportField.CUSTOMER_REF);
        String name = cells.text(ImportField.CUSTOMER_NAME);
        int before = cells.faults().size();
        Cells.When when = cells.when(ImportField.HAPPENED_AT);
        if (when == null && cells.faults().size() == before) {
            cells.fault(ImportField.HAPPENED_AT, "required");
        }
        Channel channel = channel(cells);
        String subject = cells.text(ImportField.SUBJECT);
        String body = cells.text(ImportField.BODY);
        String topic = subject == null ? firstLine(body) : subject;
        if (topic == null) {
            cells.fault(ImportField.SUBJECT, "required");
        }
        Direction direction =
                OUT.contains(Normal.fold(cells.text(ImportField.DIRECTION))) ? Direction.OUT : Direction.IN;
        if (!cells.faults().isEmpty() || ref == null || when == null) {
            return new Parsed<>(source.line(), null, cells.faults());
        }
        return new Parsed<>(
                source.line(),
                new InteractionRow(
                        cells.text(ImportField.ENTRY_KEY),
                        Normal.reference(ref),
                        name,
                        when.at(),
                        channel,
                        direction,
                        topic,
                        body),
                List.of());
    }

    private static Channel channel(Cells cells) {
        int before = cells.faults().size();
        String text = cells.required(ImportField.CHANNEL);
        Channel channel = ChannelNames.find(text);
        if (channel == null && cells.faults().size() == before) {
            cells.fault(ImportField.CHANNEL, "exchange.row.channel");
        }
        return channel;
    }

    private static String firstLine(String body) {
        if (body == null) {
            return null;
        }
        String line = body.strip().lines().findFirst().orElse("");
        if (line.isBlank()) {
            return null;
        }
        return line.length() <= TOPIC_LENGTH ? line : line.substring(0, TOPIC_LENGTH - 1) + "…";
    }
}
