package org.vinculo.crm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The text of a query is made of constants only; values travel as parameters. The sources are read with the compiler:
 * literals, constants, choices between them and builders that only got those are fine, everything else is not.
 */
class QueryTextTest {

    private static final Set<String> TAKES_QUERY_TEXT = Set.of(
            "createQuery",
            "createNativeQuery",
            "prepareStatement",
            "prepareCall",
            "executeQuery",
            "executeUpdate",
            "sqlPart");

    /** Accessors of enums whose constants are written in the source: the allow-lists of sortable columns. */
    private static final Set<String> ACCESSORS_OF_ALLOW_LISTS = Set.of("jpql", "sql", "path", "column", "orderBy");

    /** Places that build text from something else, each with the reason why it cannot come from outside. */
    private static final Map<String, String> REVIEWED = Map.of(
            "FreshStatement.java",
            "hands on what its callers are asked about",
            "RowStore.java",
            "names of tables and columns come from the source or the catalogue, and are checked",
            "demo/internal/bulk/",
            "names of tables and columns are constants of the class that makes the rows",
            "operations/internal/data/",
            "carries whole databases: names of tables, columns and sequences come from the catalog of the database");

    private static final Pattern JPQL_WITH_CASE = Pattern.compile("createQuery\\([^;]*\\bcase when\\b");

    @Test
    void queriesAreMadeOfConstants() {
        Set<String> suspicious = suspicious(Sources.java());

        suspicious.removeIf(place -> REVIEWED.keySet().stream().anyMatch(place::contains));
        assertThat(suspicious).isEmpty();
    }

