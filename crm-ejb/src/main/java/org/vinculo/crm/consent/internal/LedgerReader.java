package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.LedgerEntry;
import org.vinculo.crm.consent.LedgerLine;
import org.vinculo.crm.identity.Caller;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.party.Phrase;
import org.vinculo.crm.party.Phrases;
import org.vinculo.crm.shared.Page;
import org.vinculo.crm.shared.PageRequest;

/** The ledger in the words of whoever reads it. */
@ApplicationScoped
public class LedgerReader {

    private static final String BETWEEN = " · ";

    @Inject
    Ledger ledger;

    @Inject
    CurrentCaller caller;

    public Page<LedgerLine> page(long customerId, PageRequest request) {
        Caller reader = caller.get();
        return ledger.page(customerId, request, reader.locale()).map(entry -> line(entry, reader));
    }

    private static LedgerLine line(LedgerEntry entry, Caller reader) {
        boolean forCustomer = reader.kind() == Caller.Kind.CUSTOMER;
        Phrase title = forCustomer ? LedgerWords.toCustomer(entry) : LedgerWords.toStaff(entry);
        return new LedgerLine(
                entry.publicId(),
                entry.at(),
                entry.topic(),
                write(title, reader),
                LedgerWords.details(entry, forCustomer).stream()
                        .map(detail -> write(detail, reader))
                        .collect(Collectors.joining(BETWEEN)),
                entry.note(),
                entry.isByCustomer(),
                entry.isDisputable(),
                entry.disputed());
    }

    private static String write(Phrase phrase, Caller reader) {
        return Phrases.write(phrase, reader.locale(), reader.zone());
    }
}
