package org.vinculo.crm.consent.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vinculo.crm.consent.PreferenceSheet.Way;

/** What the room has to know of a customer from the rooms below. */
public interface Directory {

    Person person(long customerId);

    /** Those of the customers that there are, in one statement. */
    Map<Long, Person> persons(Collection<Long> customerIds);

    /** As {@link #ways(long)} for many customers, in one statement. */
    Map<Long, List<Way>> ways(Collection<Long> customerIds);

    /** The address behind each channel, {@link org.vinculo.crm.consent.AddressState#MISSING} where there is none. */
    List<Way> ways(long customerId);

    void changeLanguage(long customerId, Locale language);

    /** A customer as this room sees one. */
    record Person(long id, Locale language, ZoneId zone, boolean closed) {}
}
