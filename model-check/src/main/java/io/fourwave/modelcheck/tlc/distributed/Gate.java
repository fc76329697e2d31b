package io.fourwave.modelcheck.tlc.distributed;

import java.rmi.Remote;
import java.rmi.RemoteException;
import tlc2.tool.distributed.TLCWorkerRMI;

/** Where workers come in. TLC's own door has no way to ask who comes. */
interface Gate extends Remote {
    /** Name in the registry. */
    String NAME = "Fourwave";

    /** What a worker must have in common with the server: our part in TLC, by its code. */
    String identity() throws RemoteException;

    /**
     * A worker joins.
     *
     * @param process tells the processes of workers apart
     */
    void join(TLCWorkerRMI worker, String process) throws RemoteException;

    /** Answers as long as there is a server. */
    void ping() throws RemoteException;
}
