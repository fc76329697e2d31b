/*
 * The grammar of the Fourwave language. It accepts shape only; names, kinds and types are the resolver's business, so that
 * a user who gets a name wrong is told about the name and not about a token.
 *
 * Two lexical rules carry the RFC's look. Names may hold dots and hyphens (SND.UNA, FIN-WAIT-1), so a binary minus needs
 * space around it. Comparisons are written as in RFC 9293: =< and >=, and may be chained (SND.UNA < SEG.ACK =< SND.NXT).
 */
grammar Wave;

file : item* EOF ;

item
    : protocolDecl
    | profileDecl
    | parameterDecl
    | enumDecl
    | flagsDecl
    | segmentDecl
    | callDecl
    | errorDecl
    | noticeDecl
    | policyDecl
    | machineDecl
    | environmentDecl
    | propertyDecl
    | witnessDecl
    | mutantDecl
    | scenarioDecl
    | setDecl
    | ';'
    ;

doc  : DOC+ ;
tags : TAG+ ;

// ---- declarations ---------------------------------------------------------------------------------------------------

protocolDecl  : doc? 'protocol' NAME STRING? ;
profileDecl   : 'profile' NAME (',' NAME)* ;

/** parameter time_wait_ms : duration { rfc = 240s; linux = 60s } */
parameterDecl : doc? 'parameter' NAME ':' type ('{' (profileValue ';'?)* '}' | '=' expr) tags? ;
profileValue  : NAME '=' expr ;

enumDecl      : doc? 'enum' NAME '{' NAME (',' NAME)* '}' ;
flagsDecl     : doc? 'flags' NAME '{' NAME (',' NAME)* '}' ;

/** What travels. Fields: SEQ : seq, CTL : flags Control, DATA : octets; `runtime` and `ghost` fields may have a default. */
segmentDecl   : doc? 'segment' '{' (field ';'?)* '}' ;
field         : doc? kind? NAME ':' type ('=' expr)? tags? ;

callDecl      : doc? 'call' NAME ('(' params? ')')? tags? ;
errorDecl     : doc? 'error' NAME STRING ;
noticeDecl    : doc? 'notice' NAME STRING ;
/** With a result: decides a `choose`. Without: is told something by `inform`. Written by hand in the runtime. */
policyDecl    : doc? 'policy' NAME ('(' params? ')')? (':' type)? tags? ;

params        : param (',' param)* ;
param         : NAME ':' type ;

kind          : 'runtime' | 'ghost' ;

type
    : 'bool'                                  # boolType
    | 'int'                                   # intType
    | 'seq'                                   # seqType
    | 'duration'                              # durationType
    | 'octets'                                # octetsType
    | 'flags' NAME                            # flagsType
    | sum '..' sum                            # rangeType
    | NAME                                    # namedType
    ;

// ---- the machine ----------------------------------------------------------------------------------------------------

/** May be reopened in other files of the protocol; the parts are joined. */
machineDecl   : doc? 'machine' NAME '{' machineItem* '}' ;

machineItem
    : statesDecl
    | groupDecl
    | tcbDecl
    | streamDecl
    | timerDecl
    | opportunityDecl
    | defineDecl
    | procedureDecl
    | handlerDecl
    | ignoreDecl
    | ';'
    ;

statesDecl    : doc? 'states' stateDecl (',' stateDecl)* ;
stateDecl     : NAME 'initial'? ;
groupDecl     : doc? 'group' NAME '=' stateSet ;
stateSet      : 'all' ('except' NAME (',' NAME)*)? | NAME (',' NAME)* ;

tcbDecl       : doc? 'tcb' '{' (variable ';'?)* '}' ;
variable      : doc? kind? NAME (',' NAME)* ':' type ('=' expr)? tags? ;

/** stream outgoing : send     stream incoming : receive */
streamDecl    : doc? 'stream' NAME ':' ('send' | 'receive') tags? ;

timerDecl     : doc? 'timer' NAME '{' (timerClause ';'?)* '}' tags? ;
timerClause
    : 'after' (expr | choice)                 # afterClause
    | 'backoff' FACTOR ('up' 'to' expr)?      # backoffClause
    | 'at' 'most' expr 'retries'              # limitClause
    ;

/** An internal event: enabled in the states that handle it while the guard holds; the runtime offers it after every step. */
opportunityDecl : doc? 'opportunity' NAME 'when' expr tags? ;

defineDecl    : doc? 'define' NAME ('(' params? ')')? ':' type '=' expr tags? ;
procedureDecl : doc? 'procedure' NAME ('(' params? ')')? tags? block ;

