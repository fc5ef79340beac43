package org.vinculo.crm.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vinculo.crm.operations.internal.Product;
import org.vinculo.crm.operations.internal.data.Backup;
import org.vinculo.crm.operations.internal.data.Manifest;
import org.vinculo.crm.operations.internal.data.Move;
import org.vinculo.crm.operations.internal.data.Refused;
import org.vinculo.crm.operations.internal.data.Source;

/**
 * Backup, restore and move for the launcher, which starts it without a server and in a class loader of its own: only types
 * of the JDK go to and fro.
 */
public final class DataTool {

    private static final Logger LOG = Logger.getLogger(DataTool.class.getName());

    private DataTool() {}

    /**
     * @param options {@code command}; {@code url}, {@code user} and {@code password} of the database; {@code data} and
     *     {@code files}, the folders of the installation; {@code to} or {@code from}, what the command was given; {@code
     *     to.user} and {@code to.password}
     * @param say takes lines for the person who gave the command
     * @return null when it was done, otherwise the reason why not
     */
    public static String run(Map<String, String> options, Consumer<String> say) {
        try {
            switch (options.get("command")) {
                case "backup" -> backup(options, say);
                case "restore" -> restore(options, say);
                case "move" -> move(options, say);
                default -> throw new Refused("unknown command " + options.get("command") + ".");
            }
            return null;
        } catch (Refused told) {
            return told.getMessage();
        } catch (SQLException | IOException failure) {
            LOG.log(Level.SEVERE, "The command failed", failure);
            return failure.getMessage();
        }
    }

    private static void backup(Map<String, String> options, Consumer<String> say)
            throws SQLException, IOException, Refused {
        Path data = Path.of(options.get("data"));
        Backup.Made made = new Backup(
                        database(options),
                        List.of(data, Path.of(options.get("files"))),
                        Product.readVersion(),
                        Clock.systemUTC())
                .make(Path.of(options.get("to")), "command");
        say.accept("Backup: " + made.folder() + " (" + made.rows() + " rows, " + made.bytes() + " bytes)");
    }

    private static void restore(Map<String, String> options, Consumer<String> say)
            throws SQLException, IOException, Refused {
        Path data = Path.of(options.get("data"));
        Manifest restored = Backup.restore(
                Path.of(options.get("from")),
                database(options),
                data.resolve("db"),
                data,
                Path.of(options.get("files")));
        say.accept(
                "Restored: " + restored.rows() + " rows in " + restored.tables().size() + " tables and "
                        + restored.files().size() + " files, as they were at " + restored.madeAt() + " (schema "
                        + restored.schema() + ", product " + restored.product() + ").");
    }

    private static void move(Map<String, String> options, Consumer<String> say)
            throws SQLException, IOException, Refused {
        Source target = new Source(options.get("to"), options.get("to.user"), options.get("to.password"));
        long rows = new Move(database(options), target, say).run();
        say.accept("Moved: " + rows + " rows. From now on start with CRM_DB_URL=" + options.get("to")
                + " and CRM_DB_DRIVER=org.postgresql.Driver.");
    }

    private static Source database(Map<String, String> options) {
        return new Source(options.get("url"), options.get("user"), options.get("password"));
    }
}
