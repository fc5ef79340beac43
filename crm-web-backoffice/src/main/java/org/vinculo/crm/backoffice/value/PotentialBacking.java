package org.vinculo.crm.backoffice.value;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.vinculo.crm.shared.Country;
import org.vinculo.crm.shared.Texts;
import org.vinculo.crm.ui.LazyTable;
import org.vinculo.crm.ui.Viewer;
import org.vinculo.crm.value.CustomerGap;
import org.vinculo.crm.value.PeerGroup;
import org.vinculo.crm.value.PotentialService;
import org.vinculo.crm.value.ValueService;

/** Who could be worth more, and by how much. */
@Named
@ViewScoped
public class PotentialBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PEERS_SHOWN = 12;

    @EJB
    private PotentialService potentials;

    @EJB
    private ValueService values;

    @Inject
    private Viewer viewer;

    private String currency;
    private List<PeerGroup> peers;

    private final LazyTable<CustomerGap> rows =
            LazyTable.of(request -> potentials.gaps(request), CustomerGap::publicId);

    public void load() {
        currency = values.model().map(card -> card.currency()).orElse(null);
        peers = potentials.peers();
    }

    /** Persons in Brazil. */
    public String group(String kind, String country) {
        String who = Texts.text(viewer.getLocale(), "value.peers." + kind);
        return Optional.ofNullable(country)
                .map(code ->
                        Texts.text(viewer.getLocale(), "value.peers.in", who, Country.name(code, viewer.getLocale())))
                .orElse(who);
    }

    public List<PeerGroup> getPeers() {
        return peers.stream().limit(PEERS_SHOWN).toList();
    }

    public LazyTable<CustomerGap> getRows() {
        return rows;
    }

    public String getCurrency() {
        return currency;
    }
}
