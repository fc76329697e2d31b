-------------------------------- MODULE street --------------------------------
\* environment street
\* Exported from the protocol's sources; change those, not this.
EXTENDS KNOCK

CONSTANT LOSSES
CONSTANT LIFE

VARIABLES tcb, net, world
vars == <<tcb, net, world>>

Trail == INSTANCE KNOCK_trail    \* the same machine, writing down its rules

Peers == {"Guest", "Host"}
Other(p) == IF p = "Guest" THEN "Host" ELSE "Guest"

Init ==
  /\ tcb = [p \in Peers |-> NewTcb]
  /\ net = [p \in Peers |-> {}]
  /\ world = [losses |-> LOSSES, cut |-> FALSE, Guest_RAP_left |-> 1]

\* At rest a TCB has nothing to send and is not in a step.
Settled(r) == [tcb |-> [r EXCEPT !.sent = <<>>, !.stopped = FALSE], sent |-> r.sent]

(* ---- the channel ------------------------------------------------------ *)

\* A segment beyond the channel's capacity, or sent on a path that is cut, is gone.
Sent(n, p, segments) ==
  IF segments = <<>> \/ world.cut THEN n
  ELSE [n EXCEPT ![Other(p)] = AllInBag(@, segments, 4)]
InFlight(p) == net[p]
InFlightNext(p) == net'[p]
Deliverable(p) == net[p]
Without(p, m) == [net EXCEPT ![p] = OutOfBag(@, m)]

\* p takes the event e: one of its outcomes, what it sends enters what is in flight.
Becomes(p, r, n, w) ==
  /\ tcb' = [tcb EXCEPT ![p] = r.tcb]
  /\ net' = Sent(n, p, r.sent)
  /\ world' = w
  /\ Stepped(tcb[p].state, r.tcb.state)
Outcomes(s, e) == Memo(<<s, e>>, {Settled(r) : r \in Step(s, e)})
Takes(p, e, n, w) == \E r \in Outcomes(tcb[p], e) : Becomes(p, r, n, w)

Arrival(m) == Memo(<<m>>, [event |-> "SEGMENT-ARRIVES", segment |-> m.segment])
Arrive(p) == \E m \in Deliverable(p) : Takes(p, Arrival(m), Without(p, m), world)
Lose(p) ==
  /\ world.losses > 0
  /\ \E m \in Deliverable(p) : net' = Without(p, m)
  /\ world' = [world EXCEPT !.losses = @ - 1]
  /\ UNCHANGED tcb

(* ---- the users -------------------------------------------------------- *)

Guest_RAP_permitted == world.Guest_RAP_left > 0
Guest_RAP_call == [event |-> "RAP"]
Guest_RAP ==
  /\ Guest_RAP_permitted
  /\ Takes("Guest", Guest_RAP_call, net, [world EXCEPT !.Guest_RAP_left = @ - 1])

(* ---- time ------------------------------------------------------------- *)

\* What is due happens before time goes on; at one instant in any order. A duration of n is n ticks between its start
\* and its end, so what starts and ends in the same instants may still be ordered either way.
Expiring(s) ==
  Memo(<<s>>, (IF s.AGAIN_timer = 0 THEN {[event |-> "timeout AGAIN"]} ELSE {}))
Expire(p) == \E e \in Expiring(tcb[p]) : Takes(p, e, net, world)
Offer(p) == FALSE

\* While no timer runs anywhere nobody can tell that time passes, and no segment has to grow old.
Tick ==
  /\ \A p \in Peers : ~Due(tcb[p])
  /\ \E p \in Peers : Waiting(tcb[p])
  \* A segment arrives at an age of 0 up to its lifetime, both included; at that age time waits until it has
  \* arrived or is lost, so that no segment dies but by a loss that counts.
  /\ \A p \in Peers : \A m \in InFlight(p) : m.age < LIFE
  /\ net' = [p \in Peers |-> OlderBag(net[p])]
  /\ tcb' = [p \in Peers |-> Ticked(tcb[p])]
  /\ UNCHANGED world

Next ==
  \/ \E p \in Peers : Arrive(p)
  \/ \E p \in Peers : Expire(p)
  \/ \E p \in Peers : Offer(p)
  \/ \E p \in Peers : Lose(p)
  \/ Guest_RAP
  \/ Tick

Spec == Init /\ [][Next]_vars

\* Time passes and what is due happens, segments arrive unless lost, offers are taken, users do what they do eventually.
Elapse == Tick \/ \E p \in Peers : Expire(p) \/ Arrive(p)
FairSpec ==
  /\ Spec
  /\ WF_vars(Elapse)
  /\ WF_vars(Offer("Guest"))
  /\ WF_vars(Offer("Host"))
  /\ WF_vars(Guest_RAP)

\* Nothing will happen any more: nothing in flight, no timer running, no call permitted, no offer that changes anything.
\* Crashes and cuts are not counted: nobody may rely on them.
Idle(p, e) == \A r \in Outcomes(tcb[p], e) : r.tcb = tcb[p] /\ r.sent = <<>>
Terminal ==
  /\ \A p \in Peers : net[p] = {} /\ ~Due(tcb[p]) /\ ~Waiting(tcb[p])
  /\ ~Guest_RAP_permitted

(* ---- telling a counterexample ----------------------------------------- *)

NoMessage == [segment |-> <<>>, age |-> 0, copies |-> 0]
Plainly(kind, p) == [kind |-> kind, peer |-> p, event |-> [event |-> ""], message |-> NoMessage, rule |-> "", trail |-> <<>>, sent |-> <<>>]
Told(kind, p, e, n, w, m) ==
  {[kind |-> kind, peer |-> p, event |-> e, message |-> m, rule |-> r.rule, trail |-> r.trail, sent |-> r.sent] :
    r \in {x \in Trail!Step(Trail!WithTrail(tcb[p]), e) : Becomes(p, Settled(Trail!WithoutTrail(x)), n, w)}}
HappeningsAt(p) ==
  UNION {
    UNION {Told("arrives", p, Arrival(m), Without(p, m), world, m) : m \in Deliverable(p)},
    IF tcb[p].AGAIN_timer # 0 THEN {} ELSE Told("expires", p, [event |-> "timeout AGAIN"], net, world, NoMessage),
    IF p # "Guest" \/ ~(Guest_RAP_permitted) THEN {} ELSE Told("calls", p, Guest_RAP_call, net, [world EXCEPT !.Guest_RAP_left = @ - 1], NoMessage),
    {[kind |-> "loses", peer |-> p, event |-> [event |-> ""], message |-> m, rule |-> "", trail |-> <<>>, sent |-> <<>>] : m \in {x \in Deliverable(p) :
      tcb' = tcb /\ world' # world /\ net' = Without(p, x)}}}
Happenings ==
  IF tcb' = tcb /\ net' = net /\ world' = world THEN {Plainly("nothing", "")}
  ELSE LET told == UNION {HappeningsAt(p) : p \in Peers}
       IN  IF told = {} THEN {Plainly("time passes", "")} ELSE told

==============================================================================
