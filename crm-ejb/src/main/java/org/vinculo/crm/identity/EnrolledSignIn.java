package org.vinculo.crm.identity;

import java.util.List;

/**
 * A sign-in that set up the second factor on the way.
 *
 * @param recoveryCodes shown once, empty when the code was wrong
 */
public record EnrolledSignIn(SignInResult result, List<String> recoveryCodes) {

    public EnrolledSignIn {
        recoveryCodes = List.copyOf(recoveryCodes);
    }
}
