package io.fourwave.spec.ir;

/** One method per expression node: a new node breaks every backend at compile time, which is the point. */
public interface ExprVisitor<R> {
    R boolLiteral(Expr.BoolLiteral node);

    R intLiteral(Expr.IntLiteral node);

    R durationLiteral(Expr.DurationLiteral node);

    R ticksLiteral(Expr.TicksLiteral node);

    R enumLiteral(Expr.EnumLiteral node);

    R flagsValue(Expr.FlagsValue node);

    R parameterRef(Expr.ParameterRef node);

    R variableRef(Expr.VariableRef node);

    R localRef(Expr.LocalRef node);

    R fieldRef(Expr.FieldRef node);

    R boundRef(Expr.BoundRef node);

    R stateRef(Expr.StateRef node);

    R stateLiteral(Expr.StateLiteral node);

    R inStates(Expr.InStates node);

    R streamRead(Expr.StreamRead node);

    R slice(Expr.Slice node);

    R octetsLength(Expr.OctetsLength node);

    R timerRunning(Expr.TimerRunning node);

    R timerRetries(Expr.TimerRetries node);

    R unary(Expr.Unary node);

    R binary(Expr.Binary node);

    R hasFlag(Expr.HasFlag node);

    R conditional(Expr.Conditional node);

    R defineCall(Expr.DefineCall node);

    R atPeer(Expr.AtPeer node);

    R forPeers(Expr.ForPeers node);

    R inFlight(Expr.InFlight node);

    R isPrefix(Expr.IsPrefix node);

    R next(Expr.Next node);
}
