package org.vinculo.crm.bench;

import java.util.function.Predicate;

/**
 * A request that is measured.
 *
 * @param name as the table calls it
 * @param prepare what a person did before it, not measured; gives what {@code perform} needs
 * @param atOnce how often it may be prepared before it is performed as often
 * @param perform the request; gives whether the answer was the expected one
 */
record Visit(String name, Prepare prepare, int atOnce, Perform perform) {

    interface Prepare {
        Object by(Person person);
    }

    interface Perform {
        boolean by(Person person, Object prepared);
    }

    /** A request that needs nothing before it. */
    static Visit plain(String name, Predicate<Person> perform) {
        return new Visit(name, null, 0, (person, nothing) -> perform.test(person));
    }
}
