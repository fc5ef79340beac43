package org.vinculo.crm.it.browser;

/** Every page on a telephone at night, in Portuguese. */
class EveryPageAtNightUIT extends EveryPage {

    EveryPageAtNightUIT() {
        super(Look.PHONE.atNight().in("pt-BR"), Visitor::check);
    }
}
