package org.vinculo.crm.it.browser;

/** Every page on a telephone, in Spanish: structure and colours are those of the other two looks, only the words are others. */
class EveryPageInSpanishUIT extends EveryPage {

    EveryPageInSpanishUIT() {
        super(Look.PHONE.in("es"), Visitor::checkTexts);
    }
}
