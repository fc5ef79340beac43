package org.vinculo.crm.party;

import java.io.Serializable;
import java.util.List;

/**
 * A company and those that belong to it.
 *
 * @param publicId null when out of reach; then the name is missing too
 * @param asked whether the tree was opened from here
 * @param cut whether there are more below than are shown
 */
public record OrganisationNode(
        String publicId, String name, String city, boolean asked, boolean cut, List<OrganisationNode> below)
        implements Serializable {}
