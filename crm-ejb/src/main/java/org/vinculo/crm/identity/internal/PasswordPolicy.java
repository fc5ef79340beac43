package org.vinculo.crm.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a new password must be: long and not guessable. No composition rules and no forced change, which make
 * passwords worse; instead the well-known ones and the words an attacker tries first are refused.
 */
final class PasswordPolicy {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 256;
    private static final int MIN_CONTEXT_WORD = 4;
    private static final int MIN_DIFFERENT = 5;

    private final CommonPasswords common;

    PasswordPolicy(CommonPasswords common) {
        this.common = common;
    }

    /** The message key of the first objection, empty when the password is good. */
    Optional<String> objection(String password, Collection<String> contextWords) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("identity.error.passwordShort");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("identity.error.passwordLong");
        }
        if (password.codePoints().distinct().count() < MIN_DIFFERENT || common.contains(password)) {
            return Optional.of("identity.error.passwordCommon");
        }
        return namesContext(password, contextWords) ? Optional.of("identity.error.passwordContext") : Optional.empty();
    }

    /** A password that is only a context word with a few characters around it; a long phrase may mention one. */
    private boolean namesContext(String password, Collection<String> contextWords) {
        String plain = CommonPasswords.plain(password);
        return contextWords.stream()
                .flatMap(word -> words(word).stream())
                .filter(word -> word.length() >= MIN_CONTEXT_WORD)
                .anyMatch(word ->
                        plain.contains(word) && plain.replace(word, "").length() < MIN_LENGTH - MIN_CONTEXT_WORD);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(CommonPasswords.plain(text), CommonPasswords.plain(beforeAt(text)));
    }

    private static String beforeAt(String text) {
        int at = text.indexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }
}
