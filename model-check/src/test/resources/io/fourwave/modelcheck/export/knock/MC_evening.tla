------------------------------ MODULE MC_evening ------------------------------
\* scenario evening: one tap lost
\* Exported from the protocol's sources; change those, not this.
EXTENDS street

\* Built in: every variable holds a value of its type.
TypesHold == Memo(tcb, \A p \in Peers : WithinBounds(tcb[p]))

\* property asked-first: nobody is inside who was not asked, or asked   (knock.wave:77)
asked_first == Memo(tcb, \A p_2 \in Peers : LET q_2 == Other(p_2) IN (tcb[p_2].state = "INSIDE") => (tcb[p_2].ASKED \/ tcb[q_2].ASKED))

\* property inside-for-good: nobody leaves   (knock.wave:80)
inside_for_good == [][Reached("antecedent inside-for-good", \E p_2 \in Peers : tcb[p_2].state = "INSIDE") /\ (\A p_2 \in Peers : (tcb[p_2].state = "INSIDE") => (tcb'[p_2].state = "INSIDE"))]_vars

\* property an-end-of-it: whoever knocks comes in or goes   (knock.wave:83)
\* assumes: time passes
an_end_of_it == (tcb["Guest"].state = "KNOCKING") ~> (tcb["Guest"].state \in done)

\* property no-waiting-for-nothing: nobody knocks for ever   (knock.wave:87)
no_waiting_for_nothing == Terminal => (\A p_2 \in Peers : tcb[p_2].state # "KNOCKING")

(* ---- what the checker notes when it is reached ------------------------ *)

NotedOfTcbs ==
  /\ Reached("witness both-inside", (tcb["Guest"].state = "INSIDE") /\ (tcb["Host"].state = "INSIDE"))
  /\ Reached("witness knocked-again", tcb["Guest"].COUNT > 0)
  /\ Reached("state OUTSIDE", \E p \in Peers : tcb[p].state = "OUTSIDE")
  /\ Reached("state KNOCKING", \E p \in Peers : tcb[p].state = "KNOCKING")
  /\ Reached("state INSIDE", \E p \in Peers : tcb[p].state = "INSIDE")
  /\ Reached("state GONE", \E p \in Peers : tcb[p].state = "GONE")
  /\ Reached("timeout AGAIN", \E p \in Peers : tcb[p].AGAIN_timer = 0 /\ tcb[p].AGAIN_retries < knocks)
  /\ Reached("exhausted AGAIN", \E p \in Peers : tcb[p].AGAIN_timer = 0 /\ tcb[p].AGAIN_retries >= knocks)
  /\ Reached("antecedent asked-first", \E p_2 \in Peers : LET q_2 == Other(p_2) IN tcb[p_2].state = "INSIDE")
  /\ Reached("antecedent an-end-of-it", tcb["Guest"].state = "KNOCKING")

Noted ==
  /\ \A p \in Peers : Stood(tcb[p].state)
  /\ Memo(tcb, NotedOfTcbs)
  /\ Reached("antecedent no-waiting-for-nothing", Terminal)

==============================================================================
