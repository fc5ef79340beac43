package org.vinculo.crm.backoffice.relations;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.vinculo.crm.party.PartnerRow;
import org.vinculo.crm.party.Relations;
import org.vinculo.crm.ui.LazyTable;

/** The partners: where and what they sell, and how many they serve. */
@Named("partnerList")
@ViewScoped
public class PartnersBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Relations relations;

    private final LazyTable<PartnerRow> rows =
            LazyTable.of(request -> relations.partners(request), PartnerRow::publicId);

    public LazyTable<PartnerRow> getRows() {
        return rows;
    }
}
