package io.fourwave.modelcheck.report;

import io.fourwave.modelcheck.Report;
import java.util.Map;

/** Reads the report of a part of a check again. */
public final class ReportReader {
    private ReportReader() {}

    /**
     * @param json as {@link ReportJson} writes it
     * @throws IllegalArgumentException when it is not the report of a part, with a message that says why
     */
    public static Report part(String json) {
        Object part = JsonReader.read(json) instanceof Map<?, ?> object ? object.get("part") : null;
        if (part == null) {
            throw new IllegalArgumentException("is not the report of a part");
        }
        return RecordJson.read(Report.class, part);
    }
}
