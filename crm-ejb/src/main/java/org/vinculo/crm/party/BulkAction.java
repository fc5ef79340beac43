package org.vinculo.crm.party;

import org.vinculo.crm.identity.Permission;

/** What can be done with all customers of a list at once. */
public enum BulkAction {
    OWNER("user"),
    TEAM("team"),
    TAG("tag"),
    UNTAG("tag"),
    LIST_ADD("star"),
    LIST_REMOVE("star"),
    STAGE("edit"),
    LANGUAGE("edit"),
    ACQUIRED_VIA("edit"),
    ACQUIRED_FROM("edit"),
    FIELD("edit"),
    CONFIRM_EMAIL("mail"),
    DELETE("trash");

    private final String icon;

    BulkAction(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public Permission permission() {
        return this == DELETE ? Permission.CUSTOMER_DELETE : Permission.CUSTOMER_EDIT;
    }

    /** What was sent cannot be taken back. */
    public boolean isUndoable() {
        return this != CONFIRM_EMAIL;
    }

    /** Whether the action needs to be told more than what it is. */
    public boolean takesArgument() {
        return this != DELETE && this != CONFIRM_EMAIL;
    }

    /** Whether the customers themselves stay as they are and only belong to a group or not. */
    public boolean isGroup() {
        return this == TAG || this == UNTAG || this == LIST_ADD || this == LIST_REMOVE;
    }
}
