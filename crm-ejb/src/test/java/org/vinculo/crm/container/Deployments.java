package org.vinculo.crm.container;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The business modules as one web module, without the user interface. */
@ArquillianSuiteDeployment
public class Deployments {

    private static final Path TARGET = Path.of("target");

    @Deployment
    public static WebArchive application() {
        JavaArchive all = ShrinkWrap.create(ExplodedImporter.class, "all.jar")
                .importDirectory(TARGET.resolve("classes").toFile())
                .as(JavaArchive.class);
        JavaArchive rooms = ShrinkWrap.create(JavaArchive.class, "crm-ejb.jar")
                .merge(
                        all,
                        Filters.exclude("/META-INF/(faces-config.*|.*taglib.*|resources/.*|tags/.*)"
                                + "|/org/vinculo/crm/ui/.*"));
        return ShrinkWrap.create(WebArchive.class, "crm.war")
                .addAsLibraries(rooms)
                .addAsLibraries(libraries())
                .addPackage(Deployments.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource("container/glassfish-web.xml", "glassfish-web.xml");
    }

    private static File[] libraries() {
        Stream<File> runtime =
                Arrays.stream(TARGET.resolve("container/lib").toFile().listFiles());
        return Stream.concat(runtime, Stream.of(jar(Assertions.class), jar(ByteBuddy.class)))
                .toArray(File[]::new);
    }

    private static File jar(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
