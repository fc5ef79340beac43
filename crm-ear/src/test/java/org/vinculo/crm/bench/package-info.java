/** How fast the built server is: no test, but a program that the profile {@code bench} runs. */
package org.vinculo.crm.bench;
