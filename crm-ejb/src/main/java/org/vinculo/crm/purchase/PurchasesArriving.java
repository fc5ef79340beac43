package org.vinculo.crm.purchase;

/** Whether very many purchases are coming in at the moment: what is reckoned from some of them would soon be reckoned again. */
@FunctionalInterface
public interface PurchasesArriving {

    boolean areArriving();
}
