package org.vinculo.crm.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.vinculo.crm.shared.Boundary;

/** The settings of the installation, to be read: they are changed where the server is started. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed("settings.admin")
public class SettingsService {

    /** A database address may carry the password, as a parameter or before the host. */
    private static final Pattern HIDDEN_IN_ADDRESS = Pattern.compile("(?i)(password=)[^&;]*|(//[^/@:]*:)[^/@]*(?=@)");

    @Inject
    Settings settings;

    /** Every setting, in the order in which they are documented. */
    public List<SettingView> list() {
        return Arrays.stream(Setting.values()).map(this::view).toList();
    }

    private SettingView view(Setting setting) {
        String value = settings.get(setting);
        boolean secret = setting.isSecret();
        return new SettingView(
                setting.key(),
                setting.environmentVariable(),
                secret ? null : shown(value),
                secret ? null : shown(setting.defaultValue()),
                secret,
                !value.isEmpty(),
                !value.equals(setting.defaultValue()));
    }

    private static String shown(String value) {
        return value.isEmpty() ? null : HIDDEN_IN_ADDRESS.matcher(value).replaceAll("$1$2•••");
    }
}
