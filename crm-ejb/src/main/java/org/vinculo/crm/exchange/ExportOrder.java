package org.vinculo.crm.exchange;

import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.CustomerList;

/**
 * What is to be exported.
 *
 * @param kind customers themselves, or what they bought or said
 * @param columns ids of the columns in their order; empty for the usual ones
 * @param customers the list whose customers are meant, as the caller sees it
 * @param picked public ids, when only some customers are meant; otherwise empty
 */
public record ExportOrder(
        ImportKind kind, ExportFormat format, List<String> columns, CustomerList customers, List<String> picked)
        implements Serializable {

    public ExportOrder {
        columns = List.copyOf(columns);
        picked = List.copyOf(picked);
    }
}
