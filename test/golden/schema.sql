create type batch_request_state as enum ('open', 'collected', 'returned'); -- open: to be answered; collected: its reply was kept; returned: the batch ended without one, so it may be asked again
create type batch_status as enum ('planned', 'uploaded', 'submitted', 'completed', 'expired', 'cancelled', 'failed'); -- planned: written down here only; uploaded: its file is at the endpoint; submitted: under way there; completed, expired, cancelled, failed: how it ended there, whether its answers were collected or not
create type bearing as enum ('for', 'against', 'tentative', 'context'); -- Does a finding speak for the agent or against; tentative: it costs nothing until a person confirms it; context: what made the rule apply
create type call_state as enum ('answered', 'unreadable', 'refused', 'truncated', 'filtered', 'rejected', 'unreachable'); -- answered: text came back and was what was asked for; unreadable: text came back that was not; refused, truncated, filtered: by the model; rejected: the endpoint found fault with the request; unreachable: all tries failed
create type decider as enum ('rule', 'judge', 'person'); -- Who decided an outcome: a rule, the judge (a language model), or a person
create type judge_label as enum ('met', 'partly', 'not_met', 'not_applicable', 'cannot_tell'); -- What the model answers to one question; cannot_tell is also an answer without the evidence it needs
create type opinion_state as enum ('pending', 'given', 'review', 'failed'); -- pending: asked, or still to be asked; given: both passes agree and the evidence holds; review: a person should look; failed: the model gave no usable answer
create type outcome as enum ('Met', 'Partly', 'Breached', 'NotApplicable', 'Unscored'); -- What a rule says of a transcript. NotApplicable: the situation never arose. Unscored: the input cannot support an answer
create type period as enum ('week', 'month', 'all'); -- Stretch of a scorecard: a week from Monday, a calendar month, or all of time
create type promise_status as enum ('kept', 'broken', 'overdue', 'open', 'unclear'); -- kept: a contact came in time; broken: none came, and the case went on; overdue: none came, and nothing on record is later; open: not due yet; unclear: transcripts cannot tell
create type run_status as enum ('running', 'finished', 'stopped'); -- running, finished, or stopped before its end


table agents -- The people who answer customers; the row without external_id stands for whoever no input names
  id integer not null generated always as identity -- Key
  external_id text -- What the inputs call the agent
  name text -- What people call the agent, as the inputs said last
  PRIMARY KEY (id)
  UNIQUE NULLS NOT DISTINCT (external_id)

table calibrations -- How far the judge agrees with people, rule by rule; the latest row of a rule, question version and model decides whether its opinions count
  id bigint not null generated always as identity -- Key; later calibrations have larger ones
  rule_id integer not null -- The rule
  question_version text not null -- Version of the wording of the question
  model text not null -- Model asked, by the name in the settings
  n integer not null -- Outcomes that both the judge and a person decided
  kappa double precision -- Weighted κ between judge and people; null where it cannot be computed
  kappa_low double precision -- Lower end of its 95 % interval
  kappa_high double precision -- Upper end of that interval
  human_kappa double precision -- Weighted κ between two people; null where nobody judged twice
  stability double precision -- Share of questions both passes answered alike, 0 to 1; null where unknown
  trusted boolean not null -- Opinions of this rule count
  because text not null -- Why they do or do not
  computed_at timestamp with time zone not null default now() -- When this was computed
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (id)

table case_transcripts -- Which transcripts make a case
  case_id bigint not null -- The case
  transcript_id bigint not null -- The transcript
  FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
  PRIMARY KEY (case_id, transcript_id)

table cases -- What belongs to one matter of a customer, as one version of the rubric sees it
  id bigint not null generated always as identity -- Key; a case that is judged again gets a new one
  rubric_id integer not null -- Version of the rubric
  key text not null -- What names the case for ever: case:<id>, customer:<customer>@<first transcript>, or transcript:<source>/<id> for one that nothing joins to others
  name text not null -- The case id of the inputs, else the id of the first transcript
  customer text -- What the inputs call the customer; null: not told
  time_zone text not null -- Zone in which days and promised times were understood
  complaints jsonb not null -- When a complaint was open: array of {openedAt, closedAt}, epoch milliseconds
  opened_at timestamp with time zone -- Opening of the latest complaint; null: the case is no complaint
  closed_at timestamp with time zone -- End of the latest complaint; null: open, or none
  owner_id integer -- Agent who has the case
  first_contact_at timestamp with time zone not null -- Start of the first transcript
  last_contact_at timestamp with time zone not null -- End of the last contact on record
  last_feedback_at timestamp with time zone -- Last message to the customer that nobody had to ask for
  longest_gap_hours real -- Longest time without feedback while a complaint was open, hours
  silent_days integer not null -- Days over without feedback since the last, whether they count against anybody or not; 0 without an open complaint
  abandoned_from date -- First of the missed days in a row that make abandonment
  abandoned_until date -- Last of them, inclusive
  abandoned_days integer -- How many they are; null: not abandoned
  known_until timestamp with time zone not null -- Moment up to which the record was known: the latest contact in the database
  run_id bigint not null -- Run that judged the case last
  CHECK ((((abandoned_days IS NULL) = (abandoned_from IS NULL)) AND ((abandoned_days IS NULL) = (abandoned_until IS NULL))))
  CHECK (((closed_at IS NULL) OR (opened_at IS NOT NULL)))
  FOREIGN KEY (owner_id) REFERENCES agents(id)
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  FOREIGN KEY (run_id) REFERENCES runs(id)
  PRIMARY KEY (id)
  UNIQUE (rubric_id, key)

table feedback_due -- Feedback that was due on an open complaint: a local day, or the time between two contacts
  case_id bigint not null -- The case
  position integer not null -- Place in the order of time, from 0
  rule_id integer not null -- Rule that makes it due
  day date not null -- Local day it was due on
  from_at timestamp with time zone not null -- Beginning
  until_at timestamp with time zone not null -- End, exclusive
  agent_id integer -- Met: who gave it; missed: whose case it was at the end; null: nobody is named
  met boolean not null -- Whether it was given
  transcript_id bigint -- Transcript it was given in
  turn integer -- Its turn there, from 0
  CHECK ((met OR (transcript_id IS NULL)))
  FOREIGN KEY (agent_id) REFERENCES agents(id)
  FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (case_id, "position")

table findings -- Evidence of outcomes: something said (turn, span, quote), or something due that was not (window searched)
  transcript_id bigint not null -- The transcript
  rubric_id integer not null -- Version of the rubric
  agent_id integer not null -- The agent judged
  rule_id integer not null -- The rule
  position smallint not null -- Order among the findings of one score, from 0
  bearing bearing not null -- for the agent, against, tentative until a person confirms it, or context: what made the rule apply
  turn integer -- Said: turn, from 0
  span_start integer -- Said: first UTF-16 code unit within the text of the turn, from 0
  span_end integer -- Said: end of the span, exclusive
  quote text -- Said: the words, verbatim
  window_from integer -- Unsaid: first turn searched, from 0
  window_to integer -- Unsaid: last turn searched, inclusive
  nearest jsonb -- Unsaid: most similar thing found there, {turn, start, end, quote, similarity}
  expected text -- Unsaid: a wording that would have passed
  note text -- Which part of the rule this is evidence of; null: the rule itself
  CHECK ((((turn IS NULL) = (quote IS NULL)) AND ((turn IS NULL) = (span_start IS NULL)) AND ((turn IS NULL) = (span_end IS NULL))))
  CHECK ((((window_from IS NULL) = (expected IS NULL)) AND ((window_from IS NULL) = (window_to IS NULL))))
  CHECK (((turn IS NULL) <> (window_from IS NULL)))
  PRIMARY KEY (transcript_id, rubric_id, agent_id, rule_id, "position")

table inputs -- Files that the nightly run has dealt with, by content
  digest text not null -- Hash of the bytes of the file
  rubric_id integer not null -- Rubric it was scored under
  file text not null -- Name it had then
  run_id bigint not null -- Run that read it
  read_at timestamp with time zone not null -- When it had been read to its end
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  FOREIGN KEY (run_id) REFERENCES runs(id)
  PRIMARY KEY (digest, rubric_id)

