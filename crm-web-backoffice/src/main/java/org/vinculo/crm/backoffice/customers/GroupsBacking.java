package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.party.Condition;
import org.vinculo.crm.party.Conditions;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupService;
import org.vinculo.crm.party.GroupView;
import org.vinculo.crm.ui.Feedback;

/** Tags and lists: made, renamed, deleted; each opens the list of its customers. */
@Named("customerGroups")
@ViewScoped
public class GroupsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private GroupService groups;

    @Inject
    private Feedback feedback;

    private List<GroupView> rows;
    private GroupView editing;
    private GroupKind kind = GroupKind.TAG;
    private String name;
    private String about;

    public List<GroupView> getRows() {
        if (rows == null) {
            rows = new ArrayList<>(groups.list(GroupKind.TAG));
            rows.addAll(groups.list(GroupKind.LIST));
        }
        return rows;
    }

    /** The list of customers, narrowed to the group. */
    public String open(GroupView group) {
        return address(group);
    }

    static String address(GroupView group) {
        Condition in = new Condition.Test(
                group.kind() == GroupKind.TAG ? "tag" : "list", Condition.Operator.IS, List.of(group.publicId()));
        return "list?where=" + URLEncoder.encode(Conditions.write(in), StandardCharsets.UTF_8);
    }

    public void edit(GroupView group) {
        editing = group;
        kind = group.kind();
        name = group.name();
        about = group.about();
    }

    public void cancel() {
        editing = null;
        name = null;
        about = null;
    }

    public String save() {
        if (editing == null) {
            groups.create(kind, name, about);
        } else {
            groups.change(editing.publicId(), editing.version(), name, about);
        }
        feedback.done("list.group.saved", name);
        return "/customers/groups?faces-redirect=true";
    }

    public String remove(GroupView group) {
        groups.delete(group.publicId());
        feedback.done("list.group.removed", group.name());
        return "/customers/groups?faces-redirect=true";
    }

    public GroupKind[] getKinds() {
        return GroupKind.values();
    }

    public GroupView getEditing() {
        return editing;
    }

    public GroupKind getKind() {
        return kind;
    }

    public void setKind(GroupKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }
}
