package io.fourwave.spec.diagram;

import io.fourwave.spec.ir.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places states in layers by how many transitions they are from the initial one, and in each layer near their neighbours. */
final class Layout {
    static final int BOX_WIDTH = 150;
    static final int BOX_HEIGHT = 38;
    private static final int COLUMN = 300;
    private static final int ROW = 165;
    private static final int MARGIN = 70;
    private static final int SWEEPS = 8;

    /** Middle of a state's box. */
    record Point(double x, double y) {}

    private final Map<Machine.State, Point> points = new LinkedHashMap<>();
    private final int width;
    private final int height;

    Layout(Machine machine, List<Transition> transitions) {
        List<List<Machine.State>> layers = layers(machine, transitions);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(layers, transitions);
        }
        int widest = layers.stream().mapToInt(List::size).max().orElse(1);
        width = MARGIN * 2 + BOX_WIDTH + (widest - 1) * COLUMN;
        height = MARGIN * 2 + BOX_HEIGHT + (layers.size() - 1) * ROW;
        for (int row = 0; row < layers.size(); row++) {
            List<Machine.State> layer = layers.get(row);
            for (int column = 0; column < layer.size(); column++) {
                double x = width / 2.0 + (column - (layer.size() - 1) / 2.0) * COLUMN;
                points.put(layer.get(column), new Point(x, MARGIN + BOX_HEIGHT / 2.0 + row * ROW));
            }
        }
        layers.subList(1, layers.size()).forEach(layer -> shift(layer, transitions));
    }

    /** A layer with room to spare moves as a whole to below the states it comes from. */
    private void shift(List<Machine.State> layer, List<Transition> transitions) {
        double wish = layer.stream()
                .mapToDouble(state -> transitions.stream()
                        .filter(t -> t.to().equals(state) && !layer.contains(t.from()) && points.containsKey(t.from()))
                        .mapToDouble(t ->
                                points.get(t.from()).x() - points.get(state).x())
                        .average()
                        .orElse(0))
                .average()
                .orElse(0);
        double left = MARGIN + BOX_WIDTH / 2.0 - points.get(layer.get(0)).x();
        double right = width
                - MARGIN
                - BOX_WIDTH / 2.0
                - points.get(layer.get(layer.size() - 1)).x();
        double by = Math.max(left, Math.min(right, wish));
        layer.forEach(state -> points.put(
                state, new Point(points.get(state).x() + by, points.get(state).y())));
    }

    private static List<List<Machine.State>> layers(Machine machine, List<Transition> transitions) {
        Map<Machine.State, Integer> depth = new LinkedHashMap<>();
        List<Machine.State> queue = new ArrayList<>(List.of(machine.initial()));
        depth.put(machine.initial(), 0);
        for (int i = 0; i < queue.size(); i++) {
            Machine.State state = queue.get(i);
            for (Transition transition : transitions) {
                if (transition.from().equals(state) && !depth.containsKey(transition.to())) {
                    depth.put(transition.to(), depth.get(state) + 1);
                    queue.add(transition.to());
                }
            }
        }
        int deepest = depth.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<List<Machine.State>> layers = new ArrayList<>();
        for (Machine.State state : machine.states()) {
            int row = depth.getOrDefault(state, deepest + 1);
            while (layers.size() <= row) {
                layers.add(new ArrayList<>());
            }
            layers.get(row).add(state);
        }
        return layers;
    }

    /** Each state towards the middle of the states it leads to or comes from in other layers. */
    private static void order(List<List<Machine.State>> layers, List<Transition> transitions) {
        Map<Machine.State, Double> place = new LinkedHashMap<>();
        for (List<Machine.State> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                place.put(layer.get(i), i - (layer.size() - 1) / 2.0);
            }
        }
        for (List<Machine.State> layer : layers) {
            Map<Machine.State, Double> wish = new LinkedHashMap<>();
            for (Machine.State state : layer) {
                double neighbours = transitions.stream()
                        .filter(t -> t.from().equals(state) != t.to().equals(state))
                        .map(t -> t.from().equals(state) ? t.to() : t.from())
                        .filter(other -> !layer.contains(other))
                        .mapToDouble(place::get)
                        .average()
                        .orElse(place.get(state));
                wish.put(state, neighbours);
            }
            layer.sort(Comparator.comparingDouble(wish::get));
        }
    }

    Point at(Machine.State state) {
        return points.get(state);
    }

    Iterable<Point> boxes() {
        return points.values();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