handlerDecl   : doc? 'on' event 'in' stateSet ('as' NAME)? tags? (handlerBody | '->' NAME block?) ;
ignoreDecl    : doc? 'ignore' event (',' event)* 'in' stateSet tags? ;
event
    : 'timeout' NAME                          # timeoutEvent
    | 'exhausted' NAME                        # exhaustedEvent
    | NAME                                    # namedEvent        // a call, an opportunity, or SEGMENT-ARRIVES
    ;
handlerBody   : '{' (check+ | statement*) '}' ;
check         : doc? ordinal STRING tags? block ;
ordinal       : 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth' | 'seventh' | 'eighth' | 'ninth' | 'tenth' ;

// ---- statements -----------------------------------------------------------------------------------------------------

block         : '{' statement* '}' ;
statement     : doc? action tags? | ';' ;

action
    : NAME ':=' expr                                          # assign
    | 'let' NAME '=' expr                                     # let
    | choice                                                  # choose
    | whenAction                                              # when
    | 'unless' expr block                                     # unless
    | 'by' 'state' '{' arm* '}'                               # byState
    | 'send' segmentField+                                    # send
    | '->' NAME                                               # goto
    | 'start' NAME ('unless' 'running')?                      # start
    | 'restart' NAME                                          # restart
    | 'back' 'off' NAME                                       # backOff
    | 'cancel' NAME (',' NAME)*                               # cancel
    | 'cancel' 'all' ('except' NAME (',' NAME)*)?             # cancelAll
    | 'delete' 'TCB'                                          # deleteTcb
    | 'notify' NAME                                           # notify
    | 'return' ('ok' | 'error' NAME)                          # return
    | 'inform' NAME ('(' args? ')')?                          # inform
    | 'stop'                                                  # stop
    | 'ignore'                                                # ignore
    | NAME ('(' args? ')')?                                   # perform       // a procedure, or a stream's operation
    ;

whenAction    : 'when' expr block ('else' (block | whenAction))? ;

choice        : 'choose' NAME ':' type 'by' 'policy' NAME ('(' args? ')')? ;

arm           : doc? (NAME (',' NAME)* | 'else') tags? ('ignore' | '->' NAME block? | block) ';'? ;

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>: no comparison inside but in parentheses. A flag may be conditional: PSH when (…). */
segmentField  : '<' NAME '=' (flag (',' flag)+ | conditionalFlag | sum) '>' ;
flag          : NAME ('when' primary)? ;
conditionalFlag : NAME 'when' primary ;

args          : expr (',' expr)* ;

// ---- expressions ----------------------------------------------------------------------------------------------------

expr
    : 'not' expr                                                              # not
    | expr 'and' expr                                                         # and
    | expr 'or' expr                                                          # or
    | <assoc=right> expr 'implies' expr                                       # implies
    | 'if' expr 'then' expr 'else' expr                                       # conditional
    | 'for' quantifier=('all' | 'some') NAME ('with' 'peer' NAME)? ':' expr   # forPeers
    | quantifier=('all' | 'some' | 'no') 'segment' 'to' NAME ':' expr         # inFlight
    | comparison                                                              # compare
    ;

comparison
    : sum                                                     # plainSum
    | sum (comparator sum)+                                   # chain
    | sum 'has' NAME                                          # has
    | sum 'in' ('{' NAME (',' NAME)* '}' | NAME)              # inStates      // state in {A, B}; p.state in synchronized
    | NAME 'is' 'running'                                     # isRunning
    ;
comparator    : '<' | '=<' | '<=' | '>' | '>=' | '=' | '/=' | '!=' | '==' ;

sum           : sum op=('+' | '-') product | product ;
product       : product op=('*' | '/') unary | unary ;
unary         : '-' unary | primary ;
primary
    : INT                                                     # intLiteral
    | DURATION                                                # durationLiteral
    | INT 'ticks'                                             # ticksLiteral      // in scenarios only
    | 'forever'                                               # foreverLiteral
    | 'true'                                                  # trueLiteral
    | 'false'                                                 # falseLiteral
    | 'state'                                                 # stateValue
    | 'next' '(' expr ')'                                     # nextValue         // in step properties only
    | NAME '(' args? ')'                                      # apply
    | NAME '[' expr ',' expr ']'                              # slice             // outgoing[offset, count]
    | NAME                                                    # name
    | '(' expr ')'                                            # parenthesized
    ;

// ---- the checker's world --------------------------------------------------------------------------------------------

