package io.fourwave.spec.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the table: a claim, what measuring said of it and what the model says.
 *
 * @param id number of the text it is from, and of the claim in it: {@code 000.1}
 * @param measured the verdict in the words of the data
 * @param runs of the measurement, with blanks between them
 * @param model one of {@link #VERDICTS}
 * @param evidence what decides it, empty when it is undecided
 * @param proof the cell the evidence is from
 */
record Claim(
        String id,
        String text,
        String measured,
        String runs,
        String model,
        List<Evidence> evidence,
        String proof,
        String remark) {
    static final List<String> VERDICTS = List.of("true", "partly", "false", "undecided");

    private static final Pattern ROW = Pattern.compile("\\| \\d{3}\\.\\d+ \\|.*");
    private static final Pattern EVIDENCE =
            Pattern.compile("(holds|refuted|reached|covered|killed) `([^`]+)`(?: by `([^`]+)`)? in `([^`]+)`");

    /**
     * @param kind holds, refuted: a property; reached: a witness; covered: a transition; killed: a mutant
     * @param by the property that kills a mutant, else null
     */
    record Evidence(String kind, String name, String by, String scenario) {
        @Override
        public String toString() {
            return kind + " `" + name + "`" + (by == null ? "" : " by `" + by + "`") + " in `" + scenario + "`";
        }
    }

    /** The claims of a document, from the rows that begin with a claim's number. */
    static List<Claim> of(List<String> lines) {
        List<Claim> claims = new ArrayList<>();
        for (String line : lines) {
            if (ROW.matcher(line).matches()) {
                String[] cells = line.substring(1).split("\\|", -1);
                if (cells.length != 8) {
                    throw new IllegalArgumentException("not seven cells: " + line);
                }
                String proof = cells[5].strip();
                claims.add(new Claim(
                        cells[0].strip(),
                        cells[1].strip(),
                        cells[2].strip(),
                        cells[3].strip(),
                        cells[4].strip(),
                        evidence(proof),
                        proof,
                        cells[6].strip()));
            }
        }
        return claims;
    }

    private static List<Evidence> evidence(String proof) {
        List<Evidence> found = new ArrayList<>();
        Matcher each = EVIDENCE.matcher(proof);
        while (each.find()) {
            found.add(new Evidence(each.group(1), each.group(2), each.group(3), each.group(4)));
        }
        return found;
    }

    /** Whether the model's verdict is another word than the first of the measurement's; with no verdict it always is. */
    boolean isSaidOtherwiseByTheModel() {
        return !measured.split("[ ,]")[0].equals(model);
    }

    /** The cell with nothing but its evidence, so that nothing in it goes unread. */
    boolean proofIsAllEvidence() {
        return String.join("; ", evidence.stream().map(Evidence::toString).toList())
                .equals(proof);
    }
}
