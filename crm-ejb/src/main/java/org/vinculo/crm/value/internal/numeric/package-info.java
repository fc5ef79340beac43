/** Mathematics that the models share and the libraries do not have. */
package org.vinculo.crm.value.internal.numeric;
