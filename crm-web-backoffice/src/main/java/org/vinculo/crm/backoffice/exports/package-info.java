/** Exports: choosing what and how, progress, download. */
package org.vinculo.crm.backoffice.exports;
