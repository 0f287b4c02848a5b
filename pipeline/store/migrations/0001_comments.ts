/** What an analyst reads in psql (`\d+`) or Grafana beside every table, view and column: object as SQL names it, then its comment. */
export const comments: ReadonlyArray<readonly [object: string, text: string]> = [
  ...type("outcome", "What a rule says of a transcript. NotApplicable: the situation never arose. Unscored: the input cannot support an answer"),
  ...type("decider", "Who decided an outcome: a rule, the judge (a language model), or a person"),
  ...type("bearing", "Does a finding speak for the agent or against; tentative: it costs nothing until a person confirms it; context: what made the rule apply"),
  ...type("period", "Stretch of a scorecard: a week from Monday, a calendar month, or all of time"),
  ...type("run_status", "running, finished, or stopped before its end"),

  ...relation("table", "migrations", "Which versions of this schema were applied", {
    name: "Name of the migration",
    timestamp: "When it was applied, ISO 8601 in UTC"
  }),
  ...relation("table", "migration_lock", "Kept by the migrator; the lock itself is an advisory lock", {
    id: "Name of the lock",
    is_locked: "Unused on PostgreSQL"
  }),
  ...relation("table", "rubrics", "The sets of rules that were ever used, one row per version", {
    id: "Key",
    fingerprint: "Changes with anything that could change a score; the name of this version everywhere outside the database",
    name: "What people call the rubric",
    definition: "The whole rubric as used: pass mark, bands, sections, rules",
    first_used_at: "Start of the first run under this version"
  }),
  ...relation("table", "rules", "The criteria by their public names, whatever version of a rubric they stand in", {
    id: "Key",
    name: "Public name, family/name, such as negative-language/cannot"
  }),
  ...relation("table", "rubric_rules", "A rule as one version of a rubric has it", {
    rubric_id: "Version of the rubric",
    rule_id: "The rule",
    position: "Place in the rubric, from 0",
    section: "Id of the section the rule counts in",
    section_title: "Title of the section, {zh, en}",
    title: "Title of the rule, {zh, en}",
    why: "Why the rule exists, {zh, en}",
    instead: "What to say instead, {zh, en}",
    weight: "What the rule weighs in its section",
    critical: "A breach fails the section or the whole contact (0 points there); null: it costs its weight",
    bonus: "The rule can only add points"
  }),
  ...relation("table", "agents", "The people who answer customers; the row without external_id stands for whoever no input names", {
    id: "Key",
    external_id: "What the inputs call the agent",
    name: "What people call the agent, as the inputs said last"
  }),
  ...relation("table", "runs", "Executions of the batch", {
    id: "Key; later runs have larger ones",
    command: "What was asked for",
    rubric_id: "Rubric in force",
    status: "Where the run is; one whose process died is marked stopped by the next run",
    started_at: "Start",
    finished_at: "End, however it ended; null while running",
    transcripts_read: "Transcripts read from the inputs",
    transcripts_new: "Of these, never seen before",
    transcripts_changed: "Of these, known with other content, which was replaced",
    transcripts_rescored: "Of these, known, scored for the first time under this rubric",
    transcripts_unchanged: "Of these, known and already scored",
    set_aside: "Inputs, or parts of one, that could not be read",
    message: "Why the run stopped, or a remark",
    carded: "Scorecards contain everything this run wrote"
  }),
  ...relation("table", "transcripts", "Contacts with all that was said: the version that counts now", {
    id: "Key",
    source: "System or export the transcript comes from; names it together with external_id",
    external_id: "What the source calls the transcript",
    revision: "1, and one more each time the content changed",
    digest: "Hash of the content; where the input stood does not enter it",
    channel: "voice or chat",
    language: "BCP 47, as the input says",
    started_at: "When the contact began; null: undated",
    customer: "What the input calls the customer",
    queue: "Queue or skill group",
    case_id: "Customer matter that several transcripts belong to",
    csat: "Satisfaction the customer gave, on the scale of the input",
    contact_reason: "Why the customer got in touch, as the input says",
    timing_problem: "Why the times cannot be trusted; rules that need times are Unscored then",
    turn_count: "Number of turns",
    turns: "Array of {role, text, startMs, endMs, agent, confidence}; times in milliseconds from the start",
    events: "Array of {kind, startMs, endMs, by, agent, count}: ring, answer, assign, hold, transfer, hang-up, feedback",
    agents: "Array of {id, name} of the agents taking part",
    origin_file: "File it was read from, as the user named it",
    origin_line: "First line there, from 1",
    run_id: "Run that wrote this version"
  }),
  ...relation("table", "superseded_transcripts", "Earlier versions of transcripts that came again with other content, with the scores they had", {
    transcript_id: "The transcript",
    revision: "Which version this was",
    digest: "Hash of the content of this version",
    started_at: "When the contact began, as this version said",
    details: "The other columns of transcripts as they were, by name",
    turns: "What was said in this version",
    scores: "Array of {rubric, agent, rule, outcome, credit, because, decidedBy, findings}, under every rubric",
    tallies: "Array of {rubric, agent, points, passed, band, criticalBreach, sections}, under every rubric",
    superseded_by: "Run that brought the next version",
    superseded_at: "When that happened"
  }),
  ...relation("table", "scores", "Outcomes: one rule, one transcript, one agent, one rubric", {
    transcript_id: "The transcript",
    rubric_id: "Version of the rubric",
    agent_id: "The agent judged",
    rule_id: "The rule",
    outcome: "Met, Partly, Breached, NotApplicable or Unscored",
    credit: "Share of the weight that was earned, 0 to 1; null when NotApplicable or Unscored",
    because: "Why the rule does not apply or could not be scored",
    decided_by: "Who decided"
  }),
  ...relation("table", "findings", "Evidence of outcomes: something said (turn, span, quote), or something due that was not (window searched)", {
    transcript_id: "The transcript",
    rubric_id: "Version of the rubric",
    agent_id: "The agent judged",
    rule_id: "The rule",
    position: "Order among the findings of one score, from 0",
    bearing: "for the agent, against, tentative until a person confirms it, or context: what made the rule apply",
    turn: "Said: turn, from 0",
    span_start: "Said: first UTF-16 code unit within the text of the turn, from 0",
    span_end: "Said: end of the span, exclusive",
    quote: "Said: the words, verbatim",
    window_from: "Unsaid: first turn searched, from 0",
    window_to: "Unsaid: last turn searched, inclusive",
    nearest: "Unsaid: most similar thing found there, {turn, start, end, quote, similarity}",
    expected: "Unsaid: a wording that would have passed",
    note: "Which part of the rule this is evidence of; null: the rule itself"
  }),
  ...relation("table", "tallies", "What one transcript adds up to for one agent under one rubric", {
    transcript_id: "The transcript",
    rubric_id: "Version of the rubric",
    agent_id: "The agent judged",
    points: "0 to 100; null when no rule applied",
    passed: "Points reach the pass mark of the rubric",
    band: "Id of the band the points fall in",
    critical_breach: "A critical rule was breached",
    sections: "Array of {section, points, weighed}; points null when no rule of the section applied",
    run_id: "Run that wrote this tally"
  }),
  ...relation("table", "scorecards", "One agent, one period, one rubric: what its transcripts add up to", {
    agent_id: "The agent",
    rubric_id: "Version of the rubric",
    period: "week, month or all",
    period_start: "First day in time_zone; -infinity for all",
    time_zone: "IANA name of the zone in which weeks and months begin",
    transcripts: "Transcripts in the period",
    scored: "Of these, with points",
    points: "Mean points, 0 to 100; null when none has points",
    points_low: "Lower end of the 95 % interval of the mean (Student's t); null below two transcripts with points and where all have the same (points_spread is 0)",
    points_high: "Upper end of that interval",
    points_spread: "Sample standard deviation of the points; null below two transcripts with points",
    passed: "Transcripts that passed",
    critical_breaches: "Transcripts with a breach of a critical rule",
    band: "Id of the band the mean falls in",
    sections: "Array of {section, points, transcripts}: mean points where the section applied",
    updated_at: "When this card last changed"
  }),
  ...relation("table", "scorecard_rules", "How one rule went on a scorecard", {
    agent_id: "The agent",
    rubric_id: "Version of the rubric",
    period: "week, month or all",
    period_start: "First day; -infinity for all",
    rule_id: "The rule",
    applicable: "Scores that count: met + partly + breached",
    met: "Scores Met",
    partly: "Scores Partly",
    breached: "Scores Breached",
    not_applicable: "Scores NotApplicable; leave the estimate alone",
    unscored: "Scores Unscored; leave the estimate alone",
    estimate: "Mean credit where the rule applied, 0 to 1; null when it never did",
    estimate_low: "Lower end of the 95 % interval (Wilson)",
    estimate_high: "Upper end of that interval"
  }),
  ...relation("table", "set_asides", "Inputs, or parts of one, that could not be read; everything else went on", {
    id: "Key",
    digest: "Hash of file, line, reason and excerpt: the same problem is one row however often it is met",
    file: "File, as the user named it",
    line: "Line there, from 1",
    transcript: "Id of the transcript where it could still be read",
    reason: "What is wrong and how to cure it",
    excerpt: "The raw text at that place, at most 200 characters",
    first_run_id: "Run that met it first",
    last_run_id: "Run that met it last",
    resolved_at: "When the file was read again without this problem; null: open"
  }),
  ...relation("table", "inputs", "Files that the nightly run has dealt with, by content", {
    digest: "Hash of the bytes of the file",
    rubric_id: "Rubric it was scored under",
    file: "Name it had then",
    run_id: "Run that read it",
    read_at: "When it had been read to its end"
  }),

  ...relation("view", "agent_scorecards", "Scorecards by name: one row per agent, period and rubric", {
    agent: "What the inputs call the agent",
    agent_name: "What people call the agent",
    period: "week, month or all",
    period_start: "First day in time_zone; null for all",
    time_zone: "IANA name of the zone in which weeks and months begin",
    transcripts: "Transcripts in the period",
    scored: "Of these, with points",
    points: "Mean points, 0 to 100",
    points_low: "Lower end of the 95 % interval of the mean (Student's t); null where there are fewer than two or all are the same",
    points_high: "Upper end of that interval",
    points_spread: "Sample standard deviation of the points",
    band: "Id of the band the mean falls in",
    passed: "Transcripts that passed",
    critical_breaches: "Transcripts with a breach of a critical rule",
    sections: "Array of {section, points, transcripts}",
    rubric: "Fingerprint of the rubric",
    updated_at: "When this card last changed"
  }),
  ...relation("view", "agent_rules", "How each rule went for each agent: one row per agent, period, rule and rubric", {
    agent: "What the inputs call the agent",
    agent_name: "What people call the agent",
    period: "week, month or all",
    period_start: "First day; null for all",
    rule: "Public name of the rule",
    section: "Section of the rubric",
    title: "Title of the rule, {zh, en}",
    applicable: "met + partly + breached",
    met: "Scores Met",
    partly: "Scores Partly",
    breached: "Scores Breached",
    not_applicable: "Scores NotApplicable",
    unscored: "Scores Unscored",
    estimate: "Mean credit where the rule applied, 0 to 1; null when it never did",
    estimate_low: "Lower end of the 95 % interval (Wilson)",
    estimate_high: "Upper end of that interval",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "transcript_scores", "Every outcome by name", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    channel: "voice or chat",
    started_at: "When the contact began",
    rule: "Public name of the rule",
    outcome: "Met, Partly, Breached, NotApplicable or Unscored",
    credit: "Share of the weight that was earned, 0 to 1",
    because: "Why the rule does not apply or could not be scored",
    decided_by: "rule, judge or person",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "transcript_points", "What each transcript adds up to for each of its agents", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    channel: "voice or chat",
    started_at: "When the contact began",
    points: "0 to 100; null when no rule applied",
    passed: "Points reach the pass mark",
    band: "Id of the band the points fall in",
    critical_breach: "A critical rule was breached",
    sections: "Array of {section, points, weighed}",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "open_findings", "Evidence against agents, and tentative hits that await a person, with what to say instead", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    started_at: "When the contact began",
    rule: "Public name of the rule",
    outcome: "Outcome of the score this is evidence of",
    bearing: "against or tentative",
    turn: "Said: turn, from 0",
    span_start: "Said: first UTF-16 code unit within the text of the turn, from 0",
    span_end: "Said: end of the span, exclusive",
    quote: "Said: the words, verbatim",
    window_from: "Unsaid: first turn searched, from 0",
    window_to: "Unsaid: last turn searched, inclusive",
    nearest: "Unsaid: most similar thing found there",
    expected: "Unsaid: a wording that would have passed",
    note: "Which part of the rule this is evidence of",
    instead: "What to say instead, {zh, en}",
    rubric: "Fingerprint of the rubric"
  }),
  ...relation("view", "turns", "What was said, one row per turn", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    turn: "Number of the turn, from 0",
    role: "agent, customer, bot or system",
    agent: "Which agent spoke, where the input tells",
    start_ms: "Start, milliseconds from the start of the transcript",
    end_ms: "End, milliseconds from the start of the transcript",
    text: "The words"
  })
]

function type(name: string, text: string) {
  return [[`type ${name}`, text]] as const
}

function relation(kind: "table" | "view", name: string, text: string, columns: Readonly<Record<string, string>>) {
  return [
    [`${kind} ${name}`, text] as const,
    ...Object.entries(columns).map(([column, comment]) => [`column ${name}.${column}`, comment] as const)
  ]
}