    @Test
    void textFromOutsideIsFound(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Sample.java"), """
                class Sample {
                    void directly(EntityManager em, String name) {
                        em.createQuery("select c from C c where c.name = '" + name + "'");
                    }
                    void throughAVariable(EntityManager em, String sort) {
                        String text = "select c from C c order by ";
                        text += sort;
                        em.createQuery(text);
                    }
                    void throughABuilder(EntityManager em, String sort) {
                        StringBuilder text = new StringBuilder("select c from C c order by ");
                        text.append(sort);
                        em.createNativeQuery(text.toString());
                    }
                    void throughAParameter(EntityManager em, String condition) {
                        em.createQuery("select c from C c where " + condition);
                    }
                    void throughAnother(Connection connection, String sort) {
                        FreshStatement.prepare(connection, "select c from C c order by " + sort);
                    }
                    void constants(EntityManager em, boolean all) {
                        em.createQuery("select c from C c" + (all ? "" : " where c.open = true"));
                    }
                }
                """);

        assertThat(suspicious(List.of(source))).hasSize(5);
    }

    /**
     * EclipseLink writes every parameter of a JPQL query with a case into its text on Derby, which then compiles it anew for
     * each value. Such a query is written in SQL.
     */
    @Test
    void queriesKeepTheirTextWhateverTheirParameters() {
        Set<String> changing = new TreeSet<>();
        for (Path source : Sources.java()) {
            String text = Sources.read(source);
            Matcher query = JPQL_WITH_CASE.matcher(text);
            while (query.find()) {
                changing.add(Sources.place(source, text, query.start()));
            }
        }

        assertThat(changing).isEmpty();
    }

    private static Set<String> suspicious(List<Path> sources) {
        Set<String> suspicious = new TreeSet<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new QueryScanner(unit, trees, suspicious).scan(new TreePath(unit), null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return suspicious;
    }

    private static final class QueryScanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Set<String> suspicious;

        QueryScanner(CompilationUnitTree unit, Trees trees, Set<String> suspicious) {
            this.unit = unit;
            this.trees = trees;
            this.suspicious = suspicious;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            boolean prepares = call.getMethodSelect().toString().equals("FreshStatement.prepare");
            if ((prepares || TAKES_QUERY_TEXT.contains(name(call)))
                    && !call.getArguments().isEmpty()
                    && !isConstant(call.getArguments().get(prepares ? 1 : 0), getCurrentPath(), new HashSet<>())) {
                suspicious.add(place(call));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private boolean isConstant(Tree tree, TreePath where, Set<Object> seen) {
            if (tree == null || tree instanceof LiteralTree) {
                return true;
            }
            if (tree instanceof ParenthesizedTree inner) {
                return isConstant(inner.getExpression(), where, seen);
            }
            if (tree instanceof BinaryTree sum) {
                return isConstant(sum.getLeftOperand(), where, seen) && isConstant(sum.getRightOperand(), where, seen);
            }
            if (tree instanceof ConditionalExpressionTree choice) {
                return isConstant(choice.getTrueExpression(), where, seen)
                        && isConstant(choice.getFalseExpression(), where, seen);
            }
            if (tree instanceof SwitchExpressionTree choice) {
                return results(choice).stream().allMatch(result -> isConstant(result, where, seen));
            }
            if (tree instanceof IdentifierTree identifier) {
                return isConstantName(identifier.getName().toString(), where, seen);
            }
            if (tree instanceof MemberSelectTree member) {
                String identified = member.getIdentifier().toString();
                return isUpperCase(identified) || identified.equals("class");
            }
            if (tree instanceof MethodInvocationTree call) {
                return isConstantCall(call, where, seen);
            }
            return tree instanceof NewClassTree created
                    && created.getArguments().stream().allMatch(argument -> isConstant(argument, where, seen));
        }

        private boolean isConstantCall(MethodInvocationTree call, TreePath where, Set<Object> seen) {
            if (TAKES_QUERY_TEXT.contains(name(call)) && call.getArguments().size() == 1) {
                return isConstant(call.getArguments().get(0), where, seen);
            }
            if (call.getMethodSelect() instanceof IdentifierTree method) {
                return returnsConstants(method.getName().toString(), seen);
            }
            MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
            String method = select.getIdentifier().toString();
            if (method.equals("join") && select.getExpression().toString().equals("String")) {
                return call.getArguments().stream().allMatch(argument -> isConstant(argument, where, seen));
            }
            if (ACCESSORS_OF_ALLOW_LISTS.contains(method) && call.getArguments().isEmpty()
                    || Set.of("size", "length").contains(method)) {
                return true;
            }
            if (Set.of("get", "getOrDefault").contains(method)
                    && isUpperCase(select.getExpression().toString())) {
                return call.getArguments().stream().skip(1).allMatch(argument -> isConstant(argument, where, seen));
            }
            return Set.of("concat", "toString", "append", "add", "strip", "repeat", "formatted")
                            .contains(method)
                    && isConstant(select.getExpression(), where, seen)
                    && call.getArguments().stream().allMatch(argument -> isConstant(argument, where, seen));
        }

        /** A variable counts when everything that is assigned, appended or added to it does. */
        private boolean isConstantName(String name, TreePath where, Set<Object> seen) {
            if (isUpperCase(name)) {
                return true;
            }
            Tree scope = enclosing(where);
            if (scope instanceof MethodTree method) {
                for (int i = 0; i < method.getParameters().size(); i++) {
                    VariableTree parameter = method.getParameters().get(i);
                    if (parameter.getName().contentEquals(name)) {
                        return isConstantParameter(method, parameter, i, seen);
                    }
                }
            }
            List<TreePath> parts = parts(name, scope);
            if (parts.isEmpty()) {
                scope = unit;
                parts = parts(name, unit);
            }
            if (!seen.add(name + scope.hashCode())) {
                return true;
            }
            return !parts.isEmpty() && parts.stream().allMatch(part -> isConstant(part.getLeaf(), part, seen));
        }

        private List<TreePath> parts(String name, Tree scope) {
            List<TreePath> parts = new ArrayList<>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                        add(variable.getInitializer());
                    }
                    return super.visitVariable(variable, nothing);
                }

                @Override
                public Void visitAssignment(AssignmentTree assignment, Void nothing) {
                    if (assignment.getVariable().toString().matches("(this\\.)?" + name)) {
                        add(assignment.getExpression());
                    }
                    return super.visitAssignment(assignment, nothing);
                }

                @Override
                public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void nothing) {
                    if (assignment.getVariable().toString().equals(name)) {
                        add(assignment.getExpression());
                    }
                    return super.visitCompoundAssignment(assignment, nothing);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    if (call.toString().startsWith(name + ".")
                            && Set.of("append", "add").contains(name(call))) {
                        call.getArguments().forEach(this::add);
                    }
                    return super.visitMethodInvocation(call, nothing);
                }

                private void add(Tree part) {
                    parts.add(new TreePath(getCurrentPath(), part));
                }
            }.scan(trees.getPath(unit, scope == null ? unit : scope), null);
            return parts;
        }

        /** Numbers and classes cannot carry a query; a parameter counts when every call inside this file passes what counts. */
        private boolean isConstantParameter(MethodTree method, VariableTree parameter, int index, Set<Object> seen) {
            String type = parameter.getType().toString();
            if (type.startsWith("Criteria")
                    || type.startsWith("Class<")
                    || Set.of("int", "long", "boolean", "char").contains(type)) {
                return true;
            }
            if (!seen.add(method)) {
                return true;
            }
            boolean closed = method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                    || isInPrivateClass(trees.getPath(unit, method));
            List<Boolean> calls = new ArrayList<>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    if (method.getName().contentEquals(name(call))
                            && call.getArguments().size()
                                    == method.getParameters().size()) {
                        calls.add(isConstant(call.getArguments().get(index), getCurrentPath(), seen));
                    }
                    return super.visitMethodInvocation(call, nothing);
                }

                @Override
                public Void visitNewClass(NewClassTree created, Void nothing) {
                    if (method.getName().contentEquals("<init>")
                            && created.getArguments().size()
                                    == method.getParameters().size()
                            && getSimpleClass(method)
                                    .equals(created.getIdentifier().toString())) {
                        calls.add(isConstant(created.getArguments().get(index), getCurrentPath(), seen));
                    }
                    return super.visitNewClass(created, nothing);
                }
            }.scan(new TreePath(unit), null);
            return closed && calls.stream().allMatch(Boolean::booleanValue);
        }

        private String getSimpleClass(MethodTree method) {
            return ((ClassTree) trees.getPath(unit, method).getParentPath().getLeaf())
                    .getSimpleName()
                    .toString();
        }

        private static boolean isInPrivateClass(TreePath path) {
            for (TreePath each = path; each != null; each = each.getParentPath()) {
                if (each.getLeaf() instanceof ClassTree type
                        && type.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                    return true;
                }
            }
            return false;
        }

        /** A method of the same class counts when everything it returns does. */
        private boolean returnsConstants(String name, Set<Object> seen) {
            if (!seen.add(name + "()")) {
                return true;
            }
            List<Boolean> results = new ArrayList<>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitReturn(ReturnTree returned, Void nothing) {
                    if (enclosing(getCurrentPath()) instanceof MethodTree method
                            && method.getName().contentEquals(name)) {
                        results.add(isConstant(returned.getExpression(), getCurrentPath(), seen));
                    }
                    return super.visitReturn(returned, nothing);
                }
            }.scan(new TreePath(unit), null);
            return !results.isEmpty() && results.stream().allMatch(Boolean::booleanValue);
        }

        private static List<ExpressionTree> results(SwitchExpressionTree choice) {
            List<ExpressionTree> results = new ArrayList<>();
            for (CaseTree each : choice.getCases()) {
                if (each.getBody() instanceof ExpressionTree value) {
                    results.add(value);
                }
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitYield(YieldTree yield, Void nothing) {
                    results.add(yield.getValue());
                    return super.visitYield(yield, nothing);
                }
            }.scan(choice, null);
            return results;
        }

        private static Tree enclosing(TreePath path) {
            for (TreePath each = path; each != null; each = each.getParentPath()) {
                if (each.getLeaf() instanceof MethodTree) {
                    return each.getLeaf();
                }
            }
            return null;
        }

        private static String name(MethodInvocationTree call) {
            ExpressionTree select = call.getMethodSelect();
            return select instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : select.toString();
        }

        private static boolean isUpperCase(String name) {
            return name.matches("[A-Z][A-Z0-9_]*");
        }

        private String place(Tree tree) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            try {
                Path file = Path.of(unit.getSourceFile().toUri()).toRealPath();
                Path root = Sources.ROOT.toRealPath();
                return (file.startsWith(root) ? root.relativize(file) : file.getFileName()) + ":" + line;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
