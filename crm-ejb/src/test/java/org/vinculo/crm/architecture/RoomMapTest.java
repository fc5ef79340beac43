package org.vinculo.crm.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vinculo.crm.shared.CrmModule;

/** Rooms use only what they declare, only downwards, and only through the door. */
class RoomMapTest {

    /** The order of the house: a room may use rooms of earlier rows, never of its own row or a later one. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared"),
            Set.of("platform"),
            Set.of("identity"),
            Set.of("audit", "notification", "document"),
            Set.of("party", "operations"),
            Set.of("interaction", "consent", "purchase", "catalog"),
            Set.of("activity"),
            Set.of("exchange"),
            Set.of("value", "service"),
            Set.of("privacy"),
            Set.of("segment", "cadence"),
            Set.of("offer", "sales", "programme", "marketing"),
            Set.of("insight"),
            Set.of("demo"));

    /** Faces code of both web modules stands beside the house: it knows callers and the plug of the customer's page. */
    private static final Set<String> BESIDE = Set.of("shared", "platform", "identity", "party");

    private static final Pattern JPQL_ENTITY = Pattern.compile("(?i)\\b(?:from|join|update)\\s+([A-Z]\\w+)\\b");

    private final Map<String, Set<String>> allowed = declared();

    @Test
    void everyRoomDeclaresWhatItUses() {
        Set<String> rooms = Compiled.CLASSES.stream()
                .map(type -> Compiled.room(type.getPackageName()))
                .collect(toCollection(TreeSet::new));

        assertThat(allowed.keySet()).as("rooms with @CrmModule on package-info").isEqualTo(rooms);
    }

    @Test
    void declarationsFollowTheOrderOfTheHouse() {
        Set<String> upwards = new TreeSet<>();

        allowed.forEach((room, used) -> used.stream()
                .filter(other -> !isBelow(other, room))
                .forEach(other -> upwards.add(room + " may not use " + other)));

        assertThat(upwards).isEmpty();
    }

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        assertThat(violations(dependency -> {
                    String from = Compiled.room(dependency.getOriginClass().getPackageName());
                    String to = Compiled.room(dependency.getTargetClass().getPackageName());
                    return to.equals("shared")
                            || allowed.getOrDefault(from, Set.of()).contains(to);
                }))
                .isEmpty();
    }

    @Test
    void roomsUseOnlyTheRootPackageOfAnotherRoom() {
        assertThat(violations(
                        dependency -> Compiled.part(dependency.getTargetClass().getPackageName())
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void queriesNameOnlyEntitiesOfTheirOwnRoom() {
        Map<String, String> roomOfEntity = Compiled.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))
                .collect(toMap(JavaClass::getSimpleName, type -> Compiled.room(type.getPackageName())));

        List<String> foreign = Sources.files(Sources.EJB.resolve("java"), ".java").stream()
                .flatMap(file -> foreignEntities(file, roomOfEntity))
                .toList();

        assertThat(foreign).isEmpty();
    }

    private static Stream<String> foreignEntities(Path file, Map<String, String> roomOfEntity) {
        String text = Sources.read(file);
        String room = Compiled.room(packageOf(text));
        Stream.Builder<String> found = Stream.builder();
        Matcher literal = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"")
                .matcher(text);
        while (literal.find()) {
            Matcher entity = JPQL_ENTITY.matcher(literal.group());
            while (entity.find()) {
                String owner = roomOfEntity.getOrDefault(entity.group(1), room);
                if (!owner.equals(room)) {
                    found.add(Sources.place(file, text, literal.start()) + " queries " + entity.group(1) + " of "
                            + owner);
                }
            }
        }
        return found.build();
    }

    private static String packageOf(String source) {
        Matcher declaration = Pattern.compile("(?m)^package ([\\w.]+);").matcher(source);
        return declaration.find() ? declaration.group(1) : "";
    }

    private static Set<String> violations(Function<Dependency, Boolean> permitted) {
        return Compiled.CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    String from = Compiled.room(dependency.getOriginClass().getPackageName());
                    String to = Compiled.room(dependency.getTargetClass().getPackageName());
                    return !to.isEmpty() && !to.equals(from) && !permitted.apply(dependency);
                })
                .map(dependency -> dependency.getOriginClass().getName() + " -> "
                        + dependency.getTargetClass().getName())
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isBelow(String lower, String upper) {
        if (upper.equals("ui")) {
            return BESIDE.contains(lower);
        }
        return floor(lower) >= 0 && floor(lower) < floor(upper);
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }

    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        JavaPackage base = Compiled.CLASSES.getPackage(Compiled.BASE);
        base.getSubpackages().stream()
                .filter(room -> room.isAnnotatedWith(CrmModule.class))
                .forEach(room -> rooms.put(
                        room.getRelativeName(),
                        new TreeSet<>(List.of(
                                room.getAnnotationOfType(CrmModule.class).allowed()))));
        return rooms;
    }
}
