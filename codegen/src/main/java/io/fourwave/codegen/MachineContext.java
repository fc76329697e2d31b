package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all writers of one protocol's classes share: the IR, the names given out, the numbers of rules and choices. */
final class MachineContext {
    private final Protocol protocol;
    private final GeneratedClasses classes;
    private final MemberNames names;
    private final Types types;
    private final Map<String, Machine.Define> defines = new LinkedHashMap<>();
    private final Map<String, Machine.Procedure> procedures = new LinkedHashMap<>();
    private final Map<String, String> ruleConstants;
    private final ChoiceSites choices;
    private final List<String> scratch = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Boolean> stopping = new LinkedHashMap<>();

    MachineContext(String packageName, Protocol protocol) {
        this.protocol = protocol;
        this.classes = new GeneratedClasses(packageName, protocol);
        this.names = new MemberNames(protocol);
        this.types = new Types(classes);
        protocol.machine().defines().forEach(define -> defines.put(define.name(), define));
        protocol.machine().procedures().forEach(procedure -> procedures.put(procedure.name(), procedure));
        this.ruleConstants = RuleConstants.of(protocol.machine());
        this.choices = new ChoiceSites(protocol.machine(), names);
    }

    Protocol protocol() {
        return protocol;
    }

    Machine machine() {
        return protocol.machine();
    }

    GeneratedClasses classes() {
        return classes;
    }

    MemberNames names() {
        return names;
    }

    Types types() {
        return types;
    }

    ChoiceSites choices() {
        return choices;
    }

    Machine.Define define(String name) {
        return defines.get(name);
    }

    Machine.Procedure procedure(String name) {
        return procedures.get(name);
    }

    /** {@code Rule.OPEN_NUMBER}. */
    CodeBlock rule(Machine.Check check) {
        return CodeBlock.of("$T.$L", classes.rule(), ruleConstants.get(check.rule()));
    }

    Map<String, String> ruleConstants() {
        return ruleConstants;
    }

    /** The variables that exist outside the model, in declared order. */
    List<Machine.Variable> variables() {
        return machine().variables().stream()
                .filter(variable -> variable.kind() != DataKind.GHOST)
                .toList();
    }

    /** The fields of the segment that exist outside the model; a field's place in this list is its index. */
    List<Protocol.Field> fields() {
        return protocol.segment().fields().stream()
                .filter(field -> field.kind() != DataKind.GHOST)
                .toList();
    }

    /** Whether a procedure, its ghost statements left out, may end the step. */
    boolean mayStop(Machine.Procedure procedure) {
        Boolean known = stopping.get(procedure.name());
        if (known == null) {
            known = Statements.mayStop(procedure.body(), this);
            stopping.put(procedure.name(), known);
        }
        return known;
    }

    /** Notes that generated code calls a method, so that it is generated and others are not. Returns the name. */
    String use(String method) {
        used.add(method);
        return method;
    }

    boolean uses(String method) {
        return used.contains(method);
    }

    /** A new field that a slice is pointed at. No name of the specification is spelled with an underscore inside. */
    String newScratch() {
        String name = "slice_" + (scratch.size() + 1);
        scratch.add(name);
        return name;
    }

    List<String> scratch() {
        return scratch;
    }

    /** Whether the value is one of the states: by the group's name when they are a declared group. */
    Code inStates(CodeBlock value, List<Machine.State> states) {
        Optional<Machine.Group> group = machine().groups().stream()
                .filter(candidate ->
                        candidate.states().size() > 1 && candidate.states().equals(inOrder(states)))
                .findFirst();
        if (group.isPresent()) {
            return Code.primary("$L.$L()", value, groupMethod(group.get()));
        }
        List<CodeBlock> parts = inOrder(states).stream()
                .map(state -> CodeBlock.of("$L == $T.$L", value, classes.state(), Naming.constant(state.name())))
                .toList();
        return parts.isEmpty()
                ? Code.primary("false")
                : new Code(CodeBlock.join(parts, "$W|| "), parts.size() == 1 ? Code.EQUALITY : Code.OR);
    }

    static String groupMethod(Machine.Group group) {
        return "is" + Naming.pascal(group.name());
    }

    private List<Machine.State> inOrder(List<Machine.State> states) {
        return machine().states().stream().filter(states::contains).toList();
    }
}
