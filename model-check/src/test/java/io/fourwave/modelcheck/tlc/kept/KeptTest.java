package io.fourwave.modelcheck.tlc.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** A kept value must be told from others exactly as TLC tells the plain one. */
class KeptTest {
    private static final String[] NAMES = {"state", "a", "longer_than_eight", "b_timer", "c", "incoming_history"};

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void choosePolynomial() {
        FP64.Init();
    }

    private Value any(int depth) {
        int size = random.nextInt(4);
        return switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> IntValue.gen(random.nextInt(200) - 100);
            case 1 -> random.nextBoolean() ? BoolValue.ValTrue : BoolValue.ValFalse;
            case 2 -> new StringValue(NAMES[random.nextInt(NAMES.length)]);
            case 3, 4 -> record(depth);
            case 5 -> new TupleValue(values(size, depth - 1));
            default -> {
                // Members of a set must be comparable.
                Value[] numbers = new Value[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = new TupleValue(new Value[] {IntValue.gen(random.nextInt(9)), IntValue.gen(i)});
                }
                yield new SetEnumValue(numbers, false);
            }
        };
    }

    private Value[] values(int size, int depth) {
        Value[] values = new Value[size];
        for (int i = 0; i < size; i++) {
            values[i] = any(depth);
        }
        return values;
    }

    private RecordValue record(int depth) {
        int size = 1 + random.nextInt(NAMES.length);
        UniqueString[] names = new UniqueString[size];
        for (int i = 0; i < size; i++) {
            names[i] = UniqueString.uniqueStringOf(NAMES[i]);
        }
        return new RecordValue(names, values(size, depth - 1), false);
    }

    private static FcnRcdValue ofPeers(Value first, Value second) {
        return new FcnRcdValue(
                new Value[] {new StringValue("A"), new StringValue("B")}, new Value[] {first, second}, false);
    }

    @Test
    void kept_hasTlcsFingerprint_whateverCameBefore() {
        for (int i = 0; i < 2_000; i++) {
            Value plain = random.nextBoolean() ? record(3) : ofPeers(record(2), record(2));
            Value kept = Keeper.keep((Value) plain.deepCopy());
            long before = random.nextLong();

            assertThat(Kept.of(kept)).as("seed %d: %s", seed, plain).isNotNull();
            assertThat(Kept.extend(kept, before)).as("seed %d: %s", seed, plain).isEqualTo(plain.fingerPrint(before));
            assertThat(Kept.extend(kept, FP64.New()))
                    .as("seed %d: %s", seed, plain)
                    .isEqualTo(plain.fingerPrint(FP64.New()));
            assertThat(Kept.of(kept).fingerprint()).isEqualTo(plain.fingerPrint(FP64.New()));
        }
    }

    @Test
    void equalValues_areKeptAsOne() {
        for (int i = 0; i < 200; i++) {
            Value plain = ofPeers(record(2), record(2));
            Value first = Keeper.keep((Value) plain.deepCopy());
            Value second = Keeper.keep((Value) plain.deepCopy());

            assertThat(second).as("seed %d: %s", seed, plain).isSameAs(first);
            assertThat((Object) first).isEqualTo(plain);
        }
    }

    @Test
    void duplicate_isRecognizedTheSecondTime() {
        RecordValue plain = record(2);
        Value kept = Keeper.keep((Value) plain.deepCopy());
        Keeper.keep(plain);

        assertThat(Kept.of(plain).shared()).isSameAs(kept);
        assertThat(Keeper.keep(plain)).isSameAs(kept);
    }

    @Test
    void whatHangsOnAnotherValue_isNotBelieved() {
        Value kept = Keeper.keep(record(2));
        RecordValue other = record(1);
        other.cm = kept.cm;

        assertThat(Kept.of(other)).isNull();
    }

    @Test
    void differentValues_areNotOne() {
        UniqueString[] names = {UniqueString.uniqueStringOf("a")};
        Value one = Keeper.keep(new RecordValue(names, new Value[] {IntValue.gen(1)}, false));
        Value two = Keeper.keep(new RecordValue(names, new Value[] {IntValue.gen(2)}, false));

        assertThat(two).isNotSameAs(one);
        assertThat(Kept.of(two).fingerprint()).isNotEqualTo(Kept.of(one).fingerprint());
    }

    @Test
    void facts_areTrueFalseOrUnknown() {
        Kept kept = Kept.of(Keeper.keep(record(2)));
        kept.learn(Kept.FACTS - 1, true);
        kept.learn(0, false);

        assertThat(kept.isTrue(Kept.FACTS - 1)).isTrue();
        assertThat(kept.isFalse(Kept.FACTS - 1)).isFalse();
        assertThat(kept.isFalse(0)).isTrue();
        assertThat(kept.isTrue(0)).isFalse();
        assertThat(kept.isTrue(1) || kept.isFalse(1)).isFalse();
    }
}
