/**
 * The kernel without business: what every room stands on.
 *
 * <p>Base entities, paging, money, text lookup, normalisation, the exceptions that cross a boundary and the
 * {@link org.vinculo.crm.shared.Boundary} interceptor. Knows no other room.
 */
@CrmModule(allowed = {})
package org.vinculo.crm.shared;
