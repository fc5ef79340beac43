package org.vinculo.crm.ui;

import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Declares the attributes of a tag file with their defaults: {@code <v:attributes title="" tone="info"/>} as first
 * element. An attribute left out by the page is then its default (empty text: null) and not, as Facelets has it, the
 * attribute of the same name of a tag further out. {@link TagSlot} gives the page's own variables back to slots.
 */
public class TagAttributes extends TagHandler {

    public TagAttributes(TagConfig config) {
        super(config);
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) throws IOException {
        VariableMapper outer = context.getVariableMapper();
        Map<String, ValueExpression> own = new LinkedHashMap<>();
        for (TagAttribute attribute : tag.getAttributes().getAll()) {
            String name = attribute.getLocalName();
            ValueExpression given = outer instanceof Scope ? null : outer.setVariable(name, null);
            ValueExpression standard = attribute.getValue().isEmpty()
                    ? new Constant(null)
                    : attribute.getValueExpression(context, Object.class);
            own.put(name, given == null ? standard : given);
        }
        context.setVariableMapper(new Scope(outer, own));
    }

    /** The variables of one use of a tag, and the ones of the page that uses it. */
    static final class Scope extends VariableMapper {

        private static final String SELF = Scope.class.getName();

        private final VariableMapper outer;
        private final Map<String, ValueExpression> own;
        private final ValueExpression self;

        Scope(VariableMapper outer, Map<String, ValueExpression> own) {
            this.outer = outer;
            this.own = own;
            this.self = new Constant(this);
        }

        /** The innermost scope behind a mapper, through the wrappers that Facelets puts around it; null outside tags. */
        static Scope behind(VariableMapper mapper, FaceletContext context) {
            ValueExpression found = mapper.resolveVariable(SELF);
            return found == null ? null : found.getValue(context);
        }

        VariableMapper outer() {
            return outer;
        }

        @Override
        public ValueExpression resolveVariable(String variable) {
            if (SELF.equals(variable)) {
                return self;
            }
            return own.containsKey(variable) ? own.get(variable) : outer.resolveVariable(variable);
        }

        @Override
        public ValueExpression setVariable(String variable, ValueExpression expression) {
            return own.put(variable, expression);
        }
    }
}
