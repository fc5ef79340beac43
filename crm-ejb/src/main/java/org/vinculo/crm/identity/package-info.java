/**
 * Who is calling and what they may do: staff users, portal accounts, roles, credentials and sessions.
 *
 * <p>Two realms that cannot leak into each other. Permissions are container roles, so {@code @RolesAllowed} on a
 * boundary names them; the scope of a permission (own, team, all) is applied by the rooms through
 * {@link org.vinculo.crm.identity.CurrentCaller}.
 */
@CrmModule(allowed = {"platform"})
package org.vinculo.crm.identity;

import org.vinculo.crm.shared.CrmModule;
