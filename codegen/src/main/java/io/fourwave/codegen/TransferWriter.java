package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Snapshot, save and restore: the TCB as plain values, in the order the runtime's Machine interface gives. */
final class TransferWriter {
    private final MachineContext context;
    private final MemberNames names;

    TransferWriter(MachineContext context) {
        this.context = context;
        this.names = context.names();
    }

    void write(TypeSpec.Builder tcb) {
        tcb.addMethod(snapshotLength());
        tcb.addMethod(snapshotInto());
        boolean receives =
                context.machine().streams().stream().anyMatch(stream -> stream.kind() == Machine.StreamKind.RECEIVE);
        if (receives) {
            tcb.addMethod(snapshotOfReceiveStream());
        }
        tcb.addMethod(save());
        tcb.addMethod(restore());
        tcb.addMethod(restoreValues());
    }

    private List<Machine.Variable> plainVariables() {
        return context.variables().stream()
                .filter(variable -> variable.kind() == DataKind.PLAIN)
                .toList();
    }

    private MethodSpec snapshotLength() {
        int fixed = 1 + plainVariables().size() + 2 * context.machine().timers().size();
        CodeBlock.Builder length = CodeBlock.builder();
        for (Machine.Stream stream : context.machine().streams()) {
            if (stream.kind() == Machine.StreamKind.SEND) {
                fixed++;
            } else {
                fixed += 3;
                length.add(" + 2 * $L.rangesAhead()", names.stream(stream));
            }
        }
        return publicFinal("snapshotLength")
                .returns(TypeName.INT)
                .addStatement("return $L$L", fixed, length.build())
                .build();
    }

    private MethodSpec snapshotInto() {
        MethodSpec.Builder method = publicFinal("snapshotInto")
                .addParameter(long[].class, "buffer")
                .returns(TypeName.INT)
                .addStatement("int at = 0")
                .addStatement("buffer[at++] = state.ordinal()");
        for (Machine.Variable variable : plainVariables()) {
            CodeBlock value = CodeBlock.of("$L", names.variable(variable.name()));
            method.addStatement("buffer[at++] = $L", context.types().encoded(variable.type(), value));
        }
        for (Machine.Timer timer : context.machine().timers()) {
            method.addStatement("buffer[at++] = $L", names.timer(timer.name()).deadline());
            method.addStatement("buffer[at++] = $L", names.timer(timer.name()).retries());
        }
        for (Machine.Stream stream : context.machine().streams()) {
            if (stream.kind() == Machine.StreamKind.SEND) {
                method.addStatement("buffer[at++] = $L.length()", names.stream(stream));
            } else {
                method.addStatement("at = snapshotInto(buffer, at, $L)", names.stream(stream));
            }
        }
        return method.addStatement("return at").build();
    }

    private static MethodSpec snapshotOfReceiveStream() {
        return MethodSpec.methodBuilder("snapshotInto")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(long[].class, "buffer")
                .addParameter(TypeName.INT, "start")
                .addParameter(RuntimeNames.RECEIVE_STREAM, "stream")
                .returns(TypeName.INT)
                .addStatement("int at = start")
                .addStatement("buffer[at++] = stream.readable()")
                .addStatement("buffer[at++] = stream.ready()")
                .addStatement("int ranges = stream.rangesAhead()")
                .addStatement("buffer[at++] = ranges")
                .beginControlFlow("for (int i = 0; i < ranges; i++)")
                .addStatement("buffer[at++] = stream.rangeOffset(i)")
                .addStatement("buffer[at++] = stream.rangeLength(i)")
                .endControlFlow()
                .addStatement("return at")
                .build();
    }

    private MethodSpec save() {
        MethodSpec.Builder save = publicFinal("save").addParameter(RuntimeNames.STATE_SINK, "sink");
        save.addStatement("sink.value(state.ordinal())");
        for (Machine.Variable variable : context.variables()) {
            CodeBlock value = CodeBlock.of("$L", names.variable(variable.name()));
            save.addStatement("sink.value($L)", context.types().encoded(variable.type(), value));
        }
        for (Machine.Timer timer : context.machine().timers()) {
            save.addStatement("sink.value($L)", names.timer(timer.name()).deadline());
            save.addStatement("sink.value($L)", names.timer(timer.name()).retries());
        }
        context.machine().streams().forEach(stream -> save.addStatement("$L.save(sink)", names.stream(stream)));
        return save.build();
    }

    private static MethodSpec restore() {
        return publicFinal("restore")
                .addParameter(RuntimeNames.STATE_SOURCE, "source")
                .beginControlFlow("try")
                .addStatement("restoreValues(source)")
                .nextControlFlow("catch ($T notOurs)", IllegalArgumentException.class)
                .addStatement("reset()")
                .addStatement("throw notOurs")
                .endControlFlow()
                .build();
    }

    private MethodSpec restoreValues() {
        MethodSpec.Builder restore = MethodSpec.methodBuilder("restoreValues")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeNames.STATE_SOURCE, "source")
                .addStatement("state = $T.of(source.value())", context.classes().state());
        CodeBlock value = CodeBlock.of("source.value()");
        for (Machine.Variable variable : context.variables()) {
            restore.addStatement(
                    "$L = $L", names.variable(variable.name()), context.types().decoded(variable.type(), value));
        }
        for (Machine.Timer timer : context.machine().timers()) {
            restore.addStatement(
                    "$L = source.value()", names.timer(timer.name()).deadline());
            restore.addStatement(
                    "$L = (int) source.value()", names.timer(timer.name()).retries());
        }
        context.machine().streams().forEach(stream -> restore.addStatement("$L.restore(source)", names.stream(stream)));
        return restore.build();
    }

    private static MethodSpec.Builder publicFinal(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }
}
