/** Stories of people at browsers, on the real server with the demo company. */
package org.vinculo.crm.it.browser;
