package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Lines;
import io.fourwave.modelcheck.tlc.child.OwnPart;
import io.fourwave.modelcheck.tlc.child.Parent;
import io.fourwave.modelcheck.tlc.kept.KeptState;
import java.net.Socket;
import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tlc2.tool.distributed.InternRMI;
import tlc2.tool.distributed.RMIFilenameToStreamResolver;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCServerRMI;
import tlc2.util.FP64;
import util.UniqueString;

/** What runs in the child JVM of a worker: it waits for a server, works for it, and ends with it. */
public final class WorkerChild {
    /** Ends of the process: the server has no more work; it is gone; it is of another build. */
    public static final int DONE = 0;

    public static final int SERVER_GONE = 3;
    public static final int OTHER_BUILD = 4;

    private static final int PATIENCE_MILLIS = 500;
    private static final int PING_SECONDS = 5;

    private WorkerChild() {}

    /** @param args the server's address and port, number of threads */
    public static void main(String[] args) throws Exception {
        Parent.watch();
        String host = args[0];
        int port = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        String own = awaitServer(host, port);
        BoundSockets.install(own, 0);
        Registry registry = LocateRegistry.getRegistry(host, port);
        Gate gate = gate(registry);
        if (!gate.identity().equals(OwnPart.identity())) {
            Lines.say("refused", "the server is of another build of Fourwave");
            System.exit(OTHER_BUILD);
        }
        TLCServerRMI server = (TLCServerRMI) registry.lookup(TLCServer.SERVER_NAME);
        // Before anything of TLC's is set up: fingerprints and the order of names must be the server's.
        FP64.Init(server.getIrredPolyForFP());
        UniqueString.setSource((InternRMI) server);
        RMIFilenameToStreamResolver files = new RMIFilenameToStreamResolver();
        files.setTLCServer(server);
        TLCApp app = new TLCApp(server.getSpecFileName(), server.getConfigFileName(), server.getCheckDeadlock(), files);
        KeptState.install(app.tool);
        FarWork work = new FarWork(app);
        CountDownLatch ended = new CountDownLatch(threads);
        String process = UUID.randomUUID().toString();
        for (int i = 0; i < threads; i++) {
            gate.join(new FarWorker(i, work, server.getFPSetManager(), own, ended), process);
        }
        Lines.say("joined", host + ":" + port);
        while (!ended.await(PING_SECONDS, TimeUnit.SECONDS)) {
            try {
                gate.ping();
            } catch (RemoteException e) {
                System.exit(SERVER_GONE);
            }
        }
        System.exit(DONE);
    }

    /** The address by which the server sees us. */
    private static String awaitServer(String host, int port) throws InterruptedException {
        while (true) {
            try (Socket socket = new Socket(host, port)) {
                return socket.getLocalAddress().getHostAddress();
            } catch (java.io.IOException e) {
                Thread.sleep(PATIENCE_MILLIS);
            }
        }
    }

    private static Gate gate(Registry registry) throws InterruptedException {
        while (true) {
            try {
                return (Gate) registry.lookup(Gate.NAME);
            } catch (RemoteException | NotBoundException e) {
                Thread.sleep(PATIENCE_MILLIS);
            }
        }
    }
}
