package io.fourwave.spec.ir;

/** One method per statement: a new statement breaks every backend at compile time, which is the point. */
public interface StatementVisitor<R> {
    R assign(Statement.Assign node);

    R let(Statement.Let node);

    R choose(Statement.Choose node);

    R when(Statement.When node);

    R byState(Statement.ByState node);

    R send(Statement.Send node);

    R goTo(Statement.Goto node);

    R startTimer(Statement.StartTimer node);

    R backOff(Statement.BackOff node);

    R cancelTimers(Statement.CancelTimers node);

    R deleteTcb(Statement.DeleteTcb node);

    R onStream(Statement.OnStream node);

    R notice(Statement.Notify node);

    R returns(Statement.Return node);

    R inform(Statement.Inform node);

    R perform(Statement.Perform node);

    R stop(Statement.Stop node);

    R ignore(Statement.Ignore node);
}
