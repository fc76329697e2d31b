package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The entry points: one method per event, which hands it to the handler of the state. */
final class EventWriter {
    private final MachineContext context;
    private final MemberNames names;
    private final RuleWriter rules;

    EventWriter(MachineContext context, RuleWriter rules) {
        this.context = context;
        this.names = context.names();
        this.rules = rules;
    }

    void write(TypeSpec.Builder type) {
        List<Protocol.UserCall> calls = context.protocol().calls();
        for (int i = 0; i < calls.size(); i++) {
            type.addField(index("CALL_" + Naming.constant(calls.get(i).name()), i));
            type.addMethod(call(calls.get(i)));
        }
        type.addMethod(segmentArrives());
        if (!context.machine().timers().isEmpty()) {
            type.addMethod(timeout());
            context.machine().timers().forEach(timer -> type.addMethod(timeoutOf(timer)));
        }
        List<Machine.Opportunity> opportunities = context.machine().opportunities();
        for (int i = 0; i < opportunities.size(); i++) {
            type.addField(
                    index("OPPORTUNITY_" + Naming.constant(opportunities.get(i).name()), i));
            type.addMethod(opportunity(opportunities.get(i)));
            type.addMethod(enabled(opportunities.get(i)));
        }
    }

    private static FieldSpec index(String name, int value) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value)
                .build();
    }

    private MethodSpec call(Protocol.UserCall call) {
        MethodSpec.Builder method = entry(names.call(call))
                .addJavadoc(Comments.javadoc(call.name(), call.tags(), call.doc(), call.place()))
                .addJavadoc("\n@return 0 for ok, 1 + the ordinal of the error\n")
                .returns(TypeName.INT);
        Machine.Event event = new Machine.Event.Call(call);
        List<String> args = rules.parameters(method, event, new Locals(names.locals()));
        method.addStatement(
                "begin($T.CALL, CALL_$L, nowNanos)", RuntimeNames.STEP_RECORDER, Naming.constant(call.name()));
        List<Protocol.Local> params = Statements.passed(call.params());
        if (!params.isEmpty()) {
            method.beginControlFlow("if (recorder != null)");
            for (int i = 0; i < args.size(); i++) {
                CodeBlock value = context.types().encoded(params.get(i).type(), CodeBlock.of("$L", args.get(i)));
                method.addStatement("recorder.argument($L)", value);
            }
            method.endControlFlow();
        }
        method.addCode(dispatch(event, args));
        return method.addStatement("return end()").build();
    }

    private MethodSpec segmentArrives() {
        return entry("segmentArrives")
                .addJavadoc("SEGMENT-ARRIVES: the segment stays the caller's, nothing of it is kept.\n")
                .addParameter(context.classes().segment(), "seg")
                .addStatement("begin($T.ARRIVAL, 0, nowNanos)", RuntimeNames.STEP_RECORDER)
                .beginControlFlow("if (recorder != null)")
                .addStatement("recorder.arrival(seg)")
                .endControlFlow()
                .addCode(dispatch(new Machine.Event.SegmentArrives(), List.of("seg")))
                .addStatement("end()")
                .build();
    }

    private MethodSpec timeout() {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return switch (timer) {\n").indent();
        for (Machine.Timer timer : context.machine().timers()) {
            MemberNames.TimerNames timerNames = names.timer(timer.name());
            code.add("case $L -> timeout$L(nowNanos);\n", timerNames.constant(), timerNames.pascal());
        }
        return entry("timeout")
                .addJavadoc(
                        "A timer's deadline may have been reached.\n\n@return whether it had: whether a step was made\n")
                .addParameter(context.classes().timer(), "timer")
                .returns(TypeName.BOOLEAN)
                .addCode(code.unindent().add("};\n").build())
                .build();
    }

    private MethodSpec timeoutOf(Machine.Timer timer) {
        MemberNames.TimerNames timerNames = names.timer(timer.name());
        MethodSpec.Builder method = MethodSpec.methodBuilder("timeout" + timerNames.pascal())
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Comments.javadoc("timeout " + timer.name(), timer.tags(), timer.doc(), timer.place()))
                .addParameter(TypeName.LONG, "nowNanos")
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("if ($1L == OFF || nowNanos < $1L)", timerNames.deadline())
                .addStatement("return false")
                .endControlFlow();
        CodeBlock ordinal = CodeBlock.of("$T.$L.ordinal()", context.classes().timer(), timerNames.constant());
        if (timer.limit() == null) {
            method.addStatement("begin($T.TIMEOUT, $L, nowNanos)", RuntimeNames.STEP_RECORDER, ordinal);
            method.addStatement("$L = OFF", timerNames.deadline());
            method.addCode(dispatch(new Machine.Event.Timeout(timer.name()), List.of()));
        } else {
            CodeBlock limit = expressions().write(timer.limit()).in(Code.ADDITIVE);
            method.beginControlFlow("if ($L >= $L)", timerNames.retries(), limit);
            method.addStatement("begin($T.EXHAUSTED, $L, nowNanos)", RuntimeNames.STEP_RECORDER, ordinal);
            method.addStatement("$L = OFF", timerNames.deadline());
            method.addCode(dispatch(new Machine.Event.Exhausted(timer.name()), List.of()));
            method.nextControlFlow("else");
            method.addStatement("begin($T.TIMEOUT, $L, nowNanos)", RuntimeNames.STEP_RECORDER, ordinal);
            method.addStatement("$L = OFF", timerNames.deadline());
            method.addCode(dispatch(new Machine.Event.Timeout(timer.name()), List.of()));
            method.endControlFlow();
        }
        return method.addStatement("end()").addStatement("return true").build();
    }

    private MethodSpec opportunity(Machine.Opportunity opportunity) {
        return entry(names.opportunity(opportunity.name()))
                .addJavadoc(Comments.javadoc(
                        opportunity.name(), opportunity.tags(), opportunity.doc(), opportunity.place()))
                .addJavadoc("\n@return whether it was enabled: whether a step was made\n")
                .returns(TypeName.BOOLEAN)
                .beginControlFlow("if (!$L())", enabledName(opportunity))
                .addStatement("return false")
                .endControlFlow()
                .addStatement(
                        "begin($T.OPPORTUNITY, OPPORTUNITY_$L, nowNanos)",
                        RuntimeNames.STEP_RECORDER,
                        Naming.constant(opportunity.name()))
                .addCode(enabledDispatch(new Machine.Event.Opportune(opportunity.name())))
                .addStatement("end()")
                .addStatement("return true")
                .build();
    }

    /** Cheapest first: the guard, which is mostly false, then the state. */
    private MethodSpec enabled(Machine.Opportunity opportunity) {
        List<Machine.State> states = handlersOf(new Machine.Event.Opportune(opportunity.name())).stream()
                .filter(handler -> !handler.ignored())
                .flatMap(handler -> handler.states().stream())
                .toList();
        CodeBlock guard = expressions().write(opportunity.guard()).in(Code.AND);
        boolean everywhere = states.containsAll(context.machine().states());
        CodeBlock inStates = context.inStates(CodeBlock.of("state"), states).in(Code.AND);
        return MethodSpec.methodBuilder(enabledName(opportunity))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Whether $L would make a step.\n", opportunity.name())
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L$L", guard, everywhere ? CodeBlock.of("") : CodeBlock.of("$W&& $L", inStates))
                .build();
    }

    private static String enabledName(Machine.Opportunity opportunity) {
        return "is" + Naming.pascal(opportunity.name()) + "Enabled";
    }

    private ExpressionWriter expressions() {
        return new ExpressionWriter(context, new Locals(names.locals()));
    }

    private List<Machine.Handler> handlersOf(Machine.Event event) {
        Predicate<Machine.Handler> ofEvent = handler ->
                handler.event().text().equals(event.text()) && handler.event().getClass() == event.getClass();
        return context.machine().handlers().stream().filter(ofEvent).toList();
    }

    /** Where the state is known to be one that does not ignore the event. */
    private CodeBlock enabledDispatch(Machine.Event event) {
        List<Machine.Handler> working =
                handlersOf(event).stream().filter(handler -> !handler.ignored()).toList();
        return working.size() == 1
                ? CodeBlock.builder()
                        .addStatement("$L", rules.callOf(working.get(0), List.of()))
                        .build()
                : dispatch(event, List.of());
    }

    private CodeBlock dispatch(Machine.Event event, List<String> args) {
        List<Machine.Handler> handlers = handlersOf(event);
        List<Machine.Handler> working =
                handlers.stream().filter(handler -> !handler.ignored()).toList();
        CodeBlock.Builder code = CodeBlock.builder();
        if (working.size() == 1
                && working.get(0).states().containsAll(context.machine().states())) {
            return code.addStatement("$L", rules.callOf(working.get(0), args)).build();
        }
        code.beginControlFlow("switch (state)");
        for (Machine.Handler handler : working) {
            code.add("case $L -> ", StatementWriter.states(handler.states()));
            code.addStatement("$L", rules.callOf(handler, args));
        }
        if (working.size() < handlers.size()) {
            code.add("default -> {} // ignored\n");
        }
        return code.endControlFlow().build();
    }

    private static MethodSpec.Builder entry(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).addParameter(TypeName.LONG, "nowNanos");
    }
}
