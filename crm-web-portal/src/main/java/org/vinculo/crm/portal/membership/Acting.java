package org.vinculo.crm.portal.membership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.vinculo.crm.identity.portal.MyMembership;
import org.vinculo.crm.identity.portal.MyMemberships;
import org.vinculo.crm.ui.Viewer;

/** The customers among whom the person may choose, for the head of every page. */
@Named
@RequestScoped
public class Acting {

    @Inject
    MyMemberships memberships;

    @Inject
    Viewer viewer;

    private List<MyMembership> choices;

    public List<MyMembership> getChoices() {
        if (choices == null) {
            choices = viewer.isSignedIn() ? memberships.choices() : List.of();
        }
        return choices;
    }

    /** The one the person acts for, null when there is no choice. */
    public MyMembership getCurrent() {
        return getChoices().stream().filter(MyMembership::current).findFirst().orElse(null);
    }
}
