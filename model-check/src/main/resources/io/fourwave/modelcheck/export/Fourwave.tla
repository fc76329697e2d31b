------------------------------ MODULE Fourwave ------------------------------
(***************************************************************************)
(* What every exported protocol stands on: sequence numbers, streams of    *)
(* octets, timers, the choices of policies and the two channels. Octets    *)
(* are tokens (numbers); a stream is a sequence of tokens.                 *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, TLC

CONSTANT MODULUS        \* of sequence numbers, a power of two

(* --- for the checker's speed and its report; each means what stands here --- *)

Memo(key, outcome) == outcome       \* at one place the same key has the same outcome: remembered by the checker
Reached(name, condition) == TRUE    \* the checker notes the first state in which the condition holds
Stood(state) == TRUE                \* the checker counts in how many states of the model an end is in this one
Stepped(from, to) == TRUE           \* the checker counts the steps that lead an end from one state to another

(* --- arithmetic --- *)

Min(a, b) == IF a =< b THEN a ELSE b
Max(a, b) == IF a >= b THEN a ELSE b

HALF == MODULUS \div 2

\* The signed distance from b to a, in -HALF .. HALF-1.
Distance(a, b) == ((a - b + HALF) % MODULUS) - HALF
a \prec b   == (b - a + HALF) % MODULUS > HALF      \* a comes before b, as RFC 9293 3.4 compares
a \preceq b == (b - a + HALF) % MODULUS >= HALF

(* --- durations, in ticks --- *)

FOREVER == 1000000
\* A timer holds the ticks left, or -1 when it is not running. One that waits for ever is not running.
Armed(ticks) == IF ticks >= FOREVER THEN -1 ELSE ticks
Waited(timer) == IF timer > 0 THEN timer - 1 ELSE timer

(* --- streams --- *)

Appended(held, tokens, capacity) ==
  IF Len(held) + Len(tokens) =< capacity THEN held \o tokens
  ELSE Assert(FALSE, "append of more octets than the stream can take")

Released(held, n) ==
  IF n = 0 THEN held
  ELSE IF n > 0 /\ n =< Len(held) THEN SubSeq(held, n + 1, Len(held))
  ELSE Assert(FALSE, "release or take of more octets than the stream holds")

Sliced(held, offset, n) ==
  IF n = 0 THEN <<>>
  ELSE IF offset >= 0 /\ n > 0 /\ offset + n =< Len(held) THEN SubSeq(held, offset + 1, offset + n)
  ELSE Assert(FALSE, "slice beyond the octets the stream holds")

\* `ahead` is a set of <<offset from the in-order edge, token>>.
HeldAt(ahead, offset) == \E a \in ahead : a[1] = offset

Ready(ahead) ==
  IF ahead = {} THEN 0
  ELSE CHOOSE n \in 0..Cardinality(ahead) :
         ~HeldAt(ahead, n) /\ \A i \in 0..(n - 1) : HeldAt(ahead, i)

Placed(ahead, room, offset, tokens) ==
  IF tokens = <<>> THEN ahead
  ELSE ahead \cup {<<offset + i - 1, tokens[i]>> : i \in {j \in 1..Len(tokens) :
         /\ offset + j - 1 >= 0
         /\ offset + j - 1 < room
         /\ ~HeldAt(ahead, offset + j - 1)}}

Front(ahead, n) ==
  IF n = 0 THEN <<>>
  ELSE IF n > 0 /\ n =< Ready(ahead) THEN [i \in 1..n |-> (CHOOSE a \in ahead : a[1] = i - 1)[2]]
  ELSE Assert(FALSE, "commit of more octets than are ready")

Shifted(ahead, n) ==
  IF n = 0 THEN ahead ELSE {<<a[1] - n, a[2]>> : a \in {b \in ahead : b[1] >= n}}

Tokens(base, written, n) == [i \in 1..n |-> base + written + i]

IsPrefix(shorter, longer) ==
  Len(shorter) =< Len(longer) /\ shorter = SubSeq(longer, 1, Len(shorter))

(* --- choices: every value of the range, or those the scenario allows, or the nearest bound --- *)

Choices(allowed, low, high, name) ==
  IF low > high THEN Assert(FALSE, <<"there is nothing to choose from", name, low, high>>)
  ELSE IF allowed = {} THEN low..high
  ELSE LET within == {v \in allowed : low =< v /\ v =< high}
       IN  IF within # {} THEN within
           ELSE {IF v < low THEN low ELSE high : v \in allowed}

(* --- the channel that reorders: a set of segments in flight, `copies` of each --- *)

InBag(bag, segment) ==
  LET same == {m \in bag : m.segment = segment /\ m.age = 0}
  IN  IF same = {} THEN bag \cup {[segment |-> segment, age |-> 0, copies |-> 1]}
      ELSE {IF m \in same THEN [m EXCEPT !.copies = @ + 1] ELSE m : m \in bag}

OutOfBag(bag, m) ==
  Memo(<<bag, m>>, IF m.copies = 1 THEN bag \ {m} ELSE (bag \ {m}) \cup {[m EXCEPT !.copies = @ - 1]})

RECURSIVE OneByOne(_, _, _)
OneByOne(bag, segments, capacity) ==
  IF segments = <<>> THEN bag
  ELSE OneByOne(IF Cardinality(bag) >= capacity THEN bag ELSE InBag(bag, Head(segments)),
                Tail(segments), capacity)
AllInBag(bag, segments, capacity) == Memo(<<bag, segments, capacity>>, OneByOne(bag, segments, capacity))

OlderBag(bag) == Memo(<<bag>>, {[m EXCEPT !.age = @ + 1] : m \in bag})

(* --- the channel that keeps order: a queue of segments in flight --- *)

Lined(segments) == [i \in 1..Len(segments) |-> [segment |-> segments[i], age |-> 0, copies |-> 1]]

AllInQueue(queue, segments, capacity) ==
  LET room == Max(0, capacity - Len(queue))
  IN  Memo(<<queue, segments, capacity>>, queue \o Lined(SubSeq(segments, 1, Min(room, Len(segments)))))

OlderQueue(queue) == Memo(<<queue>>, [i \in 1..Len(queue) |-> [queue[i] EXCEPT !.age = @ + 1]])

(* --- what happened inside a step, for telling a counterexample --- *)

Note(what, rule, name, datum) == [what |-> what, rule |-> rule, name |-> name, datum |-> datum]
=============================================================================