table judge_answers -- What came of asking one question about one agent of one redacted transcript; used again wherever the key is the same
  key text not null -- Hash of everything that could change the answer
  call_id bigint not null -- Call that brought it
  rule_id integer not null -- Rule the question belongs to
  question_version text not null -- Version of the wording of the question
  reversed boolean not null -- Asked in the second pass, with questions and labels in reversed order
  state call_state not null -- Whether there is an answer, else why not
  fault text -- What is wrong with an unreadable answer
  label judge_label -- The answer; null where there is none
  evidence jsonb -- {quotes, searched}: what was quoted and which turns were searched, as the model gave it, not yet held against the transcript; people and numbers by their placeholders
  note text -- The model's own words
  CHECK ((((state = 'answered'::call_state) = (label IS NOT NULL)) AND ((state = 'answered'::call_state) = (evidence IS NOT NULL))))
  CHECK (((state = 'unreadable'::call_state) = (fault IS NOT NULL)))
  CHECK ((state <> 'unreachable'::call_state))
  FOREIGN KEY (call_id) REFERENCES judge_calls(id)
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (key)

table judge_batch_requests -- The requests of batches, one by one
  batch_id bigint not null -- Batch it belongs to
  line integer not null -- Line in the file of requests, from 1
  custom_id text not null -- Name of the request; no two open ones share it
  state batch_request_state not null default 'open'::batch_request_state -- What became of it
  request json -- What is asked, names, numbers and addresses replaced; what its endpoint is known not to take is left out when it is sent; null once it is not open any more
  detail text -- Returned: why
  CHECK (((length(custom_id) >= 1) AND (length(custom_id) <= 64)))
  CHECK (((state = 'open'::batch_request_state) = (request IS NOT NULL)))
  CHECK (((state = 'returned'::batch_request_state) = (detail IS NOT NULL)))
  FOREIGN KEY (batch_id) REFERENCES judge_batches(id)
  PRIMARY KEY (batch_id, line)

table judge_batches -- Requests to the language model that were submitted together
  id bigint not null generated always as identity -- Key
  name text not null -- Our name for it, which the endpoint is told too: how it is found again after an interruption
  endpoint text not null -- Base URL of the endpoint that has it
  model text not null -- Model that is asked
  status batch_status not null default 'planned'::batch_status -- Where it is
  requests integer not null -- Requests in it
  file_id text -- What the endpoint calls the file of requests
  batch_id text -- What the endpoint calls the batch
  output_file_id text -- What the endpoint calls the file of answers
  error_file_id text -- What the endpoint calls the file of requests it did not answer
  problem text -- What went wrong, in the words of the endpoint
  planned_at timestamp with time zone not null default now() -- When it was written down
  submitted_at timestamp with time zone -- When the endpoint took it
  ended_at timestamp with time zone -- When its end was noticed here
  collected_at timestamp with time zone -- When the last of its answers was kept, and what was not answered returned
  tidied_at timestamp with time zone -- When its files were deleted at the endpoint
  CHECK (((collected_at IS NULL) OR (ended_at IS NOT NULL)))
  CHECK (((ended_at IS NOT NULL) = (status = ANY (ARRAY['completed'::batch_status, 'expired'::batch_status, 'cancelled'::batch_status, 'failed'::batch_status]))))
  CHECK (((status <> ALL (ARRAY['submitted'::batch_status, 'completed'::batch_status, 'expired'::batch_status, 'cancelled'::batch_status])) OR (batch_id IS NOT NULL)))
  CHECK (((status <> ALL (ARRAY['uploaded'::batch_status, 'submitted'::batch_status])) OR (file_id IS NOT NULL)))
  CHECK (((tidied_at IS NULL) OR (collected_at IS NOT NULL)))
  PRIMARY KEY (id)
  UNIQUE (endpoint, batch_id)
  UNIQUE (name)

table judge_calls -- Every request to the language model that ended, and how; rows are only ever added
  id bigint not null generated always as identity -- Key
  run_id bigint not null -- Run that asked, or that collected a batch
  mode text not null -- live, or batch: asked on one night and collected on another
  request json not null -- The body as sent: names, numbers and addresses in it were replaced before
  state call_state not null -- How it ended
  response text -- The text that came back, as it came; null when none did
  detail text -- What went wrong, in the words of the endpoint or of the reader of the answer
  model text -- Model that answered, as the endpoint names it
  prompt_tokens integer -- Tokens of the request, as the endpoint counts them
  completion_tokens integer -- Tokens of the answer
  cached_tokens integer -- Tokens of the request that the endpoint had at hand from an earlier one; among prompt_tokens
  created_at timestamp with time zone not null default now() -- When the answer was kept
  CHECK ((((prompt_tokens IS NULL) = (completion_tokens IS NULL)) AND ((prompt_tokens IS NULL) = (cached_tokens IS NULL))))
  CHECK (((state = ANY (ARRAY['answered'::call_state, 'unreadable'::call_state])) = (response IS NOT NULL)))
  CHECK ((mode = ANY (ARRAY['live'::text, 'batch'::text])))
  FOREIGN KEY (run_id) REFERENCES runs(id)
  PRIMARY KEY (id)

table judge_inquiries -- Questions in batches whose answers are still to be collected; what it takes to read the answers
  key text not null -- Hash of everything that could change the answer, as in judge_answers
  custom_id text not null -- Name of the request that asks it
  rule_id integer not null -- Rule the question belongs to
  question_version text not null -- Version of the wording of the question
  reversed boolean not null -- Asked in the second pass
  canary text not null -- What the model was told to keep to itself: in an answer it shows that the model obeys somebody else
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (key)

table migration_lock -- Kept by the migrator; the lock itself is an advisory lock
  id character varying(255) not null -- Name of the lock
  is_locked integer not null default 0 -- Unused on PostgreSQL
  PRIMARY KEY (id)

table migrations -- Which versions of this schema were applied
  name character varying(255) not null -- Name of the migration
  timestamp character varying(255) not null -- When it was applied, ISO 8601 in UTC
  PRIMARY KEY (name)

table opinions -- What the judge says of outcomes that the rules leave open: one rule, one transcript, one agent, one rubric
  transcript_id bigint not null -- The transcript
  rubric_id integer not null -- Version of the rubric
  agent_id integer not null -- The agent judged
  rule_id integer not null -- The rule
  state opinion_state not null default 'pending'::opinion_state -- Where the opinion stands
  outcome outcome -- Met, Partly, Breached or NotApplicable; null unless given
  findings jsonb not null default '[]'::jsonb -- Evidence that was found in the transcript as quoted: array of findings with turn, start, end and quote
  note text -- The model's own words
  because text -- Why the opinion is not given
  question_version text not null -- Version of the wording of the question
  model text not null -- Model asked, by the name in the settings
  counts boolean not null default false -- The outcome stands in scores, decided by the judge; otherwise the opinion is advisory and weighs nothing
  displaced jsonb -- While it counts: what the rule said, {because, findings}; put back when trust is withdrawn
  run_id bigint not null -- Run that wrote this state
  updated_at timestamp with time zone not null default now() -- When
  CHECK (((state = 'given'::opinion_state) = (outcome IS NOT NULL)))
  CHECK (((state = ANY (ARRAY['review'::opinion_state, 'failed'::opinion_state])) <= (because IS NOT NULL)))
  CHECK ((counts = (displaced IS NOT NULL)))
  FOREIGN KEY (agent_id) REFERENCES agents(id)
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  FOREIGN KEY (run_id) REFERENCES runs(id)
  PRIMARY KEY (transcript_id, rubric_id, agent_id, rule_id)

