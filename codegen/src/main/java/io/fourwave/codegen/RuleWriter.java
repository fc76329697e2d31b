package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** A method for each handler, each ordered check, each procedure and each definition. */
final class RuleWriter {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final MachineContext context;
    private final MemberNames names;
    /** Method of each handler that is not an ignore. */
    private final Map<Machine.Handler, String> handlers = new HashMap<>();

    RuleWriter(MachineContext context) {
        this.context = context;
        this.names = context.names();
        for (Machine.Handler handler : context.machine().handlers()) {
            if (!handler.ignored()) {
                String event = Naming.camel(handler.event().text());
                handlers.put(handler, names.method(event + "In" + Naming.pascal(handler.label())));
            }
        }
    }

    /** The statement that runs a handler, in an entry point that has the event's parameters by these names. */
    CodeBlock callOf(Machine.Handler handler, List<String> args) {
        return CodeBlock.of("$L($L)", handlers.get(handler), String.join(", ", args));
    }

    void writeHandlers(TypeSpec.Builder type) {
        for (Machine.Handler handler : context.machine().handlers()) {
            if (!handler.ignored()) {
                writeHandler(type, handler);
            }
        }
    }

    private void writeHandler(TypeSpec.Builder type, Machine.Handler handler) {
        MethodSpec.Builder method = privateMethod(handlers.get(handler))
                .addJavadoc(Comments.javadoc(
                        handler.event().text() + " in " + handler.label(),
                        handler.tags(),
                        handler.doc(),
                        handler.place()));
        Locals locals = new Locals(names.locals());
        List<String> args = parameters(method, handler.event(), locals);
        if (handler.checks().size() == 1 && handler.checks().get(0).ordinal() == 0) {
            Machine.Check only = handler.checks().get(0);
            method.addStatement("rule = $L", context.rule(only));
            method.addCode(new StatementWriter(context, locals, false).body(only.body()));
            type.addMethod(method.build());
            return;
        }
        List<MethodSpec> checks = new ArrayList<>();
        for (int i = 0; i < handler.checks().size(); i++) {
            Machine.Check check = handler.checks().get(i);
            boolean mayStop = Statements.mayStop(check.body(), context);
            MethodSpec checkMethod = check(handler, check, mayStop);
            checks.add(checkMethod);
            CodeBlock call = CodeBlock.of("$L($L)", checkMethod.name(), String.join(", ", args));
            boolean last = i == handler.checks().size() - 1;
            if (mayStop && !last) {
                method.beginControlFlow("if ($L)", call).addStatement("return").endControlFlow();
            } else {
                method.addStatement("$L", call);
            }
        }
        type.addMethod(method.build());
        checks.forEach(type::addMethod);
    }

    private MethodSpec check(Machine.Handler handler, Machine.Check check, boolean mayStop) {
        String ordinal = check.ordinal() == 0 ? "" : ORDINALS.get(check.ordinal() - 1) + ", ";
        MethodSpec.Builder method = privateMethod(names.method(Naming.camel(check.rule())))
                .addJavadoc(Comments.javadoc(
                        check.rule() + ": " + ordinal + check.title(), check.tags(), check.doc(), check.place()));
        Locals locals = new Locals(names.locals());
        parameters(method, handler.event(), locals);
        method.addStatement("rule = $L", context.rule(check));
        method.addCode(new StatementWriter(context, locals, mayStop).body(check.body()));
        return mayStop ? method.returns(TypeName.BOOLEAN).build() : method.build();
    }

    /** Those that are performed, in declared order; a procedure performed by another is found in a further round. */
    void writeProcedures(TypeSpec.Builder type) {
        writeUsed(
                type, context.machine().procedures(), procedure -> names.procedure(procedure.name()), this::procedure);
    }

    private MethodSpec procedure(Machine.Procedure procedure) {
        MethodSpec.Builder method = privateMethod(names.procedure(procedure.name()))
                .addJavadoc(Comments.javadoc(procedure.name(), procedure.tags(), procedure.doc(), procedure.place()));
        Locals locals = new Locals(names.locals());
        if (procedure.usesSegment()) {
            method.addParameter(context.classes().segment(), "seg");
        }
        parameters(method, procedure.params(), locals);
        boolean mayStop = context.mayStop(procedure);
        method.addCode(new StatementWriter(context, locals, mayStop).body(procedure.body()));
        return mayStop ? method.returns(TypeName.BOOLEAN).build() : method.build();
    }

    /** Those that are used, in declared order: the others belong to the model alone. */
    void writeDefines(TypeSpec.Builder type) {
        writeUsed(type, context.machine().defines(), define -> names.define(define.name()), this::define);
    }

    private MethodSpec define(Machine.Define define) {
        MethodSpec.Builder method = privateMethod(names.define(define.name()))
                .addJavadoc(Comments.javadoc(define.name(), define.tags(), define.doc(), define.place()))
                .returns(context.types().java(define.type()));
        Locals locals = new Locals(names.locals());
        if (define.usesSegment()) {
            method.addParameter(context.classes().segment(), "seg");
        }
        parameters(method, define.params(), locals);
        return method.addStatement("return $L", new ExpressionWriter(context, locals).block(define.body()))
                .build();
    }

    private <T> void writeUsed(
            TypeSpec.Builder type, List<T> declared, Function<T, String> name, Function<T, MethodSpec> writer) {
        Map<T, MethodSpec> written = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (T each : declared) {
                if (!written.containsKey(each) && context.uses(name.apply(each))) {
                    written.put(each, writer.apply(each));
                    more = true;
                }
            }
        }
        declared.stream().filter(written::containsKey).forEach(each -> type.addMethod(written.get(each)));
    }

    /** Adds the event's parameters to a method; returns the names to pass on. */
    List<String> parameters(MethodSpec.Builder method, Machine.Event event, Locals locals) {
        if (event instanceof Machine.Event.SegmentArrives) {
            method.addParameter(context.classes().segment(), "seg");
            return List.of("seg");
        }
        return event instanceof Machine.Event.Call call
                ? parameters(method, call.call().params(), locals)
                : List.of();
    }

    List<String> parameters(MethodSpec.Builder method, List<Protocol.Local> params, Locals locals) {
        List<String> declared = new ArrayList<>();
        for (Protocol.Local param : Statements.passed(params)) {
            String name = locals.declare(param.name(), Naming.value(param.name(), param.type()));
            method.addParameter(context.types().java(param.type()), name);
            declared.add(name);
        }
        return declared;
    }

    private static MethodSpec.Builder privateMethod(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }
}
