-------------------------------- MODULE KNOCK --------------------------------
\* KNOCK: one knocks, one opens
\* Exported from the protocol's sources; change those, not this.
EXTENDS Fourwave

CONSTANT knocks  \* parameter knocks
CONSTANT patience_ms  \* How long to wait before knocking again.
CONSTANT hears_choices  \* what policy hears may choose; of a range, {} for all of it

done == {"INSIDE", "GONE"}

(* ---- the TCB ---------------------------------------------------------- *)

\* Between steps `sent` is empty and `stopped` is FALSE: the outcome of a step carries them to the environment.
NewTcb ==
  [state |-> "OUTSIDE",
   COUNT |-> 0,
   ASKED |-> FALSE,
   AGAIN_timer |-> -1,
   AGAIN_retries |-> 0,
   sent |-> <<>>,
   stopped |-> FALSE]

\* delete TCB: all as new but what only the model knows.
Deleted(s) ==
  [NewTcb EXCEPT !.ASKED = s.ASKED, !.sent = s.sent, !.stopped = s.stopped]

Due(s) == Memo(s, s.AGAIN_timer = 0)
Waiting(s) == Memo(s, s.AGAIN_timer > 0)
Ticked(s) ==
  Memo(<<s>>, [s EXCEPT !.AGAIN_timer = Waited(@)])

\* Every variable holds a value of its type.
WithinBounds(s) ==
  /\ 0 =< s.COUNT /\ s.COUNT =< knocks

(* ---- definitions ------------------------------------------------------ *)

(* ---- procedures ------------------------------------------------------- *)

\* knock   (knock.wave:34)
knock(s) ==
  [s EXCEPT !.sent = Append(@, [SOUND |-> "TAP"])]

(* ---- RAP -------------------------------------------------------------- *)

\* OUTSIDE.RAP   (knock.wave:26)
OUTSIDE_RAP(s) ==
  LET s1 == [s EXCEPT !.state = "KNOCKING", !.ASKED = TRUE]
      s2 == knock(s1)
  IN  [s2 EXCEPT !.AGAIN_timer = Armed(patience_ms), !.AGAIN_retries = 0]

\* busy.RAP   (knock.wave:32)
busy_RAP(s) ==
  s

RAP(s) ==
  IF s.state = "OUTSIDE"
  THEN OUTSIDE_RAP(s)
  ELSE IF s.state = "KNOCKING" \/ s.state = "INSIDE" \/ s.state = "GONE"
  THEN busy_RAP(s)
  ELSE s

(* ---- timeout AGAIN ---------------------------------------------------- *)

\* KNOCKING.timeout-AGAIN   (knock.wave:36)
KNOCKING_timeout_AGAIN(s) ==
  LET s1 == [s EXCEPT !.COUNT = s.COUNT + 1]
      s2 == knock(s1)
  IN  [s2 EXCEPT !.AGAIN_timer = Armed(patience_ms), !.AGAIN_retries = @ + 1]

timeout_AGAIN(s) ==
  IF s.state = "KNOCKING"
  THEN KNOCKING_timeout_AGAIN(s)
  ELSE s

(* ---- exhausted AGAIN -------------------------------------------------- *)

\* KNOCKING.exhausted-AGAIN   (knock.wave:41)
KNOCKING_exhausted_AGAIN(s) ==
  [s EXCEPT !.state = "GONE"]

exhausted_AGAIN(s) ==
  IF s.state = "KNOCKING"
  THEN KNOCKING_exhausted_AGAIN(s)
  ELSE s

(* ---- SEGMENT-ARRIVES -------------------------------------------------- *)

\* awake.tap   (knock.wave:45)
awake_tap(s, SEG) ==
  IF SEG.SOUND = "TAP"
  THEN UNION {
         IF ~heard
         THEN {[s EXCEPT !.stopped = TRUE]}
         ELSE {[s EXCEPT
                !.state = "INSIDE",
                !.AGAIN_timer = -1,
                !.AGAIN_retries = 0,
                !.sent = Append(@, [SOUND |-> "COME-IN"]),
                !.stopped = TRUE]}
         : heard \in hears_choices}
  ELSE {s}

\* awake.answer   (knock.wave:55)
awake_answer(s, SEG) ==
  IF s.state = "KNOCKING"
  THEN [s EXCEPT !.state = "INSIDE", !.AGAIN_timer = -1, !.AGAIN_retries = 0, !.COUNT = 0]
  ELSE s

\* awake SEGMENT-ARRIVES   (knock.wave:44)
awake_SEGMENT_ARRIVES(s, SEG) ==
  UNION {
    IF s1.stopped THEN {s1} ELSE
    {awake_answer(s1, SEG)}
    : s1 \in awake_tap(s, SEG)}

\* home.SEGMENT-ARRIVES   (knock.wave:63)
home_SEGMENT_ARRIVES(s, SEG) ==
  IF SEG.SOUND = "TAP" THEN [s EXCEPT !.sent = Append(@, [SOUND |-> "COME-IN"])] ELSE s

SEGMENT_ARRIVES(s, SEG) ==
  IF s.state = "OUTSIDE" \/ s.state = "KNOCKING"
  THEN awake_SEGMENT_ARRIVES(s, SEG)
  ELSE IF s.state = "INSIDE"
  THEN {home_SEGMENT_ARRIVES(s, SEG)}
  ELSE {s}

(* ---- any event -------------------------------------------------------- *)

\* What can become of the TCB s when e happens; the segments sent are in the field `sent` of each outcome.
Step(s, e) ==
  IF e.event = "SEGMENT-ARRIVES" THEN SEGMENT_ARRIVES(s, e.segment)
  ELSE IF e.event = "timeout AGAIN" THEN 
    IF s.AGAIN_retries >= knocks THEN {exhausted_AGAIN([s EXCEPT !.AGAIN_timer = -1])}
    ELSE {timeout_AGAIN([s EXCEPT !.AGAIN_timer = -1])}
  ELSE IF e.event = "RAP" THEN {RAP(s)}
  ELSE Assert(FALSE, <<"no such event", e>>)

==============================================================================
