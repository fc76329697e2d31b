package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Delivery;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import tla2sany.semantic.ExprOrOpArgNode;
import tlc2.tool.TLCState;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.NextStateResult;
import tlc2.tool.distributed.TLCWorker;
import tlc2.tool.distributed.fp.IFPSetManager;

/** One thread's worth of worker: TLC's, whose results tell what was counted. */
final class FarWorker extends TLCWorker {
    private static final long serialVersionUID = 1;

    private final transient Set<ExprOrOpArgNode> done = ConcurrentHashMap.newKeySet();
    private final transient CountDownLatch ended;

    /** @param ended is counted down when the server has no more work */
    FarWorker(int number, FarWork work, IFPSetManager fingerprints, String host, CountDownLatch ended)
            throws RemoteException {
        super(number, work, fingerprints, host);
        this.ended = ended;
    }

    @Override
    public synchronized NextStateResult getNextStates(TLCState[] states) throws WorkerException, RemoteException {
        Delivery delivery = Delivery.begin(done);
        try {
            return new Counted(super.getNextStates(states), delivery.packed());
        } finally {
            Delivery.end();
        }
    }

    @Override
    public void exit() throws NoSuchObjectException {
        UnicastRemoteObject.unexportObject(this, true);
        ended.countDown();
    }
}
