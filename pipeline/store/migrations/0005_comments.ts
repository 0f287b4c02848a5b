const shares = {
  transcripts: "Transcripts in which one of the rules applied",
  applicable: "How often one did",
  met: "Of these, met",
  partly: "Of these, met in part",
  breached: "Of these, breached",
  share: "Mean over the transcripts of the mean credit in each, 0-1; bonus rules left out"
}

/** Comments on what `0005_rollups` creates, as in `0001_comments`. */
export const comments: ReadonlyArray<readonly [object: string, text: string]> = [
  ["column rubric_rules.quality", "What a coach works on: attitude, knowledge or skill; null: the rule does not say"],
  ["column rubric_rules.indicator", "What customers are known to judge a service by, informed by SERVQUAL: reliability, responsiveness, empathy, assurance or tangibles"],
  ["column transcripts.reason", "Why the customer got in touch: enquiry, complaint, suggestion or request; null: nothing tells, or stored before this was read"],
  ["column transcripts.reason_from", "input: the contact reason says so; words: taken from what the customer says first"],
  ["column transcripts.phase", "Stage of the sale by the contact reason, else by the queue; null: neither tells"],
  ["column transcripts.medium", "voice, text or video; null: stored before this was read"],
  ["column transcripts.script", "How the customer writes Chinese; null: nothing tells"],
  ["column transcripts.agent_turns", "Turns that people took"],
  ["column transcripts.customer_turns", "Turns of the customer"],
  ["column transcripts.bot_turns", "Turns of a machine, which are scored as nobody's"],

  ["view card_transcripts", "Which transcripts a scorecard counts, for the views below"],
  ["column card_transcripts.agent_id", "The agent"],
  ["column card_transcripts.rubric_id", "Version of the rubric"],
  ["column card_transcripts.period", "week, month or all"],
  ["column card_transcripts.period_start", "First day; -infinity for all"],
  ["column card_transcripts.transcript_id", "The transcript"],
  ["column card_transcripts.points", "Points of the agent in it, 0-100; null: no rule applied"],

  ...perAgent("agent_indicators", "Rules of one SERVQUAL-informed indicator, each transcript counted once; not a SERVQUAL score, which only customers can give", {
    indicator: "reliability, responsiveness, empathy, assurance, or tangibles, which calls have none of",
    ...shares
  }),
  ...perAgent("agent_qualities", "Rules of one of the three qualities of a service, each transcript counted once", { quality: "attitude, knowledge or skill", ...shares }),
  ...perAgent("agent_segments", "Points of one agent with different kinds of customers; see whether intervals overlap before calling them different", {
    segment: "channel, language, script, queue or customer",
    value: "What the transcripts have in common; customer: new or returning, by the record",
    scored: "Transcripts that earned points",
    points: "Their mean, 0-100",
    spread: "Their standard deviation; null: one transcript"
  }),
  ...perAgent("agent_contacts", "What contacts were about and how they were held", {
    kind: "reason, phase or medium",
    value: "Its value, or unknown",
    transcripts: "How many",
    told: "Of these, those of which the input says so"
  }),
  ...perAgent("agent_turns", "Turns of people and machines, in transcripts of which they were counted", {
    transcripts: "Transcripts",
    agent_turns: "Turns that people took, whoever they are",
    customer_turns: "Turns of customers",
    bot_turns: "Turns of machines, which are scored as nobody's",
    bot_transcripts: "Transcripts in which a machine takes part"
  }),
  ["view csat_scales", "The scale of customers' answers in each source, told by the lowest and highest on record"],
  ["column csat_scales.source", "System or export"],
  ["column csat_scales.low", "Lowest answer possible: 0 or 1"],
  ["column csat_scales.high", "Highest answer possible: 5, 10 or 100"],
  ["column csat_scales.answers", "Answers on record"],
  ...perAgent("agent_expectations", "What customers say beside what the rubric says, where both are known", {
    answers: "Transcripts with points and an answer",
    csat: "Mean answer, stretched to 0-100",
    points: "Mean points of the same transcripts, 0-100",
    gap: "Mean of answer less points",
    gap_spread: "Standard deviation of that; null: one answer",
    scales: "Scales of the answers as read from the record"
  }),
  ...perAgent("agent_consistency", "How far an agent's points lie apart, from contact to contact and from week to week", {
    scored: "Transcripts that earned points",
    points: "Their mean, 0-100",
    spread: "Their standard deviation; null below two",
    weeks: "Weeks that begin in the period and have five scored transcripts or more: the mean of fewer is chance",
    lowest_week: "Lowest mean of these weeks",
    highest_week: "Highest mean of these weeks",
    week_spread: "Standard deviation of the weekly means; null below two weeks"
  })
]

function perAgent(view: string, text: string, columns: Readonly<Record<string, string>>) {
  const all = {
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    period: "week, month or all",
    period_start: "First day; null for all",
    ...columns,
    rubric: "Fingerprint of the rubric"
  }
  return [[`view ${view}`, text] as const, ...Object.entries(all).map(([column, comment]) => [`column ${view}.${column}`, comment] as const)]
}
