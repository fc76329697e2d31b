package io.fourwave.codegen;

import java.util.regex.Pattern;

/** Makes source text denser where JavaPoet spends three lines on one: a comment of one line, fields of a kind in a row. */
final class Layout {
    private static final Pattern ONE_LINE_COMMENT = Pattern.compile("/\\*\\*\n +\\* ([^\n]+)\n +\\*/");
    private static final String FIELD = "(?:private |public |static |final )*[\\w.\\[\\]]+ \\w+(?: = [^\n;{]+)?;\n";
    /** Two fields, neither with a comment. */
    private static final Pattern FIELDS_IN_A_ROW =
            Pattern.compile("(?m)(?<!\\*/\n)^( +" + FIELD + ")\n(?= +" + FIELD + ")");

    private static final Pattern ENUM_CONSTANTS_IN_A_ROW =
            Pattern.compile("(?m)(?<!\\*/\n)^( +[A-Z][A-Z0-9_]*\\([^\n]*\\),\n)\n(?= +[A-Z][A-Z0-9_]*\\()");

    private Layout() {}

    static String dense(String source) {
        String text = ONE_LINE_COMMENT.matcher(source).replaceAll("/** $1 */");
        text = ENUM_CONSTANTS_IN_A_ROW.matcher(text).replaceAll("$1");
        return FIELDS_IN_A_ROW.matcher(text).replaceAll("$1");
    }
}