environmentDecl : doc? 'environment' NAME '{' environmentItem* '}' ;
environmentItem
    : 'peers' NAME ',' NAME                                   # peers
    | 'bound' NAME ':' type                                   # boundDecl         // a number each scenario sets
    | 'channel' '{' (channelClause ';'?)* '}'                 # channel
    | doc? 'user' NAME '{' (userCall ';'?)* '}'               # user
    | doc? 'crash' NAME 'at' 'most' expr ('when' expr)?       # crash             // the host loses its TCB and comes back
    | doc? 'cut' 'at' 'most' expr                             # cut               // the path is gone for good
    | ';'                                                     # emptyEnvironmentItem
    ;
channelClause
    : 'loss' 'at' 'most' expr                                 # loss
    | 'duplication' 'at' 'most' expr                          # duplication
    | 'reordering'                                            # reordering
    | 'in' 'order'                                            # inOrder
    | 'lifetime' expr                                         # lifetime
    | 'capacity' expr                                         # capacity
    ;
/** SEND(1) at most SENDS when not closed eventually; CLOSE as process-dies once: the label is what a trace shows */
userCall      : doc? NAME ('(' args? ')')? ('as' NAME)? ('once' | 'at' 'most' expr | 'whenever') ('when' expr)? fair='eventually'? ;

propertyDecl  : doc? 'property' NAME STRING? tags? '{' (propertyClause ';'?)+ '}' ;
propertyClause
    : 'assume' STRING                                         # assumption
    | 'always' expr                                           # always
    | 'step' expr                                             # stepAlways        // of each pair of successive states
    | expr 'leads' 'to' expr                                  # leadsTo
    | 'terminal' expr                                         # terminal          // of each state without a successor
    ;

witnessDecl   : doc? 'witness' NAME STRING? tags? '{' 'reach' expr ';'? '}' ;

/** mutant NAME "what went wrong once" { in RULE replace "…" with "…"; killed by PROPERTY in SCENARIO } */
mutantDecl    : doc? 'mutant' NAME STRING? tags? '{' (mutantClause ';'?)+ '}' ;
mutantClause
    : 'in' (NAME | 'timeout' NAME) 'replace' STRING 'with' STRING   # edit
    | 'killed' 'by' NAME 'in' NAME                                  # killedBy
    ;

/** `like` takes over what the other scenario says, but for its sets and what it expects. */
scenarioDecl  : doc? 'scenario' NAME 'of' NAME ('like' NAME)? STRING? tags? '{' (scenarioClause ';'?)* '}' ;
scenarioClause
    : 'sets' NAME (',' NAME)*                                 # sets              // pr, nightly, deep
    | 'profile' NAME                                          # useProfile
    | 'modulus' INT                                           # modulus           // of seq; a power of two
    | 'stream' NAME 'capacity' INT                            # streamCapacity
    | 'choice' NAME 'in' '{' expr (',' expr)* '}'             # restrictChoice
    | 'check' ('none' | 'also'? NAME (',' NAME)*)             # checks            // `also`: besides what is taken over
    | 'reach' ('none' | 'also'? NAME (',' NAME)*)             # reaches
    | 'refute' ('none' | 'also'? NAME (',' NAME)*)            # refutes           // violated here, or something is wrong
    | 'covers' ('none' | coverage)                            # covering
    | 'expect' 'states' INT 'depth' INT                       # expectation
    | NAME '=' expr                                           # binding           // a parameter or a bound
    ;

/** set pr "what must pass before a change is merged" { covers all except timeout KEEP-ALIVE }: all its scenarios together */
setDecl       : doc? 'set' NAME STRING? '{' 'covers' coverage ';'? '}' ;
coverage      : 'all' ('except' coverItem (',' coverItem)*)? | coverItem (',' coverItem)* ;
coverItem
    : 'state' NAME                                            # coverState
    | 'timeout' NAME                                          # coverTimeout
    | 'exhausted' NAME                                        # coverExhausted
    | NAME '->' NAME                                          # coverTransition
    ;

// ---- tokens ---------------------------------------------------------------------------------------------------------

DURATION : [0-9]+ ('ns' | 'us' | 'ms' | 's' | 'min' | 'h') ;
INT      : [0-9]+ ;
FACTOR   : 'x' [0-9]+ ;
TAG      : '@' [A-Za-z0-9] [A-Za-z0-9.-]* ;
NAME     : [A-Za-z] [A-Za-z0-9_]* ([.-] [A-Za-z0-9_]+)* ;
STRING   : '"' (~["\r\n])* '"' ;
/** Carried into the generated code as a comment. */
DOC      : '///' ~[\r\n]* ;
COMMENT  : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
SPACE    : [ \t\r\n\uFEFF]+ -> skip ;
/** Anything else: kept as a token, so that the parser reports it with place and excerpt. */
UNKNOWN  : . ;