table promises -- What agents promised by a time, and what became of it
  case_id bigint not null -- The case
  position integer not null -- Place in the order of time, from 0
  rule_id integer not null -- Rule that asks for it to be kept
  transcript_id bigint not null -- Transcript it was made in
  turn integer not null -- Its turn there, from 0
  span_start integer not null -- First UTF-16 code unit within the text of the turn, from 0
  span_end integer not null -- End of the span, exclusive
  quote text not null -- The words, verbatim
  agent_id integer -- Who made it; null: nobody is named
  what text not null -- call, reply, contact, refund, delivery, visit or fix
  made_at timestamp with time zone -- When; null: the transcript carries no times
  due_at timestamp with time zone -- Last moment at which it is in time; null: the words name no moment to come
  due_day date -- The local day of that moment
  status promise_status not null -- What became of it
  because text -- Unclear: why
  by_transcript_id bigint -- Transcript of the contact that kept it, or of the first that came too late
  by_turn integer -- First turn of that contact, from 0
  by_at timestamp with time zone -- When that contact began
  chased_transcript_id bigint -- Transcript in which the customer says that nobody came
  chased_turn integer -- Turn of it, from 0
  chased_quote text -- The customer's words
  CHECK (((due_at IS NULL) = (due_day IS NULL)))
  CHECK (((status = 'unclear'::promise_status) = (because IS NOT NULL)))
  FOREIGN KEY (agent_id) REFERENCES agents(id)
  FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (case_id, "position")

table rubric_rules -- A rule as one version of a rubric has it
  rubric_id integer not null -- Version of the rubric
  rule_id integer not null -- The rule
  position integer not null -- Place in the rubric, from 0
  section text not null -- Id of the section the rule counts in
  section_title jsonb not null -- Title of the section, {zh, en}
  title jsonb not null -- Title of the rule, {zh, en}
  why jsonb not null -- Why the rule exists, {zh, en}
  instead jsonb not null -- What to say instead, {zh, en}
  weight real not null -- What the rule weighs in its section
  critical text -- A breach fails the section or the whole contact (0 points there); null: it costs its weight
  bonus boolean not null -- The rule can only add points
  quality text -- What a coach works on: attitude, knowledge or skill; null: the rule does not say
  indicator text -- What customers are known to judge a service by, informed by SERVQUAL: reliability, responsiveness, empathy, assurance or tangibles
  CHECK ((critical = ANY (ARRAY['section'::text, 'contact'::text])))
  CHECK ((indicator = ANY (ARRAY['reliability'::text, 'responsiveness'::text, 'empathy'::text, 'assurance'::text, 'tangibles'::text])))
  CHECK ((quality = ANY (ARRAY['attitude'::text, 'knowledge'::text, 'skill'::text])))
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (rubric_id, rule_id)

table rubrics -- The sets of rules that were ever used, one row per version
  id integer not null generated always as identity -- Key
  fingerprint text not null -- Changes with anything that could change a score; the name of this version everywhere outside the database
  name text not null -- What people call the rubric
  definition jsonb not null -- The whole rubric as used: pass mark, bands, sections, rules
  first_used_at timestamp with time zone not null -- Start of the first run under this version
  PRIMARY KEY (id)
  UNIQUE (fingerprint)

table rules -- The criteria by their public names, whatever version of a rubric they stand in
  id integer not null generated always as identity -- Key
  name text not null -- Public name, family/name, such as negative-language/cannot
  PRIMARY KEY (id)
  UNIQUE (name)

table runs -- Executions of the batch
  id bigint not null generated always as identity -- Key; later runs have larger ones
  command text not null -- What was asked for
  rubric_id integer not null -- Rubric in force
  status run_status not null default 'running'::run_status -- Where the run is; one whose process died is marked stopped by the next run
  started_at timestamp with time zone not null -- Start
  finished_at timestamp with time zone -- End, however it ended; null while running
  transcripts_read bigint not null default 0 -- Transcripts read from the inputs
  transcripts_new bigint not null default 0 -- Of these, never seen before
  transcripts_changed bigint not null default 0 -- Of these, known with other content, which was replaced
  transcripts_rescored bigint not null default 0 -- Of these, known, scored for the first time under this rubric
  transcripts_unchanged bigint not null default 0 -- Of these, known and already scored
  set_aside bigint not null default 0 -- Inputs, or parts of one, that could not be read
  message text -- Why the run stopped, or a remark
  carded boolean not null default false -- Scorecards contain everything this run wrote
  cased boolean not null default false -- Cases contain everything this run wrote
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  PRIMARY KEY (id)

table scorecard_rules -- How one rule went on a scorecard
  agent_id integer not null -- The agent
  rubric_id integer not null -- Version of the rubric
  period period not null -- week, month or all
  period_start date not null -- First day; -infinity for all
  rule_id integer not null -- The rule
  applicable integer not null -- Scores that count: met + partly + breached
  met integer not null -- Scores Met
  partly integer not null -- Scores Partly
  breached integer not null -- Scores Breached
  not_applicable integer not null -- Scores NotApplicable; leave the estimate alone
  unscored integer not null -- Scores Unscored; leave the estimate alone
  estimate real -- Mean credit where the rule applied, 0 to 1; null when it never did
  estimate_low real -- Lower end of the 95 % interval (Wilson)
  estimate_high real -- Upper end of that interval
  CHECK (((applicable = 0) = (estimate IS NULL)))
  CHECK ((applicable = ((met + partly) + breached)))
  FOREIGN KEY (agent_id, rubric_id, period, period_start) REFERENCES scorecards(agent_id, rubric_id, period, period_start) ON DELETE CASCADE
  FOREIGN KEY (rule_id) REFERENCES rules(id)
  PRIMARY KEY (agent_id, rubric_id, period, period_start, rule_id)

