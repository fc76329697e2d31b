package io.fourwave.codegen;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The locals visible at a point of one method. Java knows no hiding among locals, so a name used again while the first one is still
 * visible gets another spelling.
 */
final class Locals {
    private record Block(NameAllocator names, Map<String, String> known) {}

    private final Deque<Block> blocks = new ArrayDeque<>();

    Locals(NameAllocator reserved) {
        blocks.push(new Block(reserved, new HashMap<>()));
    }

    void open() {
        blocks.push(new Block(blocks.peek().names().clone(), new HashMap<>()));
    }

    void close() {
        blocks.pop();
    }

    /** A new local of the innermost block. */
    String declare(String specName, String suggestion) {
        String name = blocks.peek().names().newName(suggestion);
        blocks.peek().known().put(specName, name);
        return name;
    }

    String name(String specName) {
        for (Block block : blocks) {
            String name = block.known().get(specName);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalArgumentException("the IR uses the local `" + specName + "` before it declares it");
    }
}
