package io.fourwave.spec.language;

import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes an example as the reference says: with the frame, and by ignoring what the example does not handle. */
final class Frame {
    private static final Pattern CALL = Pattern.compile("(?m)^\\s*call ([A-Za-z0-9-]+)");
    private static final Pattern OPPORTUNITY = Pattern.compile("(?m)^\\s*opportunity ([A-Za-z0-9-]+)");
    private static final Pattern TIMER = Pattern.compile("(?m)^\\s*timer ([A-Za-z0-9-]+)\\s*\\{([^}]*)\\}");

    private final String frame;

    Frame(String frame) {
        this.frame = frame;
    }

    SourceSet complete(Example example) {
        if (example.kind().isEmpty()) {
            return SourceSet.ofText("example.wave", example.text());
        }
        String part = switch (example.kind()) {
            case "top" -> example.text();
            case "machine" -> machine(example.text());
            case "call" -> machine("on EXAMPLE in all as example {\n" + example.text() + "}\n");
            case "arrival" -> machine("on SEGMENT-ARRIVES in all as arrival {\n" + example.text() + "}\n");
            case "values" -> machine("on SEGMENT-ARRIVES in all as arrival {\n" + lets(example.text()) + "}\n");
            default -> throw new IllegalArgumentException("an example of unknown kind: " + example);
        };
        return SourceSet.of(
                SourceFile.inMemory("example.wave", part),
                SourceFile.inMemory("frame.wave", frame),
                SourceFile.inMemory("ignored.wave", machine(ignored(part))));
    }

    private static String machine(String items) {
        return "machine Example {\n" + items + "}\n";
    }

    private static String lets(String lines) {
        StringBuilder lets = new StringBuilder();
        int number = 0;
        for (String line : lines.lines().toList()) {
            lets.append("let value").append(++number).append(" = ").append(line).append('\n');
        }
        return lets.toString();
    }

    private String ignored(String part) {
        String all = frame + part;
        List<String> answers = new ArrayList<>();
        List<String> events = new ArrayList<>(List.of("SEGMENT-ARRIVES"));
        CALL.matcher(all).results().forEach(call -> events.add(call.group(1)));
        OPPORTUNITY.matcher(all).results().forEach(opportunity -> events.add(opportunity.group(1)));
        Matcher timer = TIMER.matcher(all);
        while (timer.find()) {
            if (timer.group(2).contains("retries")) {
                events.add("exhausted " + timer.group(1));
            }
            String timeout = "timeout " + timer.group(1);
            if (!answered(all, timeout)) {
                answers.add("on " + timeout + " in all as " + timer.group(1) + "-expires { }");
            }
        }
        events.stream()
                .filter(event -> !answered(all, event))
                .forEach(event -> answers.add("ignore " + event + " in all"));
        return String.join("\n", answers) + "\n";
    }

    private static boolean answered(String text, String event) {
        return Pattern.compile("(?m)^\\s*(on|ignore)( [^{\\n]*,)? " + Pattern.quote(event) + "(,| in )")
                .matcher(text)
                .find();
    }
}
