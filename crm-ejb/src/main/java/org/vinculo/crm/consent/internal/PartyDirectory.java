package org.vinculo.crm.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vinculo.crm.consent.AddressState;
import org.vinculo.crm.consent.Channel;
import org.vinculo.crm.consent.PreferenceSheet.Way;
import org.vinculo.crm.party.ContactPointType;
import org.vinculo.crm.party.CustomerRef;
import org.vinculo.crm.party.Customers;
import org.vinculo.crm.party.Customers.Reachable;
import org.vinculo.crm.party.PhoneNumbers;
import org.vinculo.crm.platform.Settings;
import org.vinculo.crm.shared.NotFound;

/** The customers' room as this one sees it. */
@ApplicationScoped
public class PartyDirectory implements Directory {

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    @Override
    public Person person(long customerId) {
        return person(customers.find(customerId).orElseThrow(NotFound::new));
    }

    @Override
    public Map<Long, Person> persons(Collection<Long> customerIds) {
        return customers.find(customerIds).values().stream()
                .map(this::person)
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Person person(CustomerRef customer) {
        return new Person(
                customer.id(),
                customer.language() == null ? settings.language() : customer.language(),
                customer.zone() == null ? settings.zone() : customer.zone(),
                customer.deleted());
    }

    @Override
    public List<Way> ways(long customerId) {
        return ways(customers.reachable(customerId));
    }

    @Override
    public Map<Long, List<Way>> ways(Collection<Long> customerIds) {
        Map<Long, List<Reachable>> addresses = customers.reachable(customerIds);
        return customerIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> ways(addresses.getOrDefault(id, List.of()))));
    }

    private static List<Way> ways(List<Reachable> addresses) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.isAddressed() && channel != Channel.PORTAL)
                .map(channel -> way(channel, addresses))
                .toList();
    }

    @Override
    public void changeLanguage(long customerId, Locale language) {
        customers.writeIn(customerId, language);
    }

    private static Way way(Channel channel, List<Reachable> addresses) {
        ContactPointType type =
                switch (channel) {
                    case EMAIL -> ContactPointType.EMAIL;
                    case POST -> ContactPointType.POSTAL;
                    default -> ContactPointType.PHONE;
                };
        return addresses.stream()
                .filter(address -> address.type() == type)
                .findFirst()
                .map(address -> new Way(
                        channel,
                        type == ContactPointType.PHONE ? PhoneNumbers.display(address.value()) : address.shown(),
                        address.verified() ? AddressState.VERIFIED : AddressState.UNVERIFIED,
                        address.verifiedAt()))
                .orElse(new Way(channel, null, AddressState.MISSING, null));
    }
}
