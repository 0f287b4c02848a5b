/** Comments on what `0002_cases` creates, as in `0001_comments`. */
export const comments: ReadonlyArray<readonly [object: string, text: string]> = [
  [
    "type promise_status",
    "kept: a contact came in time; broken: none came, and the case went on; overdue: none came, and nothing on record is later; open: not due yet; unclear: transcripts cannot tell"
  ],
  ["column runs.cased", "Cases contain everything this run wrote"],
  ...relation("table", "cases", "What belongs to one matter of a customer, as one version of the rubric sees it", {
    id: "Key; a case that is judged again gets a new one",
    rubric_id: "Version of the rubric",
    key: "What names the case for ever: case:<id>, customer:<customer>@<first transcript>, or transcript:<source>/<id> for one that nothing joins to others",
    name: "The case id of the inputs, else the id of the first transcript",
    customer: "What the inputs call the customer; null: not told",
    time_zone: "Zone in which days and promised times were understood",
    complaints: "When a complaint was open: array of {openedAt, closedAt}, epoch milliseconds",
    opened_at: "Opening of the latest complaint; null: the case is no complaint",
    closed_at: "End of the latest complaint; null: open, or none",
    owner_id: "Agent who has the case",
    first_contact_at: "Start of the first transcript",
    last_contact_at: "End of the last contact on record",
    last_feedback_at: "Last message to the customer that nobody had to ask for",
    longest_gap_hours: "Longest time without feedback while a complaint was open, hours",
    silent_days: "Days over without feedback since the last, whether they count against anybody or not; 0 without an open complaint",
    abandoned_from: "First of the missed days in a row that make abandonment",
    abandoned_until: "Last of them, inclusive",
    abandoned_days: "How many they are; null: not abandoned",
    known_until: "Moment up to which the record was known: the latest contact in the database",
    run_id: "Run that judged the case last"
  }),
  ...relation("table", "case_transcripts", "Which transcripts make a case", { case_id: "The case", transcript_id: "The transcript" }),
  ...relation("table", "feedback_due", "Feedback that was due on an open complaint: a local day, or the time between two contacts", {
    case_id: "The case",
    position: "Place in the order of time, from 0",
    rule_id: "Rule that makes it due",
    day: "Local day it was due on",
    from_at: "Beginning",
    until_at: "End, exclusive",
    agent_id: "Met: who gave it; missed: whose case it was at the end; null: nobody is named",
    met: "Whether it was given",
    transcript_id: "Transcript it was given in",
    turn: "Its turn there, from 0"
  }),
  ...relation("table", "promises", "What agents promised by a time, and what became of it", {
    case_id: "The case",
    position: "Place in the order of time, from 0",
    rule_id: "Rule that asks for it to be kept",
    transcript_id: "Transcript it was made in",
    turn: "Its turn there, from 0",
    span_start: "First UTF-16 code unit within the text of the turn, from 0",
    span_end: "End of the span, exclusive",
    quote: "The words, verbatim",
    agent_id: "Who made it; null: nobody is named",
    what: "call, reply, contact, refund, delivery, visit or fix",
    made_at: "When; null: the transcript carries no times",
    due_at: "Last moment at which it is in time; null: the words name no moment to come",
    due_day: "The local day of that moment",
    status: "What became of it",
    because: "Unclear: why",
    by_transcript_id: "Transcript of the contact that kept it, or of the first that came too late",
    by_turn: "First turn of that contact, from 0",
    by_at: "When that contact began",
    chased_transcript_id: "Transcript in which the customer says that nobody came",
    chased_turn: "Turn of it, from 0",
    chased_quote: "The customer's words"
  }),
  ...relation("view", "open_cases", "Complaints that are open, as each version of the rubric sees them", {
    case: "Case id, or the id of the first transcript",
    customer: "What the inputs call the customer",
    owner: "Agent who has the case",
    owner_name: "What people call that agent",
    opened_at: "When the complaint was opened",
    last_contact_at: "End of the last contact on record",
    last_feedback_at: "Last message to the customer that nobody had to ask for",
    silent_days: "Days over without feedback since then",
    missed_days: "Days that count against an agent",
    abandoned_from: "First of the missed days in a row that make abandonment",
    abandoned_until: "Last of them, inclusive",
    abandoned_days: "How many they are",
    longest_gap_hours: "Longest time without feedback, hours",
    time_zone: "Zone of the days",
    known_until: "Moment up to which the record was known",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "promises_due", "Promises that wait to be kept", {
    case: "Case id, or the id of the first transcript",
    customer: "What the inputs call the customer",
    agent: "Who made the promise",
    agent_name: "What people call that agent",
    what: "call, reply, contact, refund, delivery, visit or fix",
    quote: "The words, verbatim",
    made_at: "When it was made",
    due_at: "Last moment at which it is in time",
    status: "open or overdue",
    source: "System or export the transcript comes from",
    transcript: "Transcript it was made in",
    turn: "Its turn there, from 0",
    time_zone: "Zone in which it was understood",
    known_until: "Moment up to which the record was known",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "case_outcomes", "Every due day and every promise that is decided, one row each", {
    case: "Case id, or the id of the first transcript",
    customer: "What the inputs call the customer",
    agent: "Agent it counts for or against",
    agent_name: "What people call that agent",
    rule: "Public name of the rule",
    day: "Local day it was due on",
    outcome: "Met or Breached",
    source: "System or export the transcript comes from",
    transcript: "Feedback: transcript it was given in; promise: transcript it was made in",
    turn: "Its turn there, from 0",
    quote: "Words of the promise",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "agent_case_rules", "Due days and promises of each agent, counted by period", {
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    period: "week, month or all",
    period_start: "First day; null for all",
    rule: "Public name of the rule",
    applicable: "Days or promises that are decided",
    met: "Of these, met",
    breached: "Of these, missed or broken",
    rubric: "Fingerprint of the rubric"
  })
]

function relation(kind: "table" | "view", name: string, text: string, columns: Readonly<Record<string, string>>) {
  return [
    [`${kind} ${name}`, text] as const,
    ...Object.entries(columns).map(([column, comment]) => [`column ${name}.${column === "case" ? '"case"' : column}`, comment] as const)
  ]
}
