package io.fourwave.modelcheck.tlc.kept;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.ITool;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.util.FP64;
import tlc2.value.IValue;
import tlc2.value.IValueInputStream;
import tlc2.value.IValueOutputStream;
import tlc2.value.impl.Value;
import util.UniqueString;
import util.WrongInvocationException;

/**
 * A state whose values are kept. Its fingerprint and what it writes are those of TLC's own state ({@code TLCStateMut}), so both may
 * stand in one queue and one checkpoint. Symmetry and views are left to TLC's.
 */
public final class KeptState extends TLCState {
    private static final long serialVersionUID = 1;

    private static TLCState plain;

    private final Value[] values;

    private KeptState(Value[] values) {
        this.values = values;
    }

    /**
     * From now on TLC's new states are of this class, where that is possible. To be called once the tool is set up.
     *
     * @throws LinkageError with a release of the tools whose states are made otherwise; all stays as it is then
     */
    public static void install(ITool tool) {
        if (Keeper.OFF || TLCState.Empty instanceof KeptState) {
            return;
        }
        for (Method method : KeptState.class.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                throw new AbstractMethodError(method.toString());
            }
        }
        if (tool.getViewSpec() == null && tool.getSymmetryPerms() == null) {
            plain = TLCState.Empty;
            TLCState.Empty = new KeptState(new Value[vars.length]);
        }
    }

    @Override
    public TLCState bind(UniqueString name, IValue value) {
        values[name.getVarLoc()] = Keeper.keep((Value) value);
        return this;
    }

    @Override
    public TLCState bind(SymbolNode id, IValue value) {
        throw new WrongInvocationException("a variable is bound by its name");
    }

    @Override
    public TLCState unbind(UniqueString name) {
        values[name.getVarLoc()] = null;
        return this;
    }

    @Override
    public IValue lookup(UniqueString name) {
        int place = name.getVarLoc();
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(UniqueString name) {
        return lookup(name) != null;
    }

    @Override
    public TLCState copy() {
        return new KeptState(values.clone());
    }

    /** Kept values are normalised and never changed. */
    @Override
    public TLCState deepCopy() {
        return copy();
    }

    @Override
    public StateVec addToVec(StateVec states) {
        return states.addElement(copy());
    }

    @Override
    public void deepNormalize() {
        for (Value value : values) {
            if (value != null && Kept.of(value) == null) {
                value.deepNormalize();
            }
        }
    }

    @Override
    public long fingerPrint() {
        long fingerprint = FP64.New();
        for (Value value : values) {
            fingerprint = Kept.extend(value, fingerprint);
        }
        return fingerprint;
    }

    @Override
    public boolean allAssigned() {
        for (Value value : values) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TLCState createEmpty() {
        return new KeptState(new Value[vars.length]);
    }

    @Override
    public void read(IValueInputStream in) throws IOException {
        super.read(in);
        for (int i = 0; i < values.length; i++) {
            values[i] = Keeper.keep((Value) in.read());
        }
    }

    @Override
    public void write(IValueOutputStream out) throws IOException {
        super.write(out);
        for (Value value : values) {
            value.write(out);
        }
    }

    // ---- what is asked seldom: TLC's own state answers

    private static TLCState plain(TLCState state) {
        // In another JVM, which was sent this state, TLC's own may be the only class in use.
        TLCState copy = (plain == null ? TLCState.Empty : plain).createEmpty();
        for (OpDeclNode variable : vars) {
            IValue value = state.lookup(variable.getName());
            if (value != null) {
                copy.bind(variable.getName(), value);
            }
        }
        return copy;
    }

    @Override
    public Set<OpDeclNode> getUnassigned() {
        return plain(this).getUnassigned();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TLCState state && plain(this).equals(plain(state));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerPrint());
    }

    @Override
    public String toString() {
        return plain(this).toString();
    }

    @Override
    public String toString(TLCState last) {
        return plain(this).toString(plain(last));
    }
}
