package org.vinculo.crm.backoffice.customers;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.vinculo.crm.party.GroupKind;
import org.vinculo.crm.party.GroupService;
import org.vinculo.crm.party.GroupView;
import org.vinculo.crm.ui.Feedback;

/** The tags and lists of the customer on the page. */
@Named("groupsPanel")
@ViewScoped
public class GroupsPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private GroupService service;

    @Inject
    private ViewBacking page;

    @Inject
    private Feedback feedback;

    private List<GroupView> groups;
    private List<GroupView> lists;
    private String tag;
    private String list;

    public List<GroupView> getGroups() {
        if (groups == null) {
            groups = service.of(page.getId());
        }
        return groups;
    }

    public List<GroupView> getLists() {
        if (lists == null) {
            lists = service.names(GroupKind.LIST);
        }
        return lists;
    }

    public String add() {
        if (list != null && !list.isBlank()) {
            service.add(page.getId(), list);
        }
        if (list == null || tag != null && !tag.isBlank()) {
            service.tag(page.getId(), tag);
        }
        return done("list.panel.added");
    }

    public String remove(GroupView group) {
        service.remove(page.getId(), group.publicId());
        return done("list.panel.removed");
    }

    private String done(String key) {
        feedback.done(key);
        return "/customers/view?faces-redirect=true&id=" + page.getId();
    }

    public String open(GroupView group) {
        return GroupsBacking.address(group);
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }
}
