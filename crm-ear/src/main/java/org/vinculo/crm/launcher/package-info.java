/**
 * The runnable server: {@code java -jar crm-server.jar}.
 *
 * <p><b>Two processes.</b> {@link org.vinculo.crm.launcher.CrmServer} checks what can be checked before a server is
 * needed, then starts the server as a child process with the JVM flags it should have (class archive, logging, temporary
 * folder) and the flags it was given itself. Signals are forwarded, output and exit code are those of the child. The child
 * halts as soon as its parent is gone, so that killing the visible process kills all of it.
 *
 * <p><b>Folders.</b> The installation is never written to, except for the class archive if it can be. Everything of an
 * instance is below its data folder: {@code db} (Derby), {@code logs}, {@code crm.properties} (optional settings),
 * {@code crm.lock}, and {@code runtime}, which is made anew at every start.
 *
 * <p><b>Settings.</b> Command line, then system property ({@code crm.db.url}), then environment ({@code CRM_DB_URL}), then
 * {@code crm.properties} in the data folder, then the default. The application reads the result through MicroProfile
 * Config.
 *
 * <p><b>What the application tells the launcher.</b> Both run in one process but share no class, so start-up beans set
 * system properties while they are being deployed:
 *
 * <ul>
 *   <li>{@code crm.startup.failure}: one line saying why the server must not run (damaged migration, {@code --demo} on a
 *       database that is not a demo one). The bean then throws, too, so that the deployment fails.
 *   <li>{@code crm.startup.message.1}, {@code crm.startup.message.2}, ... without gaps: lines for the administrator, printed
 *       on standard output after the ready line (set-up link, demo accounts).
 * </ul>
 */
package org.vinculo.crm.launcher;