table scorecards -- One agent, one period, one rubric: what its transcripts add up to
  agent_id integer not null -- The agent
  rubric_id integer not null -- Version of the rubric
  period period not null -- week, month or all
  period_start date not null -- First day in time_zone; -infinity for all
  time_zone text not null -- IANA name of the zone in which weeks and months begin
  transcripts integer not null -- Transcripts in the period
  scored integer not null -- Of these, with points
  points real -- Mean points, 0 to 100; null when none has points
  points_low real -- Lower end of the 95 % interval of the mean (Student's t); null below two transcripts with points and where all have the same (points_spread is 0)
  points_high real -- Upper end of that interval
  points_spread real -- Sample standard deviation of the points; null below two transcripts with points
  passed integer not null -- Transcripts that passed
  critical_breaches integer not null -- Transcripts with a breach of a critical rule
  band text -- Id of the band the mean falls in
  sections jsonb not null -- Array of {section, points, transcripts}: mean points where the section applied
  updated_at timestamp with time zone not null -- When this card last changed
  FOREIGN KEY (agent_id) REFERENCES agents(id)
  FOREIGN KEY (rubric_id) REFERENCES rubrics(id)
  PRIMARY KEY (agent_id, rubric_id, period, period_start)

table scores -- Outcomes: one rule, one transcript, one agent, one rubric
  transcript_id bigint not null -- The transcript
  rubric_id integer not null -- Version of the rubric
  agent_id integer not null -- The agent judged
  rule_id integer not null -- The rule
  outcome outcome not null -- Met, Partly, Breached, NotApplicable or Unscored
  credit real -- Share of the weight that was earned, 0 to 1; null when NotApplicable or Unscored
  because text -- Why the rule does not apply or could not be scored
  decided_by decider not null -- Who decided
  CHECK (((credit >= (0)::double precision) AND (credit <= (1)::double precision)))
  CHECK (((outcome = ANY (ARRAY['NotApplicable'::outcome, 'Unscored'::outcome])) = (because IS NOT NULL)))
  CHECK (((outcome = ANY (ARRAY['NotApplicable'::outcome, 'Unscored'::outcome])) = (credit IS NULL)))
  PRIMARY KEY (transcript_id, rubric_id, agent_id, rule_id)

table set_asides -- Inputs, or parts of one, that could not be read; everything else went on
  id bigint not null generated always as identity -- Key
  digest text not null -- Hash of file, line, reason and excerpt: the same problem is one row however often it is met
  file text not null -- File, as the user named it
  line bigint not null -- Line there, from 1
  transcript text -- Id of the transcript where it could still be read
  reason text not null -- What is wrong and how to cure it
  excerpt text not null -- The raw text at that place, at most 200 characters
  first_run_id bigint not null -- Run that met it first
  last_run_id bigint not null -- Run that met it last
  resolved_at timestamp with time zone -- When the file was read again without this problem; null: open
  FOREIGN KEY (first_run_id) REFERENCES runs(id)
  FOREIGN KEY (last_run_id) REFERENCES runs(id)
  PRIMARY KEY (id)
  UNIQUE (digest)

table superseded_transcripts -- Earlier versions of transcripts that came again with other content, with the scores they had
  transcript_id bigint not null -- The transcript
  revision integer not null -- Which version this was
  digest text not null -- Hash of the content of this version
  started_at timestamp with time zone -- When the contact began, as this version said
  details jsonb not null -- The other columns of transcripts as they were, by name
  turns json not null -- What was said in this version
  scores jsonb not null -- Array of {rubric, agent, rule, outcome, credit, because, decidedBy, findings}, under every rubric
  tallies jsonb not null -- Array of {rubric, agent, points, passed, band, criticalBreach, sections}, under every rubric
  superseded_by bigint not null -- Run that brought the next version
  superseded_at timestamp with time zone not null -- When that happened
  opinions jsonb not null default '[]'::jsonb -- Array of {rubric, agent, rule, state, outcome, findings, note, because, questionVersion, model, counts}: what the judge said of this version
  FOREIGN KEY (superseded_by) REFERENCES runs(id)
  FOREIGN KEY (transcript_id) REFERENCES transcripts(id)
  PRIMARY KEY (transcript_id, revision)

table tallies -- What one transcript adds up to for one agent under one rubric
  transcript_id bigint not null -- The transcript
  rubric_id integer not null -- Version of the rubric
  agent_id integer not null -- The agent judged
  points real -- 0 to 100; null when no rule applied
  passed boolean -- Points reach the pass mark of the rubric
  band text -- Id of the band the points fall in
  critical_breach boolean not null -- A critical rule was breached
  sections jsonb not null -- Array of {section, points, weighed}; points null when no rule of the section applied
  run_id bigint not null -- Run that wrote this tally
  CHECK ((((points IS NULL) = (passed IS NULL)) AND ((points IS NULL) = (band IS NULL))))
  CHECK (((points >= (0)::double precision) AND (points <= (100)::double precision)))
  PRIMARY KEY (transcript_id, rubric_id, agent_id)

table transcripts -- Contacts with all that was said: the version that counts now
  id bigint not null generated by default as identity -- Key
  source text not null -- System or export the transcript comes from; names it together with external_id
  external_id text not null -- What the source calls the transcript
  revision integer not null default 1 -- 1, and one more each time the content changed
  digest text not null -- Hash of the content; where the input stood does not enter it
  channel text not null -- voice or chat
  language text -- BCP 47, as the input says
  started_at timestamp with time zone -- When the contact began; null: undated
  customer text -- What the input calls the customer
  queue text -- Queue or skill group
  case_id text -- Customer matter that several transcripts belong to
  csat double precision -- Satisfaction the customer gave, on the scale of the input
  contact_reason text -- Why the customer got in touch, as the input says
  timing_problem text -- Why the times cannot be trusted; rules that need times are Unscored then
  turn_count integer not null -- Number of turns
  turns json not null -- Array of {role, text, startMs, endMs, agent, confidence}; times in milliseconds from the start
  events jsonb not null -- Array of {kind, startMs, endMs, by, agent, count}: ring, answer, assign, hold, transfer, hang-up, feedback
  agents jsonb not null -- Array of {id, name} of the agents taking part
  origin_file text not null -- File it was read from, as the user named it
  origin_line bigint not null -- First line there, from 1
  run_id bigint not null -- Run that wrote this version
  reason text -- Why the customer got in touch: enquiry, complaint, suggestion or request; null: nothing tells, or stored before this was read
  reason_from text -- input: the contact reason says so; words: taken from what the customer says first
  phase text -- Stage of the sale by the contact reason, else by the queue; null: neither tells
  medium text -- voice, text or video; null: stored before this was read
  script text -- How the customer writes Chinese; null: nothing tells
  agent_turns integer -- Turns that people took
  customer_turns integer -- Turns of the customer
  bot_turns integer -- Turns of a machine, which are scored as nobody's
  CHECK (((reason IS NULL) = (reason_from IS NULL)))
  CHECK ((channel = ANY (ARRAY['voice'::text, 'chat'::text])))
  CHECK ((medium = ANY (ARRAY['voice'::text, 'text'::text, 'video'::text])))
  CHECK ((phase = ANY (ARRAY['pre-sale'::text, 'in-sale'::text, 'after-sale'::text])))
  CHECK ((reason = ANY (ARRAY['enquiry'::text, 'complaint'::text, 'suggestion'::text, 'request'::text])))
  CHECK ((reason_from = ANY (ARRAY['input'::text, 'words'::text])))
  CHECK ((script = ANY (ARRAY['simplified'::text, 'traditional'::text])))
  PRIMARY KEY (id)
  UNIQUE (external_id, source)

view agent_case_rules -- Due days and promises of each agent, counted by period
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  rule text -- Public name of the rule
  applicable bigint -- Days or promises that are decided
  met bigint -- Of these, met
  breached bigint -- Of these, missed or broken
  rubric text -- Fingerprint of the rubric

view agent_consistency -- How far an agent's points lie apart, from contact to contact and from week to week
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  scored integer -- Transcripts that earned points
  points real -- Their mean, 0-100
  spread real -- Their standard deviation; null below two
  weeks bigint -- Weeks that begin in the period and have five scored transcripts or more: the mean of fewer is chance
  lowest_week real -- Lowest mean of these weeks
  highest_week real -- Highest mean of these weeks
  week_spread double precision -- Standard deviation of the weekly means; null below two weeks
  rubric text -- Fingerprint of the rubric

view agent_contacts -- What contacts were about and how they were held
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  kind text -- reason, phase or medium
  value text -- Its value, or unknown
  transcripts bigint -- How many
  told bigint -- Of these, those of which the input says so
  rubric text -- Fingerprint of the rubric

view agent_expectations -- What customers say beside what the rubric says, where both are known
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  answers bigint -- Transcripts with points and an answer
  csat double precision -- Mean answer, stretched to 0-100
  points double precision -- Mean points of the same transcripts, 0-100
  gap double precision -- Mean of answer less points
  gap_spread double precision -- Standard deviation of that; null: one answer
  scales text -- Scales of the answers as read from the record
  rubric text -- Fingerprint of the rubric

view agent_indicators -- Rules of one SERVQUAL-informed indicator, each transcript counted once; not a SERVQUAL score, which only customers can give
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  indicator text -- reliability, responsiveness, empathy, assurance, or tangibles, which calls have none of
  transcripts bigint -- Transcripts in which one of the rules applied
  applicable bigint -- How often one did
  met bigint -- Of these, met
  partly bigint -- Of these, met in part
  breached bigint -- Of these, breached
  share double precision -- Mean over the transcripts of the mean credit in each, 0-1; bonus rules left out
  rubric text -- Fingerprint of the rubric

view agent_opinions -- Opinions of the judge counted for each agent and rule
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  rule text -- Public name of the rule
  title jsonb -- Title of the rule, {zh, en}
  opinions bigint -- All of them
  counting bigint -- Of these, decided a score
  advisory bigint -- Of these, given but weighing nothing
  review bigint -- Of these, for a person to look at
  pending bigint -- Of these, not yet answered
  failed bigint -- Of these, without a usable answer
  met bigint -- Outcome Met, counting or not
  partly bigint -- Outcome Partly
  breached bigint -- Outcome Breached
  not_applicable bigint -- Outcome NotApplicable
  rubric text -- Fingerprint of the rubric

view agent_qualities -- Rules of one of the three qualities of a service, each transcript counted once
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  quality text -- attitude, knowledge or skill
  transcripts bigint -- Transcripts in which one of the rules applied
  applicable bigint -- How often one did
  met bigint -- Of these, met
  partly bigint -- Of these, met in part
  breached bigint -- Of these, breached
  share double precision -- Mean over the transcripts of the mean credit in each, 0-1; bonus rules left out
  rubric text -- Fingerprint of the rubric

view agent_rules -- How each rule went for each agent: one row per agent, period, rule and rubric
  agent text -- What the inputs call the agent
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  rule text -- Public name of the rule
  section text -- Section of the rubric
  title jsonb -- Title of the rule, {zh, en}
  applicable integer -- met + partly + breached
  met integer -- Scores Met
  partly integer -- Scores Partly
  breached integer -- Scores Breached
  not_applicable integer -- Scores NotApplicable
  unscored integer -- Scores Unscored
  estimate real -- Mean credit where the rule applied, 0 to 1; null when it never did
  estimate_low real -- Lower end of the 95 % interval (Wilson)
  estimate_high real -- Upper end of that interval
  rubric text -- Fingerprint of the rubric

view agent_scorecards -- Scorecards by name: one row per agent, period and rubric
  agent text -- What the inputs call the agent
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day in time_zone; null for all
  time_zone text -- IANA name of the zone in which weeks and months begin
  transcripts integer -- Transcripts in the period
  scored integer -- Of these, with points
  points real -- Mean points, 0 to 100
  points_low real -- Lower end of the 95 % interval of the mean (Student's t); null where there are fewer than two or all are the same
  points_high real -- Upper end of that interval
  points_spread real -- Sample standard deviation of the points
  band text -- Id of the band the mean falls in
  passed integer -- Transcripts that passed
  critical_breaches integer -- Transcripts with a breach of a critical rule
  sections jsonb -- Array of {section, points, transcripts}
  rubric text -- Fingerprint of the rubric
  updated_at timestamp with time zone -- When this card last changed

view agent_segments -- Points of one agent with different kinds of customers; see whether intervals overlap before calling them different
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  segment text -- channel, language, script, queue or customer
  value text -- What the transcripts have in common; customer: new or returning, by the record
  scored bigint -- Transcripts that earned points
  points double precision -- Their mean, 0-100
  spread double precision -- Their standard deviation; null: one transcript
  rubric text -- Fingerprint of the rubric

view agent_turns -- Turns of people and machines, in transcripts of which they were counted
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  period period -- week, month or all
  period_start date -- First day; null for all
  transcripts bigint -- Transcripts
  agent_turns bigint -- Turns that people took, whoever they are
  customer_turns bigint -- Turns of customers
  bot_turns bigint -- Turns of machines, which are scored as nobody's
  bot_transcripts bigint -- Transcripts in which a machine takes part
  rubric text -- Fingerprint of the rubric

view card_transcripts -- Which transcripts a scorecard counts, for the views below
  agent_id integer -- The agent
  rubric_id integer -- Version of the rubric
  period period -- week, month or all
  period_start date -- First day; -infinity for all
  transcript_id bigint -- The transcript
  points double precision -- Points of the agent in it, 0-100; null: no rule applied

view case_outcomes -- Every due day and every promise that is decided, one row each
  case text -- Case id, or the id of the first transcript
  customer text -- What the inputs call the customer
  agent text -- Agent it counts for or against
  agent_name text -- What people call that agent
  rule text -- Public name of the rule
  day date -- Local day it was due on
  outcome outcome -- Met or Breached
  source text -- System or export the transcript comes from
  transcript text -- Feedback: transcript it was given in; promise: transcript it was made in
  turn integer -- Its turn there, from 0
  quote text -- Words of the promise
  rubric text -- Fingerprint of the rubric

view csat_scales -- The scale of customers' answers in each source, told by the lowest and highest on record
  source text -- System or export
  low integer -- Lowest answer possible: 0 or 1
  high integer -- Highest answer possible: 5, 10 or 100
  answers bigint -- Answers on record

view judge_trust -- The calibration in force for each rule, question version and model
  rule text -- Public name of the rule
  question_version text -- Version of the wording of the question
  model text -- Model asked, by the name in the settings
  trusted boolean -- Opinions of this rule count
  because text -- Why they do or do not
  n integer -- Outcomes that both the judge and a person decided
  kappa double precision -- Weighted κ between judge and people
  kappa_low double precision -- Lower end of its 95 % interval
  kappa_high double precision -- Upper end of that interval
  human_kappa double precision -- Weighted κ between two people
  stability double precision -- Share of questions both passes answered alike, 0 to 1
  computed_at timestamp with time zone -- When this was computed

view open_cases -- Complaints that are open, as each version of the rubric sees them
  case text -- Case id, or the id of the first transcript
  customer text -- What the inputs call the customer
  owner text -- Agent who has the case
  owner_name text -- What people call that agent
  opened_at timestamp with time zone -- When the complaint was opened
  last_contact_at timestamp with time zone -- End of the last contact on record
  last_feedback_at timestamp with time zone -- Last message to the customer that nobody had to ask for
  silent_days integer -- Days over without feedback since then
  missed_days bigint -- Days that count against an agent
  abandoned_from date -- First of the missed days in a row that make abandonment
  abandoned_until date -- Last of them, inclusive
  abandoned_days integer -- How many they are
  longest_gap_hours real -- Longest time without feedback, hours
  time_zone text -- Zone of the days
  known_until timestamp with time zone -- Moment up to which the record was known
  rubric text -- Fingerprint of the rubric

view open_findings -- Evidence against agents, and tentative hits that await a person, with what to say instead
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  started_at timestamp with time zone -- When the contact began
  rule text -- Public name of the rule
  outcome outcome -- Outcome of the score this is evidence of
  bearing bearing -- against or tentative
  turn integer -- Said: turn, from 0
  span_start integer -- Said: first UTF-16 code unit within the text of the turn, from 0
  span_end integer -- Said: end of the span, exclusive
  quote text -- Said: the words, verbatim
  window_from integer -- Unsaid: first turn searched, from 0
  window_to integer -- Unsaid: last turn searched, inclusive
  nearest jsonb -- Unsaid: most similar thing found there
  expected text -- Unsaid: a wording that would have passed
  note text -- Which part of the rule this is evidence of
  instead jsonb -- What to say instead, {zh, en}
  rubric text -- Fingerprint of the rubric

view open_reviews -- Outcomes that neither rule nor judge could decide and a person should look at
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  started_at timestamp with time zone -- When the contact began
  rule text -- Public name of the rule
  title jsonb -- Title of the rule, {zh, en}
  because text -- Why a person should look
  findings jsonb -- Evidence that was found in the transcript as quoted
  note text -- The model's own words
  model text -- Model asked
  rubric text -- Fingerprint of the rubric
  updated_at timestamp with time zone -- When the judge came to that

view promises_due -- Promises that wait to be kept
  case text -- Case id, or the id of the first transcript
  customer text -- What the inputs call the customer
  agent text -- Who made the promise
  agent_name text -- What people call that agent
  what text -- call, reply, contact, refund, delivery, visit or fix
  quote text -- The words, verbatim
  made_at timestamp with time zone -- When it was made
  due_at timestamp with time zone -- Last moment at which it is in time
  status promise_status -- open or overdue
  source text -- System or export the transcript comes from
  transcript text -- Transcript it was made in
  turn integer -- Its turn there, from 0
  time_zone text -- Zone in which it was understood
  known_until timestamp with time zone -- Moment up to which the record was known
  rubric text -- Fingerprint of the rubric

view transcript_opinions -- Every opinion of the judge by name
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  started_at timestamp with time zone -- When the contact began
  rule text -- Public name of the rule
  state opinion_state -- pending, given, review or failed
  outcome outcome -- Met, Partly, Breached or NotApplicable; null unless given
  counts boolean -- The outcome counts in points and scorecards; otherwise it is advisory
  findings jsonb -- Evidence that was found in the transcript as quoted
  note text -- The model's own words
  because text -- Why the opinion is not given
  question_version text -- Version of the wording of the question
  model text -- Model asked
  rubric text -- Fingerprint of the rubric
  updated_at timestamp with time zone -- When this state was written

view transcript_points -- What each transcript adds up to for each of its agents
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  channel text -- voice or chat
  started_at timestamp with time zone -- When the contact began
  points real -- 0 to 100; null when no rule applied
  passed boolean -- Points reach the pass mark
  band text -- Id of the band the points fall in
  critical_breach boolean -- A critical rule was breached
  sections jsonb -- Array of {section, points, weighed}
  rubric text -- Fingerprint of the rubric

view transcript_scores -- Every outcome by name
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  agent text -- What the inputs call the agent; null: not named
  agent_name text -- What people call the agent
  channel text -- voice or chat
  started_at timestamp with time zone -- When the contact began
  rule text -- Public name of the rule
  outcome outcome -- Met, Partly, Breached, NotApplicable or Unscored
  credit real -- Share of the weight that was earned, 0 to 1
  because text -- Why the rule does not apply or could not be scored
  decided_by decider -- rule, judge or person
  rubric text -- Fingerprint of the rubric

view turns -- What was said, one row per turn
  source text -- System or export the transcript comes from
  transcript text -- What the source calls the transcript
  turn bigint -- Number of the turn, from 0
  role text -- agent, customer, bot or system
  agent text -- Which agent spoke, where the input tells
  start_ms double precision -- Start, milliseconds from the start of the transcript
  end_ms double precision -- End, milliseconds from the start of the transcript
  text text -- The words

CREATE INDEX calibrations_question ON calibrations USING btree (rule_id, question_version, model, id);
CREATE INDEX cases_customer ON cases USING btree (customer) WHERE (customer IS NOT NULL);
CREATE UNIQUE INDEX judge_batch_requests_open ON judge_batch_requests USING btree (custom_id) WHERE (state = 'open'::batch_request_state);
CREATE INDEX judge_batches_under_way ON judge_batches USING btree (endpoint) WHERE (tidied_at IS NULL);
CREATE INDEX judge_calls_run ON judge_calls USING btree (run_id);
CREATE INDEX judge_inquiries_request ON judge_inquiries USING btree (custom_id);
CREATE INDEX opinions_given ON opinions USING btree (rubric_id, rule_id, transcript_id) WHERE ((state = 'given'::opinion_state) OR counts);
CREATE INDEX opinions_pending ON opinions USING btree (rubric_id, transcript_id) WHERE (state = 'pending'::opinion_state);
CREATE INDEX scores_undecided ON scores USING btree (rubric_id, rule_id, transcript_id, agent_id) WHERE ((outcome = 'Unscored'::outcome) AND (because = 'the words alone do not tell'::text));
CREATE INDEX set_asides_file ON set_asides USING btree (file);
CREATE INDEX superseded_transcripts_run ON superseded_transcripts USING btree (superseded_by);
CREATE INDEX tallies_agent ON tallies USING btree (agent_id, rubric_id);
CREATE INDEX tallies_run ON tallies USING btree (run_id);
CREATE INDEX transcripts_case ON transcripts USING hash (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX transcripts_csat ON transcripts USING btree (source, csat) WHERE (csat IS NOT NULL);
CREATE INDEX transcripts_customer ON transcripts USING hash (customer) WHERE (customer IS NOT NULL);


create view agent_case_rules as
 SELECT o.agent,
    o.agent_name,
    p.period,
    NULLIF(p.period_start, '-infinity'::date) AS period_start,
    o.rule,
    count(*) AS applicable,
    count(*) FILTER (WHERE (o.outcome = 'Met'::outcome)) AS met,
    count(*) FILTER (WHERE (o.outcome = 'Breached'::outcome)) AS breached,
    o.rubric
   FROM (case_outcomes o
     CROSS JOIN LATERAL ( VALUES ('week'::period,(date_trunc('week'::text, (o.day)::timestamp without time zone))::date), ('month'::period,(date_trunc('month'::text, (o.day)::timestamp without time zone))::date), ('all'::period,'-infinity'::date)) p(period, period_start))
  GROUP BY o.agent, o.agent_name, p.period, p.period_start, o.rule, o.rubric;

create view agent_consistency as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    k.period,
    NULLIF(k.period_start, '-infinity'::date) AS period_start,
    k.scored,
    k.points,
    k.points_spread AS spread,
    w.weeks,
    w.lowest_week,
    w.highest_week,
    w.week_spread,
    r.fingerprint AS rubric
   FROM (((scorecards k
     JOIN agents a ON ((a.id = k.agent_id)))
     JOIN rubrics r ON ((r.id = k.rubric_id)))
     CROSS JOIN LATERAL ( SELECT count(*) AS weeks,
            min(w_1.points) AS lowest_week,
            max(w_1.points) AS highest_week,
            stddev_samp(w_1.points) AS week_spread
           FROM scorecards w_1
          WHERE ((w_1.agent_id = k.agent_id) AND (w_1.rubric_id = k.rubric_id) AND (w_1.period = 'week'::period) AND (w_1.scored >= 5) AND ((k.period = 'all'::period) OR ((w_1.period_start >= k.period_start) AND (w_1.period_start < ((k.period_start)::timestamp without time zone +
                CASE k.period
                    WHEN 'week'::period THEN '7 days'::interval
                    ELSE '1 mon'::interval
                END)))))) w);

create view agent_contacts as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    k.period,
    NULLIF(k.period_start, '-infinity'::date) AS period_start,
    g.kind,
    g.value,
    count(*) AS transcripts,
    count(*) FILTER (WHERE g.told) AS told,
    r.fingerprint AS rubric
   FROM ((((card_transcripts k
     JOIN agents a ON ((a.id = k.agent_id)))
     JOIN rubrics r ON ((r.id = k.rubric_id)))
     JOIN transcripts t ON ((t.id = k.transcript_id)))
     CROSS JOIN LATERAL ( VALUES ('reason'::text,COALESCE(t.reason, 'unknown'::text),(NOT (t.reason_from IS DISTINCT FROM 'input'::text))), ('phase'::text,COALESCE(t.phase, 'unknown'::text),(t.phase IS NOT NULL)), ('medium'::text,COALESCE(t.medium, 'unknown'::text),(t.medium IS NOT NULL))) g(kind, value, told))
  GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint, g.kind, g.value;

create view agent_expectations as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    k.period,
    NULLIF(k.period_start, '-infinity'::date) AS period_start,
    count(*) AS answers,
    avg(x.csat) AS csat,
    avg(k.points) AS points,
    avg((x.csat - k.points)) AS gap,
    stddev_samp((x.csat - k.points)) AS gap_spread,
    string_agg(DISTINCT ((z.low || '–'::text) || z.high), ', '::text) AS scales,
    r.fingerprint AS rubric
   FROM (((((card_transcripts k
     JOIN agents a ON ((a.id = k.agent_id)))
     JOIN rubrics r ON ((r.id = k.rubric_id)))
     JOIN transcripts t ON ((t.id = k.transcript_id)))
     JOIN csat_scales z ON ((z.source = t.source)))
     CROSS JOIN LATERAL ( SELECT (((100)::double precision * (t.csat - (z.low)::double precision)) / ((z.high - z.low))::double precision) AS csat) x)
  WHERE ((k.points IS NOT NULL) AND ((t.csat >= (0)::double precision) AND (t.csat <= (100)::double precision)))
  GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint;

create view agent_indicators as
 SELECT agent,
    agent_name,
    period,
    period_start,
    indicator,
    count(*) AS transcripts,
    (sum(applicable))::bigint AS applicable,
    (sum(met))::bigint AS met,
    (sum(partly))::bigint AS partly,
    (sum(breached))::bigint AS breached,
    avg(share) AS share,
    rubric
   FROM ( SELECT a.external_id AS agent,
            a.name AS agent_name,
            k.period,
            NULLIF(k.period_start, '-infinity'::date) AS period_start,
            q.indicator,
            r.fingerprint AS rubric,
            count(*) AS applicable,
            count(*) FILTER (WHERE (s.outcome = 'Met'::outcome)) AS met,
            count(*) FILTER (WHERE (s.outcome = 'Partly'::outcome)) AS partly,
            count(*) FILTER (WHERE (s.outcome = 'Breached'::outcome)) AS breached,
            avg((s.credit)::double precision) AS share
           FROM (((((card_transcripts k
             JOIN agents a ON ((a.id = k.agent_id)))
             JOIN rubrics r ON ((r.id = k.rubric_id)))
             JOIN scores s ON (((s.transcript_id = k.transcript_id) AND (s.rubric_id = k.rubric_id) AND (s.agent_id = k.agent_id))))
             JOIN rubric_rules q ON (((q.rubric_id = s.rubric_id) AND (q.rule_id = s.rule_id))))
             JOIN transcripts t ON ((t.id = k.transcript_id)))
          WHERE ((s.credit IS NOT NULL) AND (q.indicator IS NOT NULL) AND (NOT q.bonus) AND ((q.indicator <> 'tangibles'::text) OR (t.channel <> 'voice'::text)))
          GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint, q.indicator, k.transcript_id) x
  GROUP BY agent, agent_name, period, period_start, indicator, rubric;

create view agent_opinions as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    u.name AS rule,
    q.title,
    count(*) AS opinions,
    count(*) FILTER (WHERE o.counts) AS counting,
    count(*) FILTER (WHERE ((o.state = 'given'::opinion_state) AND (NOT o.counts))) AS advisory,
    count(*) FILTER (WHERE (o.state = 'review'::opinion_state)) AS review,
    count(*) FILTER (WHERE (o.state = 'pending'::opinion_state)) AS pending,
    count(*) FILTER (WHERE (o.state = 'failed'::opinion_state)) AS failed,
    count(*) FILTER (WHERE (o.outcome = 'Met'::outcome)) AS met,
    count(*) FILTER (WHERE (o.outcome = 'Partly'::outcome)) AS partly,
    count(*) FILTER (WHERE (o.outcome = 'Breached'::outcome)) AS breached,
    count(*) FILTER (WHERE (o.outcome = 'NotApplicable'::outcome)) AS not_applicable,
    r.fingerprint AS rubric
   FROM ((((opinions o
     JOIN agents a ON ((a.id = o.agent_id)))
     JOIN rules u ON ((u.id = o.rule_id)))
     JOIN rubrics r ON ((r.id = o.rubric_id)))
     JOIN rubric_rules q ON (((q.rubric_id = o.rubric_id) AND (q.rule_id = o.rule_id))))
  GROUP BY a.external_id, a.name, u.name, q.title, r.fingerprint;

create view agent_qualities as
 SELECT agent,
    agent_name,
    period,
    period_start,
    quality,
    count(*) AS transcripts,
    (sum(applicable))::bigint AS applicable,
    (sum(met))::bigint AS met,
    (sum(partly))::bigint AS partly,
    (sum(breached))::bigint AS breached,
    avg(share) AS share,
    rubric
   FROM ( SELECT a.external_id AS agent,
            a.name AS agent_name,
            k.period,
            NULLIF(k.period_start, '-infinity'::date) AS period_start,
            q.quality,
            r.fingerprint AS rubric,
            count(*) AS applicable,
            count(*) FILTER (WHERE (s.outcome = 'Met'::outcome)) AS met,
            count(*) FILTER (WHERE (s.outcome = 'Partly'::outcome)) AS partly,
            count(*) FILTER (WHERE (s.outcome = 'Breached'::outcome)) AS breached,
            avg((s.credit)::double precision) AS share
           FROM (((((card_transcripts k
             JOIN agents a ON ((a.id = k.agent_id)))
             JOIN rubrics r ON ((r.id = k.rubric_id)))
             JOIN scores s ON (((s.transcript_id = k.transcript_id) AND (s.rubric_id = k.rubric_id) AND (s.agent_id = k.agent_id))))
             JOIN rubric_rules q ON (((q.rubric_id = s.rubric_id) AND (q.rule_id = s.rule_id))))
             JOIN transcripts t ON ((t.id = k.transcript_id)))
          WHERE ((s.credit IS NOT NULL) AND (q.quality IS NOT NULL) AND (NOT q.bonus))
          GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint, q.quality, k.transcript_id) x
  GROUP BY agent, agent_name, period, period_start, quality, rubric;

create view agent_rules as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    c.period,
    NULLIF(c.period_start, '-infinity'::date) AS period_start,
    u.name AS rule,
    q.section,
    q.title,
    c.applicable,
    c.met,
    c.partly,
    c.breached,
    c.not_applicable,
    c.unscored,
    c.estimate,
    c.estimate_low,
    c.estimate_high,
    r.fingerprint AS rubric
   FROM ((((scorecard_rules c
     JOIN agents a ON ((a.id = c.agent_id)))
     JOIN rubrics r ON ((r.id = c.rubric_id)))
     JOIN rules u ON ((u.id = c.rule_id)))
     JOIN rubric_rules q ON (((q.rubric_id = c.rubric_id) AND (q.rule_id = c.rule_id))));

create view agent_scorecards as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    c.period,
    NULLIF(c.period_start, '-infinity'::date) AS period_start,
    c.time_zone,
    c.transcripts,
    c.scored,
    c.points,
    c.points_low,
    c.points_high,
    c.points_spread,
    c.band,
    c.passed,
    c.critical_breaches,
    c.sections,
    r.fingerprint AS rubric,
    c.updated_at
   FROM ((scorecards c
     JOIN agents a ON ((a.id = c.agent_id)))
     JOIN rubrics r ON ((r.id = c.rubric_id)));

create view agent_segments as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    k.period,
    NULLIF(k.period_start, '-infinity'::date) AS period_start,
    g.segment,
    g.value,
    count(*) AS scored,
    avg(k.points) AS points,
    stddev_samp(k.points) AS spread,
    r.fingerprint AS rubric
   FROM ((((card_transcripts k
     JOIN agents a ON ((a.id = k.agent_id)))
     JOIN rubrics r ON ((r.id = k.rubric_id)))
     JOIN transcripts t ON ((t.id = k.transcript_id)))
     CROSS JOIN LATERAL ( VALUES ('channel'::text,t.channel), ('language'::text,lower(split_part(replace(t.language, '_'::text, '-'::text), '-'::text, 1))), ('script'::text,t.script), ('queue'::text,t.queue), ('customer'::text,
                CASE
                    WHEN ((t.customer IS NULL) OR (t.started_at IS NULL)) THEN NULL::text
                    WHEN (EXISTS ( SELECT
                       FROM transcripts e
                      WHERE ((e.customer = t.customer) AND (e.started_at < t.started_at)))) THEN 'returning'::text
                    ELSE 'new'::text
                END)) g(segment, value))
  WHERE ((k.points IS NOT NULL) AND (g.value <> ''::text))
  GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint, g.segment, g.value;

create view agent_turns as
 SELECT a.external_id AS agent,
    a.name AS agent_name,
    k.period,
    NULLIF(k.period_start, '-infinity'::date) AS period_start,
    count(*) AS transcripts,
    COALESCE(sum(t.agent_turns), (0)::bigint) AS agent_turns,
    COALESCE(sum(t.customer_turns), (0)::bigint) AS customer_turns,
    COALESCE(sum(t.bot_turns), (0)::bigint) AS bot_turns,
    count(*) FILTER (WHERE (t.bot_turns > 0)) AS bot_transcripts,
    r.fingerprint AS rubric
   FROM (((card_transcripts k
     JOIN agents a ON ((a.id = k.agent_id)))
     JOIN rubrics r ON ((r.id = k.rubric_id)))
     JOIN transcripts t ON ((t.id = k.transcript_id)))
  WHERE (t.agent_turns IS NOT NULL)
  GROUP BY a.external_id, a.name, k.period, NULLIF(k.period_start, '-infinity'::date), r.fingerprint;

create view card_transcripts as
 SELECT c.agent_id,
    c.rubric_id,
    c.period,
    c.period_start,
    y.transcript_id,
    (y.points)::double precision AS points
   FROM ((scorecards c
     JOIN tallies y ON (((y.agent_id = c.agent_id) AND (y.rubric_id = c.rubric_id))))
     JOIN transcripts t ON ((t.id = y.transcript_id)))
  WHERE ((c.period = 'all'::period) OR ((t.started_at >= ((c.period_start)::timestamp without time zone AT TIME ZONE c.time_zone)) AND (t.started_at < (((c.period_start)::timestamp without time zone +
        CASE c.period
            WHEN 'week'::period THEN '7 days'::interval
            ELSE '1 mon'::interval
        END) AT TIME ZONE c.time_zone))));

create view case_outcomes as
 SELECT c.name AS "case",
    c.customer,
    a.external_id AS agent,
    a.name AS agent_name,
    u.name AS rule,
    d.day,
    (
        CASE
            WHEN d.met THEN 'Met'::text
            ELSE 'Breached'::text
        END)::outcome AS outcome,
    t.source,
    t.external_id AS transcript,
    d.turn,
    NULL::text AS quote,
    r.fingerprint AS rubric
   FROM (((((feedback_due d
     JOIN cases c ON ((c.id = d.case_id)))
     JOIN rubrics r ON ((r.id = c.rubric_id)))
     JOIN rules u ON ((u.id = d.rule_id)))
     LEFT JOIN agents a ON ((a.id = d.agent_id)))
     LEFT JOIN transcripts t ON ((t.id = d.transcript_id)))
UNION ALL
 SELECT c.name AS "case",
    c.customer,
    a.external_id AS agent,
    a.name AS agent_name,
    u.name AS rule,
    p.due_day AS day,
    (
        CASE p.status
            WHEN 'kept'::promise_status THEN 'Met'::text
            ELSE 'Breached'::text
        END)::outcome AS outcome,
    t.source,
    t.external_id AS transcript,
    p.turn,
    p.quote,
    r.fingerprint AS rubric
   FROM (((((promises p
     JOIN cases c ON ((c.id = p.case_id)))
     JOIN rubrics r ON ((r.id = c.rubric_id)))
     JOIN rules u ON ((u.id = p.rule_id)))
     JOIN transcripts t ON ((t.id = p.transcript_id)))
     LEFT JOIN agents a ON ((a.id = p.agent_id)))
  WHERE (p.status = ANY (ARRAY['kept'::promise_status, 'broken'::promise_status]));

create view csat_scales as
 SELECT source,
        CASE
            WHEN ((max(csat) > (10)::double precision) OR (min(csat) < (1)::double precision)) THEN 0
            ELSE 1
        END AS low,
        CASE
            WHEN (max(csat) <= (5)::double precision) THEN 5
            WHEN (max(csat) <= (10)::double precision) THEN 10
            ELSE 100
        END AS high,
    count(*) AS answers
   FROM transcripts
  WHERE ((csat >= (0)::double precision) AND (csat <= (100)::double precision))
  GROUP BY source;

create view judge_trust as
 SELECT DISTINCT ON (c.rule_id, c.question_version, c.model) u.name AS rule,
    c.question_version,
    c.model,
    c.trusted,
    c.because,
    c.n,
    c.kappa,
    c.kappa_low,
    c.kappa_high,
    c.human_kappa,
    c.stability,
    c.computed_at
   FROM (calibrations c
     JOIN rules u ON ((u.id = c.rule_id)))
  ORDER BY c.rule_id, c.question_version, c.model, c.id DESC;

create view open_cases as
 SELECT c.name AS "case",
    c.customer,
    a.external_id AS owner,
    a.name AS owner_name,
    c.opened_at,
    c.last_contact_at,
    c.last_feedback_at,
    c.silent_days,
    ( SELECT count(*) AS count
           FROM feedback_due d
          WHERE ((d.case_id = c.id) AND (NOT d.met))) AS missed_days,
    c.abandoned_from,
    c.abandoned_until,
    c.abandoned_days,
    c.longest_gap_hours,
    c.time_zone,
    c.known_until,
    r.fingerprint AS rubric
   FROM ((cases c
     JOIN rubrics r ON ((r.id = c.rubric_id)))
     LEFT JOIN agents a ON ((a.id = c.owner_id)))
  WHERE ((c.opened_at IS NOT NULL) AND (c.closed_at IS NULL));

create view open_findings as
 SELECT t.source,
    t.external_id AS transcript,
    a.external_id AS agent,
    a.name AS agent_name,
    t.started_at,
    u.name AS rule,
    s.outcome,
    f.bearing,
    f.turn,
    f.span_start,
    f.span_end,
    f.quote,
    f.window_from,
    f.window_to,
    f.nearest,
    f.expected,
    f.note,
    q.instead,
    r.fingerprint AS rubric
   FROM ((((((findings f
     JOIN scores s USING (transcript_id, rubric_id, agent_id, rule_id))
     JOIN transcripts t ON ((t.id = f.transcript_id)))
     JOIN agents a ON ((a.id = f.agent_id)))
     JOIN rules u ON ((u.id = f.rule_id)))
     JOIN rubrics r ON ((r.id = f.rubric_id)))
     JOIN rubric_rules q ON (((q.rubric_id = f.rubric_id) AND (q.rule_id = f.rule_id))))
  WHERE (f.bearing = ANY (ARRAY['against'::bearing, 'tentative'::bearing]));

create view open_reviews as
 SELECT t.source,
    t.external_id AS transcript,
    a.external_id AS agent,
    a.name AS agent_name,
    t.started_at,
    u.name AS rule,
    q.title,
    o.because,
    o.findings,
    o.note,
    o.model,
    r.fingerprint AS rubric,
    o.updated_at
   FROM ((((((opinions o
     JOIN scores s USING (transcript_id, rubric_id, agent_id, rule_id))
     JOIN transcripts t ON ((t.id = o.transcript_id)))
     JOIN agents a ON ((a.id = o.agent_id)))
     JOIN rules u ON ((u.id = o.rule_id)))
     JOIN rubrics r ON ((r.id = o.rubric_id)))
     JOIN rubric_rules q ON (((q.rubric_id = o.rubric_id) AND (q.rule_id = o.rule_id))))
  WHERE ((o.state = 'review'::opinion_state) AND (s.decided_by <> 'person'::decider));

create view promises_due as
 SELECT c.name AS "case",
    c.customer,
    a.external_id AS agent,
    a.name AS agent_name,
    p.what,
    p.quote,
    p.made_at,
    p.due_at,
    p.status,
    t.source,
    t.external_id AS transcript,
    p.turn,
    c.time_zone,
    c.known_until,
    r.fingerprint AS rubric
   FROM ((((promises p
     JOIN cases c ON ((c.id = p.case_id)))
     JOIN rubrics r ON ((r.id = c.rubric_id)))
     JOIN transcripts t ON ((t.id = p.transcript_id)))
     LEFT JOIN agents a ON ((a.id = p.agent_id)))
  WHERE (p.status = ANY (ARRAY['open'::promise_status, 'overdue'::promise_status]));

create view transcript_opinions as
 SELECT t.source,
    t.external_id AS transcript,
    a.external_id AS agent,
    a.name AS agent_name,
    t.started_at,
    u.name AS rule,
    o.state,
    o.outcome,
    o.counts,
    o.findings,
    o.note,
    o.because,
    o.question_version,
    o.model,
    r.fingerprint AS rubric,
    o.updated_at
   FROM ((((opinions o
     JOIN transcripts t ON ((t.id = o.transcript_id)))
     JOIN agents a ON ((a.id = o.agent_id)))
     JOIN rules u ON ((u.id = o.rule_id)))
     JOIN rubrics r ON ((r.id = o.rubric_id)));

create view transcript_points as
 SELECT t.source,
    t.external_id AS transcript,
    a.external_id AS agent,
    a.name AS agent_name,
    t.channel,
    t.started_at,
    y.points,
    y.passed,
    y.band,
    y.critical_breach,
    y.sections,
    r.fingerprint AS rubric
   FROM (((tallies y
     JOIN transcripts t ON ((t.id = y.transcript_id)))
     JOIN agents a ON ((a.id = y.agent_id)))
     JOIN rubrics r ON ((r.id = y.rubric_id)));

create view transcript_scores as
 SELECT t.source,
    t.external_id AS transcript,
    a.external_id AS agent,
    a.name AS agent_name,
    t.channel,
    t.started_at,
    u.name AS rule,
    s.outcome,
    s.credit,
    s.because,
    s.decided_by,
    r.fingerprint AS rubric
   FROM ((((scores s
     JOIN transcripts t ON ((t.id = s.transcript_id)))
     JOIN agents a ON ((a.id = s.agent_id)))
     JOIN rules u ON ((u.id = s.rule_id)))
     JOIN rubrics r ON ((r.id = s.rubric_id)));

create view turns as
 SELECT t.source,
    t.external_id AS transcript,
    (x."position" - 1) AS turn,
    (x.value ->> 'role'::text) AS role,
    (x.value ->> 'agent'::text) AS agent,
    ((x.value ->> 'startMs'::text))::double precision AS start_ms,
    ((x.value ->> 'endMs'::text))::double precision AS end_ms,
    (x.value ->> 'text'::text) AS text
   FROM (transcripts t
     CROSS JOIN LATERAL json_array_elements(t.turns) WITH ORDINALITY x(value, "position"));
