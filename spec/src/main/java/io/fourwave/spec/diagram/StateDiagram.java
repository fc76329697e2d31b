package io.fourwave.spec.diagram;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The states of a machine and what leads from one to another, as an SVG document. An arrow carries the names of its rules, as traces
 * and counterexamples have them, and the colour of its kind of event. Ways back to the initial state, which nearly every
 * state has, are stubs: as arrows they would hide the rest.
 */
public final class StateDiagram {
    private final Protocol protocol;
    private final List<Transition> transitions;
    private final Layout layout;
    private final Svg svg;
    private final Map<String, Long> counts;

    private StateDiagram(Protocol protocol, Map<String, Long> counts) {
        this.protocol = protocol;
        this.counts = counts;
        this.transitions = Transitions.of(protocol.machine());
        this.layout = new Layout(protocol.machine(), transitions);
        this.svg = new Svg(layout);
    }

    /** The whole document; the same for the same protocol. */
    public static String svg(Protocol protocol) {
        return new StateDiagram(protocol, null).draw();
    }

    /**
     * The same with counts of how often each state was found and each arrow taken; what has none stands out.
     *
     * @param counts by {@code state NAME} and {@code NAME -> NAME}
     */
    public static String svg(Protocol protocol, Map<String, Long> counts) {
        return new StateDiagram(protocol, counts).draw();
    }

    /** {@code null} where nothing is counted. */
    private Long count(String item) {
        return counts == null ? null : counts.getOrDefault(item, 0L);
    }

    private record Pair(Machine.State from, Machine.State to) {}

    private String draw() {
        Map<Pair, List<Transition>> pairs = new LinkedHashMap<>();
        for (Transition transition : transitions) {
            pairs.computeIfAbsent(new Pair(transition.from(), transition.to()), p -> new ArrayList<>())
                    .add(transition);
        }
        pairs.forEach((pair, rules) -> {
            Long count = count(pair.from.name() + " -> " + pair.to.name());
            boolean back = pair.to.equals(protocol.machine().initial());
            if (back) {
                svg.stub(layout.at(pair.from), pair.to.name(), count, title(pair, rules));
            } else {
                svg.arrow(
                        layout.at(pair.from),
                        layout.at(pair.to),
                        pairs.containsKey(new Pair(pair.to, pair.from)),
                        count != null && count == 0
                                ? "never"
                                : colour(rules.get(0).event()),
                        labels(rules, count),
                        title(pair, rules));
            }
        });
        for (Machine.State state : protocol.machine().states()) {
            svg.state(
                    layout.at(state),
                    state.name(),
                    count("state " + state.name()),
                    state.equals(protocol.machine().initial()));
        }
        String caption = protocol.title().isEmpty() ? protocol.name() : protocol.name() + ": " + protocol.title();
        return svg.document(caption, protocol.machine().name());
    }

    /** The rules' own parts of their names: which states they belong to the arrow says. */
    private static List<Svg.Label> labels(List<Transition> rules, Long count) {
        Map<String, Svg.Label> labels = new LinkedHashMap<>();
        if (count != null) {
            String text = Svg.grouped(count);
            labels.put(text, new Svg.Label(text, count == 0 ? "never" : "count"));
        }
        for (Transition rule : rules) {
            String name = rule.rule().substring(rule.rule().indexOf('.') + 1);
            labels.putIfAbsent(name, new Svg.Label(name, colour(rule.event())));
        }
        return List.copyOf(labels.values());
    }

    private static String title(Pair pair, List<Transition> rules) {
        StringBuilder title = new StringBuilder(pair.from.name() + " → " + pair.to.name());
        for (Transition rule : rules) {
            title.append('\n').append(rule.event().text()).append(": ").append(rule.rule());
        }
        return title.toString();
    }

    private static String colour(Machine.Event event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
