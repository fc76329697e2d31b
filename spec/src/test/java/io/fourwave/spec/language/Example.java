package io.fourwave.spec.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of the language reference.
 *
 * @param kind how it is to be completed: empty for a whole protocol, else the word behind {@code wave}
 * @param code the error it is an example of, or empty
 * @param line of its first line in the document
 */
record Example(String kind, String code, int line, String text) {
    private static final Pattern FENCE = Pattern.compile("```wave(?: (?!W\\d)(\\w+))?(?: (W\\d{4}))?");

    static List<Example> in(String document) {
        List<Example> examples = new ArrayList<>();
        List<String> lines = document.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()) {
                continue;
            }
            int first = i + 1;
            int end = first;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            String kind = fence.group(1) == null ? "" : fence.group(1);
            String code = fence.group(2) == null ? "" : fence.group(2);
            examples.add(new Example(kind, code, first + 1, String.join("\n", lines.subList(first, end)) + "\n"));
            i = end;
        }
        return examples;
    }

    @Override
    public String toString() {
        return "line " + line + (kind.isEmpty() ? "" : " " + kind) + (code.isEmpty() ? "" : " " + code);
    }
}
