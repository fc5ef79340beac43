package org.vinculo.crm.exchange.internal.out;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.vinculo.crm.interaction.InteractionExport;
import org.vinculo.crm.party.CustomerExport;
import org.vinculo.crm.purchase.PurchaseExport;

/** Lines of purchases and conversations as the cells of an export. */
final class HistoryCells {

    private HistoryCells() {}

    static List<String> line(
            PurchaseExport.Line line, CustomerExport.Exported customer, List<String> columns, ZoneId zone) {
        return columns.stream()
                .map(column -> switch (column) {
                    case "customerRef" -> reference(customer);
                    case "customerName" -> CustomerCells.text(customer.name());
                    case "lineKey" -> line.lineKey();
                    case "purchasedAt" -> CustomerCells.moment(line.at(), zone);
                    case "documentNumber" -> CustomerCells.text(line.documentNumber());
                    case "amount" -> number(line.amount());
                    case "quantity" -> number(line.quantity());
                    case "unitPrice" -> number(line.unitPrice());
                    case "discount" -> number(line.discount());
                    case "cost" -> number(line.cost());
                    case "currency" -> line.currency();
                    case "product" -> CustomerCells.text(line.product());
                    case "description" -> CustomerCells.text(line.description());
                    case "channel" -> CustomerCells.text(line.channel());
                    default -> "";
                })
                .toList();
    }

    static List<String> entry(
            InteractionExport.Entry entry, CustomerExport.Exported customer, List<String> columns, ZoneId zone) {
        return columns.stream()
                .map(column -> switch (column) {
                    case "customerRef" -> reference(customer);
                    case "customerName" -> CustomerCells.text(customer.name());
                    case "entryKey" -> entry.entryKey();
                    case "happenedAt" -> CustomerCells.moment(entry.at(), zone);
                    case "channel" -> entry.channel().name();
                    case "direction" -> entry.direction().name();
                    case "subject" -> CustomerCells.text(entry.topic());
                    case "body" -> CustomerCells.text(entry.body());
                    case ExportColumns.PURPOSE -> CustomerCells.text(entry.purpose());
                    case ExportColumns.OUTCOME -> CustomerCells.text(entry.outcome());
                    case ExportColumns.STAFF -> CustomerCells.text(entry.staffName());
                    default -> "";
                })
                .toList();
    }

    /** What an import finds the customer by: the id of the other system, or else ours. */
    private static String reference(CustomerExport.Exported customer) {
        String external = customer.form().getExternalId();
        return external == null ? customer.form().getPublicId() : external;
    }

    private static String number(BigDecimal number) {
        return number == null
                ? ""
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
