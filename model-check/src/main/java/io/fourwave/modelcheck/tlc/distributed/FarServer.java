package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Lines;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.io.IOException;
import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.UnicastRemoteObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCWorkerRMI;
import tlc2.tool.distributed.fp.IFPSetManager;
import tlc2.tool.fp.FPSet;
import tlc2.tool.fp.FPSetFactory;

/** TLC's server, with a gate of ours in front of it. */
final class FarServer extends TLCServer {
    private static final long serialVersionUID = 1;

    private final transient AtomicLong generated = new AtomicLong();
    private final transient Map<TLCWorkerRMI, String> waiting = new LinkedHashMap<>();
    private final transient Entrance entrance;
    private final int awaited;
    private transient boolean open;
    private transient boolean late;
    private transient volatile long first;
    private transient volatile int level;

    /**
     * @param identity of our part in TLC
     * @param awaited processes of workers with which it begins
     */
    FarServer(TLCApp work, String identity, int awaited) throws IOException, NotBoundException {
        super(work);
        this.entrance = new Entrance(identity);
        this.awaited = awaited;
    }

    @Override
    protected IFPSetManager getFPSetManagerImpl(TLCApp work, String metadata, int count) throws IOException {
        FPSet set = FPSetFactory.getFPSet(work.getFPSetConfiguration());
        set.init(1, metadata, work.getFileName());
        return new Fingerprints(set, System.getProperty("java.rmi.server.hostname"), trace);
    }

    /**
     * One at a time: TLC writes a module of its own anew into the same file each time a worker asks for it, and a second worker would get
     * what is there of it.
     */
    @Override
    public byte[] getFile(String name) throws RemoteException {
        synchronized (entrance) {
            return super.getFile(name);
        }
    }

    /** TLC calls this when its registry is there, and before it makes the first states. */
    @Override
    protected void waitForFPSetManager() throws InterruptedException {
        try {
            LocateRegistry.getRegistry(System.getProperty("java.rmi.server.hostname"), Port)
                    .rebind(Gate.NAME, entrance);
        } catch (RemoteException e) {
            throw new IllegalStateException("the workers' entrance cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Makes the whole run. */
    void check() throws IOException, InterruptedException, NotBoundException {
        modelCheck();
        UnicastRemoteObject.unexportObject(entrance, true);
    }

    /** The first states are there: a worker that came before would have found nothing to do, and that would have been the end. */
    synchronized void open() {
        open = true;
        first = fpSetManager.size();
        admit();
    }

    private synchronized void admit() {
        Set<String> processes = new LinkedHashSet<>(waiting.values());
        if (!open || processes.size() < awaited) {
            if (open) {
                Lines.say("awaiting", Integer.toString(awaited - processes.size()));
            }
            return;
        }
        waiting.keySet().forEach(worker -> {
            try {
                registerWorker(new FarProxy(worker, generated));
            } catch (IOException e) {
                Lines.say("lost", String.valueOf(e.getMessage()));
            }
        });
        // Who comes later joins at once.
        waiting.keySet().clear();
        late = true;
    }

    TlcProgress progress() {
        try {
            level = trace.getLevelForReporting();
        } catch (IOException e) {
            // It is over, and the trace closed.
        }
        return new TlcProgress(first + generated.get(), fpSetManager.size(), getNewStates(), level, 0);
    }

    /** The remote object; apart from the server, whose remote methods are TLC's. */
    private final class Entrance extends UnicastRemoteObject implements Gate {
        private static final long serialVersionUID = 1;

        private final String identity;

        Entrance(String identity) throws RemoteException {
            this.identity = identity;
        }

        @Override
        public String identity() {
            return identity;
        }

        @Override
        public void join(TLCWorkerRMI worker, String process) throws RemoteException {
            synchronized (FarServer.this) {
                if (late) {
                    try {
                        registerWorker(new FarProxy(worker, generated));
                    } catch (IOException e) {
                        throw new RemoteException(e.getMessage());
                    }
                } else {
                    waiting.put(worker, process);
                    admit();
                }
            }
        }

        @Override
        public void ping() {
            // To answer is all.
        }
    }
}
