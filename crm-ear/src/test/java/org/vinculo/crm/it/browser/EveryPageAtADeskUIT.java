package org.vinculo.crm.it.browser;

/** Every page at a desk, in English. */
class EveryPageAtADeskUIT extends EveryPage {

    EveryPageAtADeskUIT() {
        super(Look.DESK, Visitor::check);
    }
}
