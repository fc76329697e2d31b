package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A counterexample as the source of a JUnit 5 test: a script for {@link io.fourwave.conformance.rerun.Rerun}, which does the same with
 * two generated machines. The property and the bounds stay in the specification.
 */
final class JunitSource {
    private final Finding finding;
    private final Course course;
    private final String generated;

    private JunitSource(Finding finding, String generated) {
        this.finding = finding;
        this.course = finding.counterexample().course();
        this.generated = generated;
    }

    /** {@code MutantFinNotRetransmittedTest} for {@code mutant-fin-not-retransmitted}. */
    static String className(Finding finding) {
        String name = camelCase(finding.name());
        return (Character.isJavaIdentifierStart(name.charAt(0)) ? name : "Of" + name) + "Test";
    }

    /** @param generated qualified name of the class generated from the specification */
    static String write(Finding finding, String generated) {
        return new JunitSource(finding, generated).write();
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return text.toString();
    }

    private String write() {
        String simpleName = generated.substring(generated.lastIndexOf('.') + 1);
        String method = camelCase(finding.property());
        StringBuilder source = new StringBuilder("import io.fourwave.conformance.rerun.Rerun;\nimport ")
                .append(generated)
                .append(";\nimport org.junit.jupiter.api.Test;\n\n/*\n * ")
                .append(comment(finding.headline()))
                .append("\n *\n");
        finding.counterexample()
                .text()
                .lines()
                .forEach(line ->
                        source.append((" * " + comment(line)).stripTrailing()).append('\n'));
        if (passesHalfOfTheNumbers()) {
            source.append(" *\n * In the model there are ")
                    .append(finding.scenario().modulus())
                    .append(" sequence numbers, and this run passes half of them. The stack's have 32 bits:\n")
                    .append(" * a fault that shows only so far on does not show in this test.\n");
        }
        source.append(" */\nclass ")
                .append(className(finding))
                .append(" {\n    @Test\n    void ")
                .append(Character.toLowerCase(method.charAt(0)))
                .append(method.substring(1))
                .append("() {\n        Rerun.of(")
                .append(simpleName)
                .append(".class, ")
                .append(quoted(finding.scenario().name()))
                .append(", ")
                .append(quoted(finding.property()))
                .append(")\n");
        for (int i = 0; i < course.acts().size(); i++) {
            if (i == course.loopTo()) {
                source.append("                .again() // what follows repeats for ever\n");
            }
            source.append("                ")
                    .append(step(i, course.acts().get(i)))
                    .append('\n');
        }
        String verdict = finding.verdict() == Verdict.REFUTED ? "mustBeViolated" : "mustHold";
        return source.append("                .")
                .append(verdict)
                .append("();\n    }\n}\n")
                .toString();
    }

    private boolean passesHalfOfTheNumbers() {
        RelativeNumbers numbers = new RelativeNumbers(course, finding.scenario().modulus());
        return numbers.farthest() >= finding.scenario().modulus() / 2;
    }

    private static String comment(String line) {
        return line.replace("*/", "* /").replace("\\u", "\\ u");
    }

    private String step(int index, Course.Act act) {
        String call = call(act);
        if (call.isEmpty()) {
            return "// " + (index + 1) + ": nothing that could be told";
        }
        StringBuilder line = new StringBuilder(call);
        for (Course.Note note : act.notes()) {
            if (note.what() == Course.What.CHOSE) {
                line.append(".chosen(")
                        .append(quoted(note.name()))
                        .append(", ")
                        .append(literal(note.value()))
                        .append(")");
            }
        }
        return line + " // " + (index + 1) + ", t=" + act.tick();
    }

    private String call(Course.Act act) {
        Course.Segment segment = course.segment(act.segment());
        String which = segment == null ? "" : quoted(segment.from()) + ", " + segment.ofSender();
        return switch (act.kind()) {
            case CALL -> userCall(act);
            case ARRIVAL -> ".arrives(" + which + ")";
            case REPEATED_ARRIVAL -> ".arrivesTwice(" + which + ")";
            case LOSS -> ".lost(" + which + ")";
            case TIMEOUT -> ".expires(" + quoted(act.peer()) + ", " + quoted(timer(act.event())) + ")";
            case OFFER -> ".takes(" + quoted(act.peer()) + ", " + quoted(act.event()) + ")";
            case TICK -> ".tick()";
            case CRASH -> ".crashes(" + quoted(act.peer()) + ")";
            case CUT -> ".cut()";
            case NOTHING, UNTOLD -> "";
        };
    }

    private String userCall(Course.Act act) {
        List<String> arguments = new ArrayList<>();
        if (!act.label().isEmpty()) {
            arguments.add(quoted(act.label()));
        }
        arguments.add(quoted(act.peer()));
        arguments.add(quoted(act.event()));
        finding.compilation().orThrow().calls().stream()
                .filter(call -> call.name().equals(act.event()))
                .flatMap(call -> call.params().stream())
                .map(Protocol.Local::name)
                .filter(act.arguments()::containsKey)
                .forEach(name -> arguments.add(literal(act.arguments().get(name))));
        return (act.label().isEmpty() ? ".call(" : ".callAs(") + String.join(", ", arguments) + ")";
    }

    private static String timer(String event) {
        return event.replaceFirst("^(timeout|exhausted) ", "");
    }

    /** Octets are tokens in the model, here their number counts. */
    private static String literal(TlaValue value) {
        if (value instanceof TlaValue.Bool truth) {
            return Boolean.toString(truth.value());
        }
        if (value instanceof TlaValue.Many many) {
            return Integer.toString(many.elements().size());
        }
        return value instanceof TlaValue.Num number ? Long.toString(number.value()) : quoted(value.text());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
