package io.fourwave.conformance.pcapng;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the block structure of a capture file by the draft's text alone, sharing nothing with the writer. Strict: anything odd fails. */
public final class BlockReader {
    public record Option(int code, byte[] value) {
        public String text() {
            return new String(value, StandardCharsets.UTF_8);
        }

        public int word() {
            return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
        }
    }

    /** @param body the fixed part: for packets the fields and the frame */
    public record Block(int type, ByteBuffer body, List<Option> options) {
        public List<String> comments() {
            return options.stream().filter(o -> o.code() == 1).map(Option::text).toList();
        }

        public Option option(int code) {
            return options.stream().filter(o -> o.code() == code).findFirst().orElseThrow();
        }

        public long epochNanos() {
            return (long) body.getInt(4) << 32 | body.getInt(8) & 0xffffffffL;
        }

        public byte[] frame() {
            byte[] frame = new byte[body.getInt(12)];
            body.get(20, frame);
            return frame;
        }
    }

    private BlockReader() {}

    public static List<Block> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Block> blocks = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            int type = in.getInt();
            int length = in.getInt();
            require(length >= 12 && length % 4 == 0 && start + length <= in.limit(), "length of block at " + start);
            require(in.getInt(start + length - 4) == length, "second length of block at " + start);
            ByteBuffer body = in.slice(start + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN);
            blocks.add(block(type, body));
            in.position(start + length);
        }
        return blocks;
    }

    private static Block block(int type, ByteBuffer body) {
        int fixed = switch (type) {
            case 0x0a0d0d0a -> 16;
            case 1 -> 8;
            case 6 -> 20 + (body.getInt(12) + 3) / 4 * 4;
            default -> throw new AssertionError("block type " + type);
        };
        if (type == 0x0a0d0d0a) {
            require(body.getInt(0) == 0x1a2b3c4d, "byte-order magic");
            require(body.getShort(4) == 1 && body.getShort(6) == 0, "version");
        }
        List<Option> options = new ArrayList<>();
        int at = fixed;
        boolean ended = false;
        while (at < body.limit()) {
            require(!ended, "something after the end of options");
            int code = body.getShort(at) & 0xffff;
            int length = body.getShort(at + 2) & 0xffff;
            byte[] value = new byte[length];
            body.get(at + 4, value);
            at += 4 + (length + 3) / 4 * 4;
            if (code == 0) {
                require(length == 0, "length of the end of options");
                ended = true;
            } else {
                options.add(new Option(code, value));
            }
        }
        require(ended || options.isEmpty(), "no end of options");
        return new Block(type, body, options);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
