package io.fourwave.codegen;

import com.palantir.javapoet.ClassName;

/** Classes of the runtime that generated code uses, by name: this module does not depend on the runtime. */
final class RuntimeNames {
    private static final String PACKAGE = "io.fourwave.runtime.machine";

    static final ClassName MACHINE = ClassName.get(PACKAGE, "Machine");
    static final ClassName MACHINE_SCHEMA = ClassName.get(PACKAGE, "MachineSchema");
    static final ClassName VALUE_TYPE = ClassName.get(PACKAGE, "ValueType");
    static final ClassName VALUE_KIND = VALUE_TYPE.nestedClass("Kind");
    static final ClassName MESSAGE_RECORD = ClassName.get(PACKAGE, "MessageRecord");
    static final ClassName OCTETS = ClassName.get(PACKAGE, "Octets");
    static final ClassName SEND_STREAM = ClassName.get(PACKAGE, "SendStream");
    static final ClassName RECEIVE_STREAM = ClassName.get(PACKAGE, "ReceiveStream");
    static final ClassName EFFECTS = ClassName.get(PACKAGE, "Effects");
    static final ClassName STEP_RECORDER = ClassName.get(PACKAGE, "StepRecorder");
    static final ClassName STATE_SINK = ClassName.get(PACKAGE, "StateSink");
    static final ClassName STATE_SOURCE = ClassName.get(PACKAGE, "StateSource");
    static final ClassName SEQ = ClassName.get(PACKAGE, "Seq");
    static final ClassName NANOS = ClassName.get(PACKAGE, "Nanos");

    private RuntimeNames() {}
}
