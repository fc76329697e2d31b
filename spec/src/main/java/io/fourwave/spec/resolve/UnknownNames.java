package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Says of a name that means nothing here what may have been meant. */
final class UnknownNames {
    private final Symbols symbols;

    UnknownNames(Symbols symbols) {
        this.symbols = symbols;
    }

    void report(Name name, Scope scope, Type hint) {
        String text = name.text();
        List<String> known = candidates(scope, hint);
        String minus = minus(text, known);
        if (minus != null) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.MINUS_IN_NAME, name.place(), "there is no `" + text + "`")
                            .note("names may hold `-`, so this is one name")
                            .help("put spaces around `-`: `" + minus + "`"));
            return;
        }
        Diagnostic unknown = Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no `" + text + "`");
        String otherSort = otherSort(text);
        symbols.diagnostics.add(
                otherSort.isEmpty()
                        ? unknown.help(DidYouMean.help(text, known))
                        : Diagnostic.of(
                                DiagnosticCode.WRONG_SORT,
                                name.place(),
                                "`" + text + "` is " + otherSort + " and no value"));
    }

    /** The name with spaces around the first hyphen that parts two things that mean something, or null. */
    private static String minus(String text, List<String> known) {
        for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
            String left = text.substring(0, dash);
            String right = text.substring(dash + 1);
            boolean number = right.chars().allMatch(Character::isDigit);
            if (known.contains(left) && (number || known.contains(right))) {
                return left + " - " + right;
            }
        }
        return null;
    }

    private String otherSort(String text) {
        if (symbols.groups.containsKey(text)) {
            return "a group of states";
        } else if (symbols.timers.containsKey(text)) {
            return "a timer";
        } else if (symbols.streams.containsKey(text)) {
            return "a stream";
        } else if (symbols.procedures != null && symbols.procedures.knows(text)) {
            return "a procedure";
        } else if (symbols.policies.containsKey(text)) {
            return "a policy";
        } else if (symbols.enumerations.containsKey(text) || symbols.flags.containsKey(text)) {
            return "a type";
        }
        return "";
    }

    private List<String> candidates(Scope scope, Type hint) {
        List<String> names = new ArrayList<>(scope.visibleLocals());
        if (hint instanceof Type.Enumeration wanted) {
            names.addAll(wanted.members());
        } else if (hint instanceof Type.Flags wanted) {
            names.addAll(wanted.members());
        } else if (hint instanceof Type.StateValue) {
            names.addAll(symbols.states.keySet());
        }
        names.addAll(symbols.variables.keySet());
        if (symbols.defines != null) {
            names.addAll(symbols.defines.names());
        }
        names.addAll(symbols.parameters.keySet());
        names.addAll(symbols.bounds.keySet());
        symbols.fields.keySet().forEach(field -> names.add("SEG." + field));
        symbols.timers.keySet().forEach(timer -> names.add(timer + ".retries"));
        symbols.enumerations.values().forEach(type -> names.addAll(type.members()));
        return names;
    }
}
