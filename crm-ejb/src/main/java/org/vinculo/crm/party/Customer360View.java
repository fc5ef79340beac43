package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * The frame of a customer's page: everything but the open tab.
 *
 * @param tabs the tabs that rooms contribute, in their order
 */
public record Customer360View(
        CustomerDetails customer,
        List<Badge> badges,
        List<Because> because,
        List<ContactLights.Purpose> purposes,
        List<Figure> figures,
        List<Tab> tabs,
        List<CustomerAction> actions,
        List<PanelRef> panels)
        implements Serializable {}
