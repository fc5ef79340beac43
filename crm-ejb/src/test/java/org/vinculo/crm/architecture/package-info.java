/**
 * The rules of the house as tests: the map of the rooms, what a boundary is, what a page and a text must be. They read
 * the compiled classes of this module and the sources of all modules.
 */
package org.vinculo.crm.architecture;
