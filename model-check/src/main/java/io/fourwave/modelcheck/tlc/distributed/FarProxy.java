package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Lines;
import java.net.URI;
import java.rmi.RemoteException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlc2.tool.TLCState;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.NextStateResult;
import tlc2.tool.distributed.TLCWorkerRMI;

/**
 * At the server, in front of a worker: takes what its results tell, tells of violations, and gives up on a worker as soon as one call has failed.
 * TLC would ask such a worker again, but it remembers what it has sent as known, and would leave it out.
 */
final class FarProxy implements TLCWorkerRMI {
    private static final Pattern VIOLATED =
            Pattern.compile("(?:Invariant|Implied-action|Implied-init) (\\S+) is violated");

    private final TLCWorkerRMI worker;
    private final AtomicLong generated;
    private volatile boolean lost;

    FarProxy(TLCWorkerRMI worker, AtomicLong generated) {
        this.worker = worker;
        this.generated = generated;
    }

    @Override
    public NextStateResult getNextStates(TLCState[] states) throws RemoteException, WorkerException {
        NextStateResult result;
        try {
            result = worker.getNextStates(states);
        } catch (RemoteException e) {
            throw lose(e);
        } catch (WorkerException e) {
            tell(e);
            throw e;
        }
        synchronized (this) {
            if (lost) {
                throw new RemoteException("the worker was given up while it worked");
            }
            if (!(result instanceof Counted counted)) {
                throw lose(new RemoteException("the worker does not count"));
            }
            counted.delivery().unpack();
            generated.addAndGet(counted.generated());
        }
        return result;
    }

    private static void tell(WorkerException e) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = VIOLATED.matcher(message);
        if (matcher.find()) {
            Lines.say("violated", matcher.group(1));
        } else {
            Lines.say("failed", message);
        }
    }

    private synchronized RemoteException lose(RemoteException why) {
        if (!lost) {
            lost = true;
            Lines.say("lost", String.valueOf(why.getMessage()));
        }
        // Without its cause, which TLC might take for something that passes.
        return new RemoteException(String.valueOf(why.getMessage()));
    }

    @Override
    public boolean isAlive() throws RemoteException {
        try {
            return !lost && worker.isAlive();
        } catch (RemoteException e) {
            throw lose(e);
        }
    }

    @Override
    public void exit() throws RemoteException {
        worker.exit();
    }

    @Override
    public URI getURI() throws RemoteException {
        return worker.getURI();
    }

    @Override
    public double getCacheRateRatio() throws RemoteException {
        return worker.getCacheRateRatio();
    }
}
