package io.fourwave.conformance.trace;

import io.fourwave.runtime.machine.MachineSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * Reads a trace from beginning to end, in memory that depends on the number of connections, not of steps. Whatever is wrong with
 * the file is a {@link TraceException} that says what and where.
 */
public final class TraceReader implements AutoCloseable {
    private static final int BUFFER_OCTETS = 1 << 16;

    private final Path path;
    private final InputStream in;
    private final CRC32C crc = new CRC32C();
    private final long sizeOctets;
    private final RecordDecoder decoder;
    private final TraceHeader header;
    private byte[] body = new byte[256];
    private long offset;
    private long records;
    private TraceRecord.Position position;
    private boolean ended;

    private TraceReader(Path path, InputStream in, long sizeOctets) throws IOException {
        this.path = path;
        this.in = in;
        this.sizeOctets = sizeOctets;
        magic();
        header = readHeader();
        decoder = new RecordDecoder(header.schema());
    }

    /**
     * Opens the file and reads its header.
     *
     * @throws TraceException when it cannot be read or is not a trace of this format
     */
    public static TraceReader open(Path path) {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_OCTETS);
            try {
                return new TraceReader(path, in, Files.size(path));
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new TraceException(path + ": no such file", "`fourwave run --trace FILE` writes one");
        } catch (IOException e) {
            throw new TraceException(path + ": cannot be read: " + reason(e), null);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void magic() throws IOException {
        byte[] start = in.readNBytes(TraceFormat.MAGIC.length);
        offset = start.length;
        if (start.length == 0) {
            throw new TraceException(
                    path + ": the file is empty", "it was written by a run that never began, or not yet");
        }
        if (!Arrays.equals(start, Arrays.copyOf(TraceFormat.MAGIC, start.length))) {
            throw new TraceException(
                    path + ": not a step trace" + FileKind.guess(start), "`fourwave run --trace FILE` writes one");
        }
        byte[] version = in.readNBytes(2);
        offset += version.length;
        if (start.length < TraceFormat.MAGIC.length || version.length < 2) {
            throw truncated("the file ends inside its first " + (TraceFormat.MAGIC.length + 2) + " octets");
        }
        int found = (version[0] & 0xff) << 8 | version[1] & 0xff;
        if (found != TraceFormat.VERSION) {
            throw new TraceException(
                    path + ": written in version " + found + " of the format, this is version " + TraceFormat.VERSION,
                    "replay it with the Fourwave that wrote it, or record it again");
        }
    }

    private TraceHeader readHeader() throws IOException {
        RecordBody record = record();
        if (record == null) {
            throw truncated("the file ends before its header");
        }
        try {
            if (record.unsigned() != TraceFormat.HEADER) {
                throw new RecordBody.Malformed("it is not a header");
            }
            String application = record.text();
            long start = record.signed();
            MachineSchema schema = SchemaCodec.read(record);
            record.end();
            long second = TimeUnit.SECONDS.toNanos(1);
            return new TraceHeader(
                    application,
                    Instant.ofEpochSecond(Math.floorDiv(start, second), Math.floorMod(start, second)),
                    schema);
        } catch (RecordBody.Malformed e) {
            throw corrupt(e.getMessage());
        }
    }

    public TraceHeader header() {
        return header;
    }

    public Path path() {
        return path;
    }

    /** Of the whole file. */
    public long sizeOctets() {
        return sizeOctets;
    }

    /** Read so far. */
    public long offsetOctets() {
        return offset;
    }

    /**
     * The next connection or step; null after the end record.
     *
     * @throws TraceException when the file is damaged or ends before its end record
     */
    public TraceRecord next() {
        if (ended) {
            return null;
        }
        try {
            RecordBody record = record();
            if (record == null) {
                throw truncated("the file ends without an end record, after " + decoder.steps() + " whole steps");
            }
            TraceRecord decoded = decoder.decode(record, position);
            if (decoded == null) {
                ended = true;
                if (in.read() >= 0) {
                    throw corrupt("something follows the end record");
                }
            }
            return decoded;
        } catch (RecordBody.Malformed e) {
            throw corrupt(e.getMessage());
        } catch (IOException e) {
            throw new TraceException(path + ": cannot be read: " + reason(e), null);
        }
    }

    /** The body of the next record, its checksum verified; null at the end of the file. */
    private RecordBody record() throws IOException {
        position = new TraceRecord.Position(records, offset);
        int length = length();
        if (length < 0) {
            return null;
        }
        if (body.length < length) {
            // Grows as octets come: a damaged length must not ask for memory the file has no octets for.
            body = new byte[(int) Math.min(length, Math.max(0, sizeOctets - offset))];
        }
        if (body.length < length || in.readNBytes(body, 0, length) < length) {
            throw truncated("the file ends inside a record of " + length + " octets");
        }
        byte[] sum = in.readNBytes(4);
        if (sum.length < 4) {
            throw truncated("the file ends inside a record's checksum");
        }
        offset += length + 4L;
        crc.reset();
        crc.update(body, 0, length);
        int expected = (sum[0] & 0xff) << 24 | (sum[1] & 0xff) << 16 | (sum[2] & 0xff) << 8 | sum[3] & 0xff;
        if ((int) crc.getValue() != expected) {
            throw corrupt("its checksum is wrong");
        }
        records++;
        return new RecordBody(body, length);
    }

    /** -1 at the end of the file. */
    private int length() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        offset++;
        long length = first & 0x7f;
        int octet = first;
        for (int shift = 7; (octet & 0x80) != 0; shift += 7) {
            octet = in.read();
            if (octet < 0) {
                throw truncated("the file ends inside a record's length");
            }
            offset++;
            length |= (octet & 0x7fL) << shift;
            if (length > TraceFormat.MAX_BODY_OCTETS || shift > 28) {
                throw corrupt("its length cannot be");
            }
        }
        return (int) length;
    }

    private TraceException truncated(String what) {
        return new TraceException(
                path + ": " + what + " (" + position() + ")",
                "the program that wrote it was killed, or the file was cut; `--partial` uses what is whole",
                true);
    }

    private TraceException corrupt(String what) {
        return new TraceException(
                path + ": " + position() + " is damaged: " + what,
                "record the run again; nothing after this place can be trusted");
    }

    private String position() {
        return position == null ? "record 0 at octet " + offset : position.toString();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
