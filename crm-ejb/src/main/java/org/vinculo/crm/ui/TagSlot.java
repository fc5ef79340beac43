package org.vinculo.crm.ui;

import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;

/**
 * Wraps the {@code ui:insert} of a tag file, so that what the page puts there sees the page's variables and not the
 * attributes of the tag around it.
 */
public class TagSlot extends TagHandler {

    public TagSlot(TagConfig config) {
        super(config);
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) throws IOException {
        VariableMapper inner = context.getVariableMapper();
        TagAttributes.Scope scope = TagAttributes.Scope.behind(inner, context);
        if (scope != null) {
            context.setVariableMapper(scope.outer());
        }
        try {
            nextHandler.apply(context, parent);
        } finally {
            context.setVariableMapper(inner);
        }
    }
}
