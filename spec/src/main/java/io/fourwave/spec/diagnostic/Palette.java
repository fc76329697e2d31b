package io.fourwave.spec.diagnostic;

/** How parts of a message are set off. */
enum Palette {
    PLAIN {
        @Override
        String paint(String code, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        String paint(String code, String text) {
            return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String paint(String code, String text);

    String severity(Severity severity, String text) {
        return paint(severity == Severity.ERROR ? "1;31" : "1;33", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    String margin(String text) {
        return paint("1;34", text);
    }
}
