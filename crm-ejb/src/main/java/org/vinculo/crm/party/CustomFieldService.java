package org.vinculo.crm.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vinculo.crm.identity.CurrentCaller;
import org.vinculo.crm.identity.Permission;
import org.vinculo.crm.identity.RoleRef;
import org.vinculo.crm.identity.StaffDirectory;
import org.vinculo.crm.party.entity.CustomField;
import org.vinculo.crm.party.internal.CustomBook;
import org.vinculo.crm.party.internal.CustomFormulaJob;
import org.vinculo.crm.party.internal.Formula;
import org.vinculo.crm.platform.Jobs;
import org.vinculo.crm.shared.Boundary;
import org.vinculo.crm.shared.ConcurrentChange;
import org.vinculo.crm.shared.FieldError;
import org.vinculo.crm.shared.InvalidInput;
import org.vinculo.crm.shared.Normal;
import org.vinculo.crm.shared.NotFound;

/** The fields that an administrator adds to customers. Nothing here loses a value: retired fields come back with theirs. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Permission.Code.SETTINGS_ADMIN)
public class CustomFieldService {

    private static final int MOST = 100;
    private static final int MOST_CHOICES = 100;
    private static final int LABEL = 80;
    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9_]{0,29}");
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    @PersistenceContext(unitName = "crm")
    EntityManager em;

    @Inject
    CustomBook book;

    @Inject
    StaffDirectory staff;

    @Inject
    Jobs jobs;

    @Inject
    CurrentCaller caller;

    /** All of them in their order, the retired ones too. */
    public List<CustomFieldForm> list() {
        return book.all().stream().map(CustomField::form).toList();
    }

    /** The roles that can be chosen to see or change a field. */
    public List<RoleRef> roles() {
        return staff.allRoles();
    }

    /**
     * Adds a field or changes one; code and type of one that is there stay.
     *
     * @throws InvalidInput with every error, the fields named as in the form
     * @throws ConcurrentChange when somebody else changed it meanwhile
     */
    public void save(CustomFieldForm form) {
        CustomField field = form.isNew() ? null : find(form.getPublicId());
        if (field != null && field.getVersion() != form.getVersion()) {
            throw new ConcurrentChange();
        }
        if (field != null) {
            form.setType(field.getType());
            form.setCode(field.getCode());
        }
        List<FieldError> errors = new ArrayList<>();
        form.setLabel(line("label", form.getLabel(), true, errors));
        form.setLabelPt(line("labelPt", form.getLabelPt(), false, errors));
        form.setLabelEs(line("labelEs", form.getLabelEs(), false, errors));
        String help = Normal.line(form.getHelp());
        if (help != null && help.length() > 300) {
            errors.add(FieldError.of("help", "tooLong", 300));
        }
        form.setHelp(help);
        if (field == null) {
            checkCode(form, errors);
        }
        checkKind(form, errors);
        if (String.join(",", form.getViewRoles()).length() > 1000
                || String.join(",", form.getEditRoles()).length() > 1000) {
            errors.add(FieldError.of("viewRoles", "tooLarge", 40));
        }
        InvalidInput.throwIfAny(errors);
        if (field == null) {
            if (book.all().size() >= MOST) {
                throw InvalidInput.field("label", "tooLarge", MOST);
            }
            field = new CustomField(form.getCode(), form.getType(), book.all().size());
            field.describe(form);
            em.persist(field);
        } else {
            field.describe(form);
        }
        if (form.getType() == CustomType.FORMULA) {
            jobs.submit(CustomFormulaJob.NAME, "", caller.get().name());
        }
    }

    /** Hides the field everywhere, or shows it again; its values stay. */
    public void retire(String publicId, boolean gone) {
        find(publicId).retire(gone);
        if (!gone) {
            jobs.submit(CustomFormulaJob.NAME, "", caller.get().name());
        }
    }

    private CustomField find(String publicId) {
        return book.all().stream()
                .filter(field -> field.getPublicId().equals(publicId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String line(String name, String typed, boolean needed, List<FieldError> errors) {
        String text = Normal.line(typed);
        if (text == null && needed) {
            errors.add(FieldError.of(name, "required"));
        }
        if (text != null && text.length() > LABEL) {
            errors.add(FieldError.of(name, "tooLong", LABEL));
        }
        return text;
    }

    private void checkCode(CustomFieldForm form, List<FieldError> errors) {
        String code = Normal.line(form.getCode());
        if (code == null && form.getLabel() != null) {
            code = codeOf(form.getLabel());
        }
        form.setCode(code);
        if (code == null || !CODE.matcher(code).matches()) {
            errors.add(FieldError.of("code", "custom.error.code"));
            return;
        }
        String wanted = code;
        if (book.all().stream().anyMatch(other -> other.getCode().equalsIgnoreCase(wanted))) {
            errors.add(FieldError.of("code", "taken"));
        }
    }

    /** {@code Número de funcionários} becomes {@code numeroDeFuncionarios}. */
    private static String codeOf(String label) {
        StringBuilder code = new StringBuilder();
        for (String word : Normal.fold(label).replaceAll("[^a-z0-9 ]", "").split(" ", -1)) {
            code.append(
                    code.length() == 0 || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        String made = code.substring(0, Math.min(30, code.length()));
        return made.isEmpty() || !Character.isLetter(made.charAt(0)) ? null : made;
    }

    private void checkKind(CustomFieldForm form, List<FieldError> errors) {
        if (form.getType() == null) {
            errors.add(FieldError.of("type", "required"));
            return;
        }
        form.setChoices(form.getType().isChoice() ? choices(form.getChoices(), errors) : null);
        form.setFormula(form.getType() == CustomType.FORMULA ? formula(form.getFormula(), errors) : null);
        form.setCurrency(form.getType() == CustomType.MONEY ? currency(form.getCurrency(), errors) : null);
        if (form.getPortal() == CustomPortal.EDITABLE && form.getType() == CustomType.FORMULA) {
            form.setPortal(CustomPortal.SHOWN);
        }
        if (form.getType() == CustomType.FORMULA) {
            form.setNeeded(false);
        }
    }

    private static String choices(String typed, List<FieldError> errors) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String line : (typed == null ? "" : typed).split("\\R", -1)) {
            String clean = Normal.line(line);
            if (clean == null) {
                continue;
            }
            int equals = clean.indexOf('=');
            String words = clean.substring(equals + 1).strip();
            String code = equals > 0 ? clean.substring(0, equals).strip() : codeOf(words);
            if (code == null
                    || !CHOICE.matcher(code).matches()
                    || words.isEmpty()
                    || choices.put(code, words) != null) {
                errors.add(FieldError.of("choices", "custom.error.choices"));
                return typed;
            }
        }
        StringBuilder text = new StringBuilder();
        choices.forEach(
                (code, words) -> text.append(code).append(" = ").append(words).append('\n'));
        if (choices.isEmpty()) {
            errors.add(FieldError.of("choices", "required"));
        } else if (choices.size() > MOST_CHOICES || text.length() > 4000) {
            errors.add(FieldError.of("choices", "tooLarge", MOST_CHOICES));
        }
        return text.toString();
    }

    private String formula(String typed, List<FieldError> errors) {
        try {
            List<String> numbers = book.all().stream()
                    .filter(field -> field.getType() == CustomType.NUMBER || field.getType() == CustomType.MONEY)
                    .map(CustomField::getCode)
                    .toList();
            if (!numbers.containsAll(Formula.of(typed).names())) {
                errors.add(FieldError.of("formula", "custom.error.names", String.join(", ", numbers)));
            }
        } catch (Formula.Malformed malformed) {
            errors.add(FieldError.of("formula", "custom.error.formula"));
        }
        return typed;
    }

    private static String currency(String typed, List<FieldError> errors) {
        String code = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(code))) {
            errors.add(FieldError.of("currency", "choice"));
        }
        return code;
    }
}
