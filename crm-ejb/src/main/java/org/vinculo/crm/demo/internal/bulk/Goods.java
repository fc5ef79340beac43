package org.vinculo.crm.demo.internal.bulk;

import java.math.BigDecimal;

/** What is sold, the most wanted first. */
final class Goods {

    static final String CURRENCY = "BRL";
    static final BigDecimal COST = new BigDecimal("0.62");
    static final String[] NAMES = {
        "Café Serra 250 g",
        "Café Serra 1 kg",
        "Filtro de papel nº 4",
        "Espresso Alto 250 g",
        "Cápsulas Serra 10",
        "Chá de hibisco 100 g",
        "Moedor manual",
        "Prensa francesa 600 ml",
        "Caneca esmaltada",
        "Assinatura mensal",
        "Cold brew 1 l",
        "Bule 1 l",
        "Balança de precisão",
        "Kit degustação",
        "Cacau em pó 200 g",
        "Açúcar demerara 1 kg",
        "Descalcificante",
        "Máquina Alto 2",
        "Moedor elétrico",
        "Curso de barista"
    };
    static final BigDecimal[] PRICES = prices();

    private Goods() {}

    private static BigDecimal[] prices() {
        String[] texts = {
            "29.90", "99.90", "12.50", "34.90", "24.90", "18.00", "189.00", "149.00", "39.90", "79.00", "32.00",
            "119.00", "159.00", "69.00", "22.90", "9.90", "27.00", "1890.00", "749.00", "350.00"
        };
        BigDecimal[] prices = new BigDecimal[texts.length];
        for (int i = 0; i < texts.length; i++) {
            prices[i] = new BigDecimal(texts[i]);
        }
        return prices;
    }
}
