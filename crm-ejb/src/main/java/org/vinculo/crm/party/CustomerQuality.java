package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * How good the data about a customer are.
 *
 * @param completeness share of the wanted facts that are known, 0 to 1
 * @param verified contact points that the customer proved, of those that can be
 * @param points e-mail addresses and telephones
 * @param issues what is missing or doubtful, the most worth asking first
 */
public record CustomerQuality(double completeness, long verified, long points, List<QualityIssue> issues)
        implements Serializable {

    public boolean has(QualityIssue issue) {
        return issues.contains(issue);
    }
}
