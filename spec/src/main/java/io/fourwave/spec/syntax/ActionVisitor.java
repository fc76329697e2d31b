package io.fourwave.spec.syntax;

/** One method per kind of action, so that a new one is noticed everywhere. */
public interface ActionVisitor<R> {
    R assign(Action.Assign node);

    R let(Action.Let node);

    R choose(Action.Choose node);

    R when(Action.When node);

    R byState(Action.ByState node);

    R send(Action.Send node);

    R goTo(Action.Goto node);

    R start(Action.Start node);

    R backOff(Action.BackOff node);

    R cancel(Action.Cancel node);

    R cancelAll(Action.CancelAll node);

    R deleteTcb(Action.DeleteTcb node);

    R notice(Action.Notify node);

    R returns(Action.Return node);

    R inform(Action.Inform node);

    R stop(Action.Stop node);

    R ignore(Action.Ignore node);

    R perform(Action.Perform node);
}
