/**
 * The demo company: invented customers with years of history, loaded into an empty database when the server is started in
 * demo mode. Without that mode nothing of it exists.
 *
 * <p>The story is made by pure classes that give the same company for the same day; the loader only hands it to the rooms.
 */
@CrmModule(
        allowed = {
            "platform",
            "identity",
            "audit",
            "party",
            "interaction",
            "activity",
            "consent",
            "purchase",
            "value",
            "segment",
            "privacy"
        })
package org.vinculo.crm.demo;

import org.vinculo.crm.shared.CrmModule;
