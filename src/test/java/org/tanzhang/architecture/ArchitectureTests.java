package org.tanzhang.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;

/** The rooms of DESIGN.md and the floors they lie on. */
@DisplayName("The architecture")
class ArchitectureTests {

    private static final String HOUSE = "org.tanzhang.";

    /** Floors from the bottom; a room uses rooms of lower floors, and on its own floor only what {@link #besides} says. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("code", "quantity"),
            List.of("observation"),
            List.of("factor", "method"),
            List.of("account", "quality"),
            List.of("ledger"),
            List.of("intake", "release", "report"),
            List.of("batch"),
            List.of("cli"));

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tanzhang");

    private static String room(String name) {
        return HOUSE + name + "..";
    }

    /** An account is told with findings, so it uses the room they live in. */
    private static List<String> besides(String room) {
        return room.equals("account") ? List.of("quality") : List.of();
    }

    private static List<String> mayUse(String room) {
        List<String> allowed = new ArrayList<>(besides(room));
        allowed.add(room);
        for (List<String> floor : FLOORS) {
            if (floor.contains(room)) {
                return allowed;
            }
            allowed.addAll(floor);
        }
        throw new IllegalArgumentException(room);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "quantity",
                "observation",
                "factor",
                "method",
                "account",
                "quality",
                "ledger",
                "intake",
                "release",
                "report",
                "batch",
                "cli"
            })
    @DisplayName("lets a room use what lies below it, never upward and never sideways")
    void importsRunOneWay(String room) {
        String[] allowed = mayUse(room).stream().map(ArchitectureTests::room).toArray(String[]::new);
        classes()
                .that(resideInAPackage(room(room)))
                .should(onlyDependOnClassesThat(
                        not(resideInAPackage("org.tanzhang..")).or(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .because(room + " may use " + mayUse(room))
                .check(HOUSE_CLASSES);
    }

    @Test
    @DisplayName("has no room that DESIGN.md does not name")
    void hasNoOtherRoom() {
        Set<String> rooms = HOUSE_CLASSES.stream()
                .map(c -> c.getPackageName().substring(HOUSE.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(FLOORS.stream().flatMap(List::stream).toList()).containsAll(rooms);
    }

    @Test
    @DisplayName("has no cycles between rooms")
    void hasNoCycles() {
        slices().matching("org.tanzhang.(*)..").should().beFreeOfCycles().check(HOUSE_CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "quantity", "observation", "factor", "method", "account", "quality"})
    @DisplayName("keeps the rooms from code to quality pure: the JDK and nothing else")
    void keepsThePureRoomsPure(String room) {
        classes()
                .that(resideInAPackage(room(room)))
                .should(onlyDependOnClassesThat(resideInAnyPackage(
                        "org.tanzhang..",
                        "java.lang..",
                        "java.math..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")))
                .because("no Spring, POI, JDBC, file or network belongs in " + room)
                .check(HOUSE_CLASSES);
    }

    @Test
    @DisplayName("keeps Spring Batch in batch, so that its API moves touch one package")
    void keepsSpringBatchInBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("batch"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(HOUSE_CLASSES);
    }

    /** Repositories with whatever they nest, the database's own room, and migrations. */
    private static final DescribedPredicate<JavaClass> SPEAKS_SQL = DescribedPredicate.describe(
            "are repositories, the database's room or migrations",
            c -> outermost(c).getSimpleName().endsWith("Repository")
                    || c.getPackageName().startsWith("org.tanzhang.ledger.database")
                    || c.isAssignableTo(JavaMigration.class));

    private static JavaClass outermost(JavaClass c) {
        return c.getEnclosingClass().map(ArchitectureTests::outermost).orElse(c);
    }

    @Test
    @DisplayName("keeps SQL in repositories: a failure may be named elsewhere, a connection may not")
    void keepsSqlInRepositories() {
        noClasses()
                .that(not(SPEAKS_SQL))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                        .and(not(DescribedPredicate.describe(
                                "the failure itself", c -> c.getName().equals("java.sql.SQLException")))))
                .check(HOUSE_CLASSES);
    }

    @Test
    @DisplayName("lets only cli name a failure of the database, where it becomes words")
    void namesSqlFailuresInCliOnly() {
        noClasses()
                .that(not(SPEAKS_SQL))
                .and()
                .resideOutsideOfPackage(room("cli"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.SQLException")
                .check(HOUSE_CLASSES);
    }

    /** Without its transaction manager a chunk is not transactional: a writer's rows stay behind when the step fails. */
    @Test
    @DisplayName("has every chunk step name its transaction manager")
    void chunkStepsNameTheirTransactionManager() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(room("batch"))
                .should(nameATransactionManagerForEveryChunk())
                .check(HOUSE_CLASSES);
    }

    @Test
    @DisplayName("sees the chunk steps that there are")
    void seesTheChunkSteps() {
        assertThat(HOUSE_CLASSES.stream()
                        .flatMap(c -> c.getMethods().stream())
                        .filter(m -> calls(m, "chunk", StepBuilder.class) > 0)
                        .map(JavaMethod::getName)
                        .toList())
                .contains("readWorkbooks", "planAccounts", "closeAccounts");
    }

    private static ArchCondition<JavaMethod> nameATransactionManagerForEveryChunk() {
        return new ArchCondition<>("name a transaction manager for every chunk") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long chunks = calls(method, "chunk", StepBuilder.class);
                long named = calls(method, "transactionManager", ChunkOrientedStepBuilder.class);
                if (chunks > 0) {
                    events.add(new SimpleConditionEvent(
                            method,
                            named >= chunks,
                            method.getFullName() + " builds " + chunks + " chunk step(s) and names " + named
                                    + " transaction manager(s)"));
                }
            }
        };
    }

    private static long calls(JavaMethod method, String name, Class<?> owner) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .filter(t -> t.getName().equals(name) && t.getOwner().isAssignableTo(owner))
                .map(AccessTarget::getFullName)
                .count();
    }

    @Test
    @DisplayName("marks every package @NullMarked and says what lives in it")
    void marksEveryPackage() {
        Set<JavaPackage> packages =
                HOUSE_CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .filteredOn(p -> !p.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    @DisplayName("names classes by the field's terms, none Util, Helper or Manager")
    void namesClassesByTheirField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Managers)(\\$.*)?")
                .check(HOUSE_CLASSES);
        noClasses().should().resideInAPackage("..common..").check(HOUSE_CLASSES);
    }
}
