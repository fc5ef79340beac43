package org.vinculo.crm.backoffice.segments;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vinculo.crm.segment.SegmentRule;

/** A group of conditions while somebody works on it. */
public class GroupForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean all = true;
    private final List<ConditionForm> conditions = new ArrayList<>();

    static GroupForm of(SegmentRule.Group group) {
        GroupForm form = new GroupForm();
        form.all = group.all();
        group.conditions().forEach(condition -> form.conditions.add(ConditionForm.of(condition)));
        return form;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public List<ConditionForm> getConditions() {
        return conditions;
    }

    /** The number under which people speak of it. */
    public int place(ConditionForm condition) {
        return conditions.indexOf(condition) + 1;
    }
}
