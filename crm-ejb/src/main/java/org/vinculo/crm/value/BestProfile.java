package org.vinculo.crm.value;

import java.io.Serializable;
import java.util.List;

/**
 * What the most valuable customers have in common and others have not.
 *
 * @param best how many of them the profile was read from
 * @param customers how many they were compared with
 * @param attributes the heaviest first
 */
public record BestProfile(long best, long customers, List<Attribute> attributes) implements Serializable {

    public BestProfile {
        attributes = List.copyOf(attributes);
    }

    /**
     * @param name KIND, COUNTRY, LANGUAGE or ORIGIN
     * @param weight how much it tells, all together 1: the total variation between the shares among the best and among all
     * @param values the most frequent among the best
     */
    public record Attribute(String name, double weight, List<Share> values) implements Serializable {

        public Attribute {
            values = List.copyOf(values);
        }
    }

    /**
     * @param value code, empty where it is not known
     * @param amongBest part of the best
     * @param amongAll part of all customers
     */
    public record Share(String value, double amongBest, double amongAll) implements Serializable {}
}
