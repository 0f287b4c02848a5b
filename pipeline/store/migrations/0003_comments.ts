/** Comments on what `0003_judge` creates, as in `0001_comments`. */
export const comments: ReadonlyArray<readonly [object: string, text: string]> = [
  [
    "type call_state",
    "answered: text came back and was what was asked for; unreadable: text came back that was not; refused, truncated, filtered: by the model; rejected: the endpoint found fault with the request; unreachable: all tries failed"
  ],
  ["type judge_label", "What the model answers to one question; cannot_tell is also an answer without the evidence it needs"],
  [
    "type opinion_state",
    "pending: asked, or still to be asked; given: both passes agree and the evidence holds; review: a person should look; failed: the model gave no usable answer"
  ],
  ["column superseded_transcripts.opinions", "Array of {rubric, agent, rule, state, outcome, findings, note, because, questionVersion, model, counts}: what the judge said of this version"],
  ...relation("table", "judge_calls", "Every request to the language model that ended, and how; rows are only ever added", {
    id: "Key",
    run_id: "Run that asked, or that collected a batch",
    mode: "live, or batch: asked on one night and collected on another",
    request: "The body as sent: names, numbers and addresses in it were replaced before",
    state: "How it ended",
    response: "The text that came back, as it came; null when none did",
    detail: "What went wrong, in the words of the endpoint or of the reader of the answer",
    model: "Model that answered, as the endpoint names it",
    prompt_tokens: "Tokens of the request, as the endpoint counts them",
    completion_tokens: "Tokens of the answer",
    cached_tokens: "Tokens of the request that the endpoint had at hand from an earlier one; among prompt_tokens",
    created_at: "When the answer was kept"
  }),
  ...relation("table", "judge_answers", "What came of asking one question about one agent of one redacted transcript; used again wherever the key is the same", {
    key: "Hash of everything that could change the answer",
    call_id: "Call that brought it",
    rule_id: "Rule the question belongs to",
    question_version: "Version of the wording of the question",
    reversed: "Asked in the second pass, with questions and labels in reversed order",
    state: "Whether there is an answer, else why not",
    fault: "What is wrong with an unreadable answer",
    label: "The answer; null where there is none",
    evidence: "{quotes, searched}: what was quoted and which turns were searched, as the model gave it, not yet held against the transcript; people and numbers by their placeholders",
    note: "The model's own words"
  }),
  ...relation("table", "judge_inquiries", "Questions in batches whose answers are still to be collected; what it takes to read the answers", {
    key: "Hash of everything that could change the answer, as in judge_answers",
    custom_id: "Name of the request that asks it",
    rule_id: "Rule the question belongs to",
    question_version: "Version of the wording of the question",
    reversed: "Asked in the second pass",
    canary: "What the model was told to keep to itself: in an answer it shows that the model obeys somebody else"
  }),
  ...relation("table", "opinions", "What the judge says of outcomes that the rules leave open: one rule, one transcript, one agent, one rubric", {
    transcript_id: "The transcript",
    rubric_id: "Version of the rubric",
    agent_id: "The agent judged",
    rule_id: "The rule",
    state: "Where the opinion stands",
    outcome: "Met, Partly, Breached or NotApplicable; null unless given",
    findings: "Evidence that was found in the transcript as quoted: array of findings with turn, start, end and quote",
    note: "The model's own words",
    because: "Why the opinion is not given",
    question_version: "Version of the wording of the question",
    model: "Model asked, by the name in the settings",
    counts: "The outcome stands in scores, decided by the judge; otherwise the opinion is advisory and weighs nothing",
    displaced: "While it counts: what the rule said, {because, findings}; put back when trust is withdrawn",
    run_id: "Run that wrote this state",
    updated_at: "When"
  }),
  ...relation("table", "calibrations", "How far the judge agrees with people, rule by rule; the latest row of a rule, question version and model decides whether its opinions count", {
    id: "Key; later calibrations have larger ones",
    rule_id: "The rule",
    question_version: "Version of the wording of the question",
    model: "Model asked, by the name in the settings",
    n: "Outcomes that both the judge and a person decided",
    kappa: "Weighted κ between judge and people; null where it cannot be computed",
    kappa_low: "Lower end of its 95 % interval",
    kappa_high: "Upper end of that interval",
    human_kappa: "Weighted κ between two people; null where nobody judged twice",
    stability: "Share of questions both passes answered alike, 0 to 1; null where unknown",
    trusted: "Opinions of this rule count",
    because: "Why they do or do not",
    computed_at: "When this was computed"
  }),
  ...relation("view", "judge_trust", "The calibration in force for each rule, question version and model", {
    rule: "Public name of the rule",
    question_version: "Version of the wording of the question",
    model: "Model asked, by the name in the settings",
    trusted: "Opinions of this rule count",
    because: "Why they do or do not",
    n: "Outcomes that both the judge and a person decided",
    kappa: "Weighted κ between judge and people",
    kappa_low: "Lower end of its 95 % interval",
    kappa_high: "Upper end of that interval",
    human_kappa: "Weighted κ between two people",
    stability: "Share of questions both passes answered alike, 0 to 1",
    computed_at: "When this was computed"
  }),
  ...relation("view", "transcript_opinions", "Every opinion of the judge by name", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    started_at: "When the contact began",
    rule: "Public name of the rule",
    state: "pending, given, review or failed",
    outcome: "Met, Partly, Breached or NotApplicable; null unless given",
    counts: "The outcome counts in points and scorecards; otherwise it is advisory",
    findings: "Evidence that was found in the transcript as quoted",
    note: "The model's own words",
    because: "Why the opinion is not given",
    question_version: "Version of the wording of the question",
    model: "Model asked",
    rubric: "Fingerprint of the rubric",
    updated_at: "When this state was written"
  }),
  ...relation("view", "open_reviews", "Outcomes that neither rule nor judge could decide and a person should look at", {
    source: "System or export the transcript comes from",
    transcript: "What the source calls the transcript",
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    started_at: "When the contact began",
    rule: "Public name of the rule",
    title: "Title of the rule, {zh, en}",
    because: "Why a person should look",
    findings: "Evidence that was found in the transcript as quoted",
    note: "The model's own words",
    model: "Model asked",
    rubric: "Fingerprint of the rubric",
    updated_at: "When the judge came to that"
  }),
  ...relation("view", "agent_opinions", "Opinions of the judge counted for each agent and rule", {
    agent: "What the inputs call the agent; null: not named",
    agent_name: "What people call the agent",
    rule: "Public name of the rule",
    title: "Title of the rule, {zh, en}",
    opinions: "All of them",
    counting: "Of these, decided a score",
    advisory: "Of these, given but weighing nothing",
    review: "Of these, for a person to look at",
    pending: "Of these, not yet answered",
    failed: "Of these, without a usable answer",
    met: "Outcome Met, counting or not",
    partly: "Outcome Partly",
    breached: "Outcome Breached",
    not_applicable: "Outcome NotApplicable",
    rubric: "Fingerprint of the rubric"
  })
]

function relation(kind: "table" | "view", name: string, text: string, columns: Readonly<Record<string, string>>) {
  return [
    [`${kind} ${name}`, text] as const,
    ...Object.entries(columns).map(([column, comment]) => [`column ${name}.${column}`, comment] as const)
  ]
}
