package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Delivery;
import java.rmi.RemoteException;
import tlc2.tool.IStateFunctor;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.DistApp;
import tlc2.tool.distributed.TLCApp;

/**
 * What a worker does with a state, as TLC does it, and three things more. It looks at every step for what steps must be like: TLC's workers
 * look only at steps to states that seem new. It tells each state how deep it lies: TLC's workers leave that out, and a trace then is taken for
 * one of a single step. And it counts the states it expands.
 */
final class FarWork extends DistApp {
    private static final String COUNTED = "Noted";

    private final TLCApp app;
    private final int counted;

    FarWork(TLCApp app) {
        this.app = app;
        int index = -1;
        String[] names = app.tool.getInvNames();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(COUNTED)) {
                index = i;
            }
        }
        this.counted = index;
    }

    @Override
    public TLCState[] getNextStates(TLCState state) throws WorkerException, RemoteException {
        Delivery delivery = Delivery.current();
        if (counted >= 0 && delivery != null) {
            delivery.expanding(true);
            app.tool.isValid(app.invariants[counted], state);
            delivery.expanding(false);
        }
        TLCState[] next = app.getNextStates(state);
        for (TLCState successor : next) {
            successor.setPredecessor(state);
            for (int i = 0; i < app.impliedActions.length; i++) {
                if (!app.tool.isValid(app.impliedActions[i], state, successor)) {
                    String name = app.tool.getImpliedActNames()[i];
                    throw new WorkerException(
                            "Error: Implied-action " + name + " is violated.", state, successor, false);
                }
            }
        }
        return next;
    }

    @Override
    public void checkState(TLCState from, TLCState to) throws WorkerException {
        app.checkState(from, to);
    }

    // ---- as TLC does it

    @Override
    public Boolean getCheckDeadlock() {
        return app.getCheckDeadlock();
    }

    @Override
    public Boolean getPreprocess() {
        return app.getPreprocess();
    }

    @Override
    public String getFileName() {
        return app.getFileName();
    }

    @Override
    public String getMetadir() {
        return app.getMetadir();
    }

    @Override
    public boolean canRecover() {
        return app.canRecover();
    }

    @Override
    public void getInitStates(IStateFunctor functor) {
        app.getInitStates(functor);
    }

    @Override
    public boolean isInModel(TLCState state) {
        return app.isInModel(state);
    }

    @Override
    public boolean isInActions(TLCState from, TLCState to) {
        return app.isInActions(from, to);
    }

    @Override
    public TLCStateInfo getState(long fingerprint) {
        return app.getState(fingerprint);
    }

    @Override
    public TLCStateInfo getState(long fingerprint, TLCState from) {
        return app.getState(fingerprint, from);
    }

    @Override
    public TLCStateInfo getState(TLCState to, TLCState from) {
        return app.getState(to, from);
    }

    @Override
    public void setCallStack() {
        app.setCallStack();
    }

    @Override
    public String printCallStack() {
        return app.printCallStack();
    }

    @Override
    public String getSpecDir() {
        return app.getSpecDir();
    }

    @Override
    public String getConfigName() {
        return app.getConfigName();
    }
}
