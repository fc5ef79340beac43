package org.vinculo.crm.identity;

/** How far a permission reaches; a later constant reaches further. */
public enum Scope {
    OWN,
    TEAM,
    ALL;

    public Scope widest(Scope other) {
        return other != null && other.compareTo(this) > 0 ? other : this;
    }
}
