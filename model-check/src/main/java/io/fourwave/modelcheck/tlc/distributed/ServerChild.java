package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Lines;
import io.fourwave.modelcheck.tlc.child.OwnPart;
import io.fourwave.modelcheck.tlc.child.Parent;
import io.fourwave.modelcheck.tlc.child.Progress;
import io.fourwave.modelcheck.tlc.child.Tally;
import io.fourwave.modelcheck.tlc.child.Teller;
import java.util.Arrays;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;

/** What runs in the child JVM of a distributed run: TLC's server. */
public final class ServerChild {
    private static FarServer server;
    private static TLCApp app;

    private ServerChild() {}

    /**
     * The working directory holds the modules.
     *
     * @param args address, port, number of processes of workers to wait for; the rest is TLC's
     */
    public static void main(String[] args) {
        Parent.watch();
        int status = 0;
        try {
            String host = args[0];
            TLCServer.Port = Integer.parseInt(args[1]);
            // The objects' port is the next one, so that a firewall can let both through.
            BoundSockets.install(host, TLCServer.Port + 1);
            TLCGlobals.setNumWorkers(0);
            MP.setRecorder(new Teller(() -> app == null ? null : app.tool, ServerChild::heard));
            app = TLCApp.create(Arrays.copyOfRange(args, 3, args.length));
            server = new FarServer(app, OwnPart.identity(), Integer.parseInt(args[2]));
            Progress.every(server::progress);
            server.check();
            Progress.say(server.progress());
        } catch (Exception e) {
            Lines.say("failed", String.valueOf(e.getMessage() == null ? e : e.getMessage()));
            status = 1;
        }
        Tally.tell();
        System.exit(status);
    }

    private static void heard(int code) {
        if (code == EC.TLC_DISTRIBUTED_SERVER_RUNNING) {
            server.open();
        }
    }
}
